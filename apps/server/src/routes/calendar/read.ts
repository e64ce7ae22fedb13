import { z } from '@hono/zod-openapi'
import { HttpProblem } from '../../http/http-problem.ts'
import { type DeskRoute, json, memberRoute } from '../../http/route.ts'
import { hostsFor, presentBlock, presentCalendarHost } from '../../present/calendar.ts'
import { presentInstant } from '../../present/instant.ts'
import { calendarView } from '../../schemas/calendar.ts'
import { queryInstant } from '../../schemas/common.ts'

interface CalendarQuery {
  readonly from: number
  readonly to: number
  readonly whose: 'mine' | 'all'
}

const calendarQuery: z.ZodType<CalendarQuery> = z.object({
  from: queryInstant,
  to: queryInstant.openapi({ description: 'At most 31 days later' }),
  whose: z.enum(['mine', 'all']).default('all').openapi({ description: "`mine`: one's own blocks alone" }),
})

/** A month that ends with a change of clocks has an hour more. */
const mostMs = (31 * 24 + 1) * 3_600_000

export const readCalendar: DeskRoute = memberRoute(
  {
    method: 'get',
    path: '/api/v1/calendar',
    tag: 'Calendar',
    summary: 'When which host is taken',
    description: 'Of others a member sees free and busy alone; managers see titles.',
    scope: 'calendar:read',
    query: calendarQuery,
    answers: { 200: { description: 'The hosts, and what is on their lanes', schema: calendarView } },
  },
  async ({ context, member, query }) => {
    const { from, to, whose } = query
    if (to <= from || to - from > mostMs)
      throw new HttpProblem('invalid_input', 'to: give an instant after `from`, at most 31 days later.', {
        field: 'to',
        value: presentInstant(to),
      })
    const { hosts, slots } = await context.store.read(async (reading) => {
      const seen = hostsFor(await reading.hosts.list(), member)
      const ids = seen.map(({ id }) => id)
      return { hosts: seen, slots: await reading.calendar(ids, { from, to }) }
    })
    const blocks = slots.map((slot) => presentBlock(slot, member))
    return json({
      from: presentInstant(from),
      to: presentInstant(to),
      hosts: hosts.map((host) => presentCalendarHost(host, member)),
      blocks: whose === 'mine' ? blocks.filter(({ is }) => is === 'mine') : blocks,
    })
  },
)

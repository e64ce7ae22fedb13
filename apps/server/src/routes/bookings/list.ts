import { BookingError, isAtLeast, say } from '@convene/booking'
import { z } from '@hono/zod-openapi'
import { type DeskRoute, json, memberRoute } from '../../http/route.ts'
import { presentSummary } from '../../present/booking.ts'
import { addStatus, readParts } from '../../present/load-booking.ts'
import { bookingSummary } from '../../schemas/bookings.ts'
import { bookingsFields, nextAfter, type PageQuery, pageOf, queryInstant } from '../../schemas/common.ts'

interface ListQuery extends PageQuery {
  readonly from?: number | undefined
  readonly to?: number | undefined
  readonly whose: 'mine' | 'all'
}

const listQuery: z.ZodType<ListQuery> = z.object({
  from: queryInstant.optional().openapi({ description: 'Of those that have a date from then on; now unless given' }),
  to: queryInstant.optional().openapi({ description: 'And before then; two years later unless given' }),
  whose: z
    .enum(['mine', 'all'])
    .default('mine')
    .openapi({ description: '`mine`: those whose deputy one is too; `all` from manager on' }),
  ...bookingsFields,
})

const twoYearsMs = 2 * 366 * 86_400_000

export const listBookings: DeskRoute = memberRoute(
  {
    method: 'get',
    path: '/api/v1/bookings',
    tag: 'Bookings',
    summary: 'Bookings, in the order of their first dates',
    scope: 'bookings:read',
    query: listQuery,
    answers: { 200: { description: 'A page of bookings', schema: pageOf(bookingSummary) } },
  },
  async ({ context, member, query }) => {
    const { whose, after, limit, from = context.clock.now(), to = from + twoYearsMs } = query
    if (whose === 'all' && !isAtLeast(member, 'manager'))
      throw new BookingError('not_allowed', say('needs_role', { role: 'manager' }), { field: 'whose', value: whose })
    // One more than asked for tells whether there is another page.
    const page = { after, limit: limit + 1 }
    const [kept, next] = await context.store.read(async (reading) => {
      const { bookings } = reading
      const found =
        whose === 'all'
          ? await bookings.listIn({ from, to }, page)
          : await bookings.listFor(member.id, { from, to }, page)
      const parts = await Promise.all(found.slice(0, limit).map((booking) => readParts(reading, booking)))
      return [parts, nextAfter(found, limit)]
    })
    const rows = await Promise.all(kept.map((parts) => addStatus(context, parts)))
    return json({ rows: rows.map((parts) => presentSummary(parts, member)), next })
  },
)

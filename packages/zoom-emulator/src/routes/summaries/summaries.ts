import { invalidParameter } from '../../domain/field-problem.ts'
import { isReady, type ReadySummary } from '../../domain/summary.ts'
import { parseDay } from '../../domain/time.ts'
import type { Ctx } from '../../http/context.ts'
import type { Emulator } from '../../http/env.ts'
import { paginate } from '../../http/paging.ts'
import { reply } from '../../http/reply.ts'
import type { Router } from '../../http/router.ts'
import { meetingNotFound, validationFailed } from '../../http/zoom-error.ts'
import { presentSummary, presentSummaryRow } from '../../present/summary.ts'
import { permittedInstance } from '../sessions/instance-path.ts'

/** The summaries that AI Companion writes (docs/zoom-facts.md §5.10). The list comes before `/meetings/{meetingId}`. */
export function summaryRoutes(router: Router, emulator: Emulator): void {
  const { store, clock } = emulator

  router.on('GET /meetings/meeting_summaries', (context) => {
    const { account } = context.env.caller
    const from = readDay(context, 'from')
    const to = readDay(context, 'to')
    const summaries = [...store.summaries.values()]
      .filter((summary): summary is ReadySummary => isReady(summary, clock.now()))
      .filter(
        ({ accountId, meetingStartedAt: at }) =>
          accountId === account.id &&
          at >= (from?.startAt ?? 0) &&
          at < (to ? to.endAt + 1000 : Number.POSITIVE_INFINITY),
      )
    const [first = '', last = ''] = [context.req.query('from'), context.req.query('to')]
    const { rows, fields } = paginate(
      context,
      emulator,
      `summaries ${account.id} ${first} ${last}`,
      summaries,
      ({ uuid }) => [store.numberOf.summaries(uuid), 0],
    )
    return reply(200, {
      page_size: fields.page_size,
      next_page_token: fields.next_page_token,
      from: first,
      to: last,
      summaries: rows.map((summary) => presentSummaryRow(summary, store.users.get(summary.hostId))),
    })
  })

  router.on('GET /meetings/{meetingId}/meeting_summary', (context) => {
    const summary = find(context)
    return reply(200, presentSummary(summary, store.users.get(summary.hostId)))
  })

  router.on('DELETE /meetings/{meetingId}/meeting_summary', (context) => {
    store.summaries.delete(find(context).uuid)
    return reply(204)
  })

  const find = (context: Ctx) => {
    const text = context.req.param('meetingId') ?? ''
    return permittedInstance(emulator, context, text, {
      byUuid: (uuid) => ready(store.summaries.get(uuid)),
      ofOwner: (id) => [...store.summaries.values()].filter(({ meetingId }) => meetingId === id).map(ready),
      missing: () => meetingNotFound(text),
    })
  }
  const ready = (summary: Parameters<typeof isReady>[0]) => (isReady(summary, clock.now()) ? summary : undefined)
}

/** A day of the query in UTC; none where none is sent. */
function readDay(context: Ctx, name: string): ReturnType<typeof parseDay> {
  const text = context.req.query(name)
  if (!text) return undefined
  const day = parseDay(text, 'UTC')
  if (!day) throw validationFailed([invalidParameter(name)])
  return day
}

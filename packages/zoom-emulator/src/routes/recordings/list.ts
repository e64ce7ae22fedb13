import { invalidParameter } from '../../domain/field-problem.ts'
import { visibleFiles } from '../../domain/recording/recording.ts'
import { parseDay } from '../../domain/time.ts'
import type { Ctx } from '../../http/context.ts'
import type { Emulator } from '../../http/env.ts'
import { paginate } from '../../http/paging.ts'
import { reply } from '../../http/reply.ts'
import { resolveUser } from '../../http/resolve-user.ts'
import type { Router } from '../../http/router.ts'
import { validationFailed } from '../../http/zoom-error.ts'
import { presentRecording } from '../../present/recording.ts'
import { findRecording } from './find-recording.ts'

/** Lists of recordings, and how often one was seen. */
export function recordingListRoutes(router: Router, emulator: Emulator): void {
  const { store, clock } = emulator
  const number = store.numberOf.recordings

  router.on('GET /users/{userId}/recordings', (context) => {
    const user = resolveUser(emulator, context.env.caller, context.req.param('userId') ?? '')
    const days = readDays(context, clock.now())
    const place = context.req.query('trash')?.toLowerCase() === 'true' ? 'trash' : 'kept'
    const meetingId = context.req.query('meeting_id')
    const recordings = [...store.recordingsOfHost(user.id)]
      .filter(({ startedAt }) => startedAt >= days.startAt && startedAt <= days.endAt)
      .filter(({ ownerId }) => !meetingId || String(ownerId) === meetingId)
      .filter((recording) => visibleFiles(recording, place, clock.now()).length > 0)
      .sort((a, b) => a.startedAt - b.startedAt || number(a.uuid) - number(b.uuid))
    const list = `recordings ${user.id} ${place} ${days.from} ${days.to} ${meetingId ?? ''}`
    const { rows, fields } = paginate(context, emulator, list, recordings, ({ startedAt, uuid }) => [
      startedAt,
      number(uuid),
    ])
    const { page_number: _, ...envelope } = fields
    return reply(200, {
      from: days.from,
      to: days.to,
      ...envelope,
      meetings: rows.map((recording) =>
        presentRecording(recording, visibleFiles(recording, place, clock.now()), emulator.baseUrl()),
      ),
    })
  })

  // Nobody counts who looks at an emulated recording.
  router.on('GET /meetings/{meetingId}/recordings/analytics_summary', (context) => {
    findRecording(emulator, context)
    const { from, to } = readDays(context, clock.now())
    return reply(200, { from, to, analytics_summary: [] })
  })
  router.on('GET /meetings/{meetingId}/recordings/analytics_details', (context) => {
    findRecording(emulator, context)
    const { from, to } = readDays(context, clock.now())
    const { fields } = paginate(context, emulator, `analytics ${from} ${to}`, [], () => [0, 0])
    const { page_size, next_page_token, total_records } = fields
    return reply(200, { from, to, page_size, next_page_token, total_records, analytics_details: [] })
  })
}

interface Days {
  readonly from: string
  readonly to: string
  readonly startAt: number
  readonly endAt: number
}

/** `from` and `to` of the query in UTC, both included; today where nothing is sent. */
function readDays(context: Ctx, now: number): Days {
  const today = new Date(now).toISOString().slice(0, 10)
  const [from, to] = (['from', 'to'] as const).map((field) => {
    const text = context.req.query(field) || today
    const day = parseDay(text, 'UTC')
    if (!day) throw validationFailed([invalidParameter(field)])
    return { text, ...day }
  })
  if (!from || !to || from.startAt > to.startAt) throw validationFailed([invalidParameter('from')])
  return { from: from.text, to: to.text, startAt: from.startAt, endAt: to.endAt + 999 }
}

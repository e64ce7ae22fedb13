import type { Meeting, User } from '../../domain/entities.ts'
import { invalidParameter } from '../../domain/field-problem.ts'
import type { ListedMeeting, MeetingListType } from '../../domain/meeting-order.ts'
import { hidesAgenda } from '../../domain/meeting-policy.ts'
import { parseDay } from '../../domain/time.ts'
import { chooseTimeZone, computableTimeZone } from '../../domain/time-zone.ts'
import type { Ctx } from '../../http/context.ts'
import { paginate } from '../../http/paging.ts'
import { reply } from '../../http/reply.ts'
import { resolveUser } from '../../http/resolve-user.ts'
import type { Handler } from '../../http/router.ts'
import { validationFailed } from '../../http/zoom-error.ts'
import { presentMeetingRow } from '../../present/meeting.ts'
import { requireHosting } from './choose-host.ts'
import type { MeetingRoutes } from './context.ts'

const types: readonly MeetingListType[] = ['scheduled', 'live', 'upcoming', 'upcoming_meetings', 'previous_meetings']

/** `GET /users/{userId}/meetings` */
export function listMeetingsRoute({ emulator }: MeetingRoutes): Handler {
  /** A meeting is another object after each change, so a row is made once for many lists. */
  const made = new WeakMap<Meeting, { readonly host: User; readonly hides: boolean; readonly row: object }>()
  const rowOf = (meeting: Meeting, host: User, hides: boolean): object => {
    const known = made.get(meeting)
    if (known?.host === host && known.hides === hides) return known.row
    const row = presentMeetingRow(meeting, host, emulator.baseUrl(), hides)
    made.set(meeting, { host, hides, row })
    return row
  }
  return (context) => {
    const { caller } = context.env
    const host = resolveUser(emulator, caller, context.req.param('userId') ?? '')
    requireHosting(host)
    const asked = context.req.query('type') || 'scheduled'
    const type = types.find((known) => known === asked) ?? refuse('type')
    const span = readSpan(context)
    const now = emulator.clock.now()
    const listed = emulator.store.meetingOrder(host.id).list(type, now)
    const all = emulator.listLag.visible(listed, ({ meeting }) => meeting.id, now)
    const rows = span ? all.filter((row) => overlaps(row, span)) : all
    const list = `meetings ${host.id} ${type} ${span?.startAt} ${span?.endAt}`
    const page = paginate(context, emulator, list, rows, ({ startAt, meeting }) => [startAt, meeting.id])
    const hides = hidesAgenda(caller.account)
    return reply(200, {
      ...page.fields,
      meetings: page.rows.map(({ meeting }) => rowOf(meeting, host, hides)),
    })
  }
}

interface Span {
  readonly startAt: number
  readonly endAt: number
}

/** The days `from` to `to`, both included, in `timezone` (default UTC); one of them alone leaves the other side open. */
function readSpan(context: Ctx): Span | undefined {
  const { from, to, timezone } = context.req.query()
  if (!from && !to) return undefined
  const zone = computableTimeZone(chooseTimeZone(timezone || undefined, 'UTC', 'accept'))
  const first = from ? (parseDay(from, zone) ?? refuse('from')) : undefined
  const last = to ? (parseDay(to, zone) ?? refuse('to')) : undefined
  if (first && last && last.endAt < first.startAt) refuse('to')
  return { startAt: first?.startAt ?? Number.NEGATIVE_INFINITY, endAt: last?.endAt ?? Number.POSITIVE_INFINITY }
}

/** A series counts with any of its dates; a meeting without a time with none. */
function overlaps({ meeting }: ListedMeeting, { startAt, endAt }: Span): boolean {
  const within = (at: number | undefined) => at !== undefined && at >= startAt && at <= endAt + 999
  if (!meeting.occurrences) return within(meeting.startAt)
  return meeting.occurrences.some(({ status, startAt: at }) => status === 'available' && within(at))
}

function refuse(name: string): never {
  throw validationFailed([invalidParameter(name)])
}

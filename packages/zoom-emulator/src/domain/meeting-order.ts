import type { Meeting } from './entities.ts'
import { timingOf } from './meeting-kind.ts'
import { expiresAt, lastEnd } from './meeting-lifecycle.ts'
import { SortedList } from './sorted-list.ts'

/** What `type` of a list asks for (docs/zoom-facts.md §5.7). */
export type MeetingListType = 'scheduled' | 'live' | 'upcoming' | 'upcoming_meetings' | 'previous_meetings'

/** A meeting in the order of a host, with the instants that decide in which lists it stands. */
export interface ListedMeeting {
  readonly meeting: Meeting
  /** Its (first) start; a meeting without a time stands first. */
  readonly startAt: number
  /** When its last date ends: until then it is coming. */
  readonly untilAt: number
  readonly expiresAt: number
}

/** `upcoming*` and `previous_meetings` reach this far (docs/zoom-facts.md §5.7). */
const sixMonthsMs = 183 * 86_400_000

/** A list as it stands from one instant to the next at which a meeting may enter or leave it. */
interface KeptList {
  readonly rows: SortedList<ListedMeeting>
  readonly from: number
  until: number
}

/**
 * The meetings of one host, ordered by start. A list is filtered once and kept in step with each change until one of its
 * instants passes, so that a page costs the same with ten meetings and with a hundred thousand.
 */
export class MeetingOrder {
  readonly #rows: SortedList<ListedMeeting>
  readonly #byId = new Map<number, ListedMeeting>()
  readonly #lists = new Map<MeetingListType, KeptList>()

  constructor(meetings: Iterable<Meeting>) {
    for (const meeting of meetings) if (isListed(meeting)) this.#byId.set(meeting.id, rowOf(meeting))
    this.#rows = new SortedList([...this.#byId.values()].sort(compare), compare)
  }

  put(meeting: Meeting): void {
    this.delete(meeting.id)
    if (!isListed(meeting)) return
    const row = rowOf(meeting)
    this.#byId.set(meeting.id, row)
    this.#rows.add(row)
    for (const [type, list] of this.#lists) {
      if (belongs(row, type, list.from)) list.rows.add(row)
      list.until = Math.min(list.until, nextChange(row, list.from))
    }
  }

  delete(id: number): void {
    const row = this.#byId.get(id)
    if (!row) return
    this.#byId.delete(id)
    this.#rows.remove(row)
    for (const list of this.#lists.values()) list.rows.remove(row)
  }

  /** The rows of a list at an instant. Do not change the answer, nor keep it. */
  list(type: MeetingListType, now: number): readonly ListedMeeting[] {
    const kept = this.#lists.get(type)
    if (kept && kept.from <= now && now < kept.until) return kept.rows.values
    const rows: ListedMeeting[] = []
    let until = Number.POSITIVE_INFINITY
    for (const row of this.#rows.values) {
      if (belongs(row, type, now)) rows.push(row)
      const change = nextChange(row, now)
      if (change < until) until = change
    }
    this.#lists.set(type, { rows: new SortedList(rows, compare), from: now, until })
    return rows
  }
}

/** Instant meetings and those in the trash stand in no list (docs/zoom-facts.md §5.7). */
function isListed(meeting: Meeting): boolean {
  return timingOf(meeting) !== 'instant' && meeting.deletedAt === undefined
}

function rowOf(meeting: Meeting): ListedMeeting {
  const startAt = meeting.startAt ?? Number.NEGATIVE_INFINITY
  const planned = lastEnd(meeting) ?? Number.NEGATIVE_INFINITY
  // One that was ended is past, whatever its planned end; a series has further dates.
  const untilAt = meeting.endedAt !== undefined && timingOf(meeting) !== 'series' ? meeting.endedAt : planned
  return { meeting, startAt, untilAt, expiresAt: expiresAt(meeting) }
}

function compare(a: ListedMeeting, b: ListedMeeting): number {
  if (a.startAt === b.startAt) return a.meeting.id - b.meeting.id
  return a.startAt < b.startAt ? -1 : 1
}

function belongs(row: ListedMeeting, type: MeetingListType, now: number): boolean {
  const isLive = row.meeting.status === 'started'
  switch (type) {
    case 'scheduled':
      return now < row.expiresAt
    case 'live':
      return isLive
    case 'upcoming':
    case 'upcoming_meetings':
      return isLive || (row.untilAt > now && row.startAt <= now + sixMonthsMs)
    case 'previous_meetings':
      return !isLive && timingOf(row.meeting) !== 'anytime' && row.untilAt <= now && row.untilAt > now - sixMonthsMs
  }
}

/** The next instant after `now` at which a row can enter or leave some list. */
function nextChange({ startAt, untilAt, expiresAt }: ListedMeeting, now: number): number {
  return Math.min(
    whenLater(startAt - sixMonthsMs, now),
    whenLater(untilAt, now),
    whenLater(untilAt + sixMonthsMs, now),
    whenLater(expiresAt, now),
  )
}

function whenLater(at: number, now: number): number {
  return at > now ? at : Number.POSITIVE_INFINITY
}

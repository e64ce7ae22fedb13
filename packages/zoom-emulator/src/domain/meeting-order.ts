import type { Meeting } from './entities.ts'
import { expiresAt, lastEnd } from './meeting-lifecycle.ts'

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

/**
 * The meetings of one host, ordered by start. A list is filtered once and kept until a meeting changes or one of its
 * instants passes, so that a page costs the same with ten meetings and with a hundred thousand.
 */
export class MeetingOrder {
  readonly #rows: ListedMeeting[]
  readonly #byId = new Map<number, ListedMeeting>()
  readonly #lists = new Map<MeetingListType, { rows: ListedMeeting[]; from: number; until: number }>()

  constructor(meetings: Iterable<Meeting>) {
    for (const meeting of meetings) if (isListed(meeting)) this.#byId.set(meeting.id, rowOf(meeting))
    this.#rows = [...this.#byId.values()].sort(compare)
  }

  put(meeting: Meeting): void {
    this.delete(meeting.id)
    if (!isListed(meeting)) return
    const row = rowOf(meeting)
    this.#byId.set(meeting.id, row)
    this.#rows.splice(this.#placeOf(row), 0, row)
    this.#lists.clear()
  }

  delete(id: number): void {
    const row = this.#byId.get(id)
    if (!row) return
    this.#byId.delete(id)
    this.#rows.splice(this.#placeOf(row), 1)
    this.#lists.clear()
  }

  /** The rows of a list at an instant. Do not change the answer. */
  list(type: MeetingListType, now: number): readonly ListedMeeting[] {
    const kept = this.#lists.get(type)
    if (kept && kept.from <= now && now < kept.until) return kept.rows
    const rows = this.#rows.filter((row) => belongs(row, type, now))
    this.#lists.set(type, { rows, from: now, until: this.#nextChange(now) })
    return rows
  }

  /** The next instant at which some row can enter or leave some list. */
  #nextChange(now: number): number {
    let next = Number.POSITIVE_INFINITY
    const consider = (at: number) => {
      if (at > now && at < next) next = at
    }
    for (const row of this.#rows) {
      consider(row.expiresAt)
      consider(row.untilAt)
      consider(row.startAt - sixMonthsMs)
      consider(row.untilAt + sixMonthsMs)
    }
    return next
  }

  #placeOf(row: ListedMeeting): number {
    let low = 0
    let high = this.#rows.length
    while (low < high) {
      const middle = (low + high) >>> 1
      const other = this.#rows[middle]
      if (other && compare(other, row) < 0) low = middle + 1
      else high = middle
    }
    return low
  }
}

/** Instant meetings and those in the trash stand in no list (docs/zoom-facts.md §5.7). */
function isListed(meeting: Meeting): boolean {
  return meeting.type !== 1 && meeting.deletedAt === undefined
}

function rowOf(meeting: Meeting): ListedMeeting {
  const startAt = meeting.startAt ?? Number.NEGATIVE_INFINITY
  const planned = lastEnd(meeting) ?? Number.NEGATIVE_INFINITY
  // One that was ended is past, whatever its planned end; a series has further dates.
  const untilAt = meeting.endedAt !== undefined && meeting.type !== 8 ? meeting.endedAt : planned
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
      return !isLive && row.meeting.type !== 3 && row.untilAt <= now && row.untilAt > now - sixMonthsMs
  }
}

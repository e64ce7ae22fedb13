import type { Meeting } from './entities.ts'
import type { Ids } from './ids.ts'
import type { Person } from './registration-questions.ts'

/** docs/zoom-facts.md §5.9 */
export type RegistrantStatus = 'approved' | 'pending' | 'denied'
export type RegistrantAction = 'approve' | 'deny' | 'cancel'

/** One who registered for a meeting or a webinar. */
export interface Registrant {
  readonly id: string
  readonly meetingId: number
  /** Its place among those of its meeting, from 1; never given twice. */
  readonly number: number
  readonly person: Person
  readonly status: RegistrantStatus
  /** The dates of a series that were chosen; absent for all of them. */
  readonly dates?: readonly RegisteredDate[]
  readonly pinCode: number
  /** What makes the join link hard to guess. */
  readonly linkSecret: string
  readonly createdAt: number
  /** In no list since then, and found by nobody; kept, so that their number is not given again. */
  readonly cancelledAt?: number
}

export interface RegisteredDate {
  readonly occurrenceId: string
  readonly status: RegistrantStatus
}

export interface NewRegistrant {
  readonly meetingId: number
  readonly number: number
  readonly person: Person
  readonly status: RegistrantStatus
  /** Absent: all dates. */
  readonly occurrenceIds?: readonly string[] | undefined
}

export function createRegistrant(
  { meetingId, number, person, status, occurrenceIds }: NewRegistrant,
  now: number,
  ids: Ids,
): Registrant {
  return {
    id: ids.urlSafeId(),
    meetingId,
    number,
    person,
    status,
    ...(occurrenceIds && { dates: occurrenceIds.map((occurrenceId) => ({ occurrenceId, status })) }),
    pinCode: Number(ids.pick('123456789', 6)),
    linkSecret: ids.secret(24),
    createdAt: now,
  }
}

/** The same person once more: newer answers, further dates, no new decision. */
export function registerAgain(
  registrant: Registrant,
  person: Person,
  occurrenceIds: readonly string[] | undefined,
): Registrant {
  const { dates, status } = registrant
  const more = (occurrenceIds ?? []).filter((id) => !dates?.some((date) => date.occurrenceId === id))
  return {
    ...registrant,
    person,
    ...(dates && { dates: [...dates, ...more.map((occurrenceId) => ({ occurrenceId, status }))] }),
  }
}

/** What stands of a registrant all in all, or at one date; `undefined` where they did not register for it, or cancelled. */
export function statusOf(registrant: Registrant, occurrenceId?: string): RegistrantStatus | undefined {
  if (registrant.cancelledAt !== undefined) return undefined
  if (occurrenceId === undefined || !registrant.dates) return registrant.status
  return registrant.dates.find((date) => date.occurrenceId === occurrenceId)?.status
}

const results = { approve: 'approved', deny: 'denied', cancel: undefined } as const

/** What a decision leaves, about the whole registration or, with an `occurrenceId`, about one date of it. */
export function decide(
  registrant: Registrant,
  action: RegistrantAction,
  meeting: Pick<Meeting, 'occurrences'>,
  occurrenceId: string | undefined,
  now: number,
): Registrant {
  const status = results[action]
  const dates = (occurrenceId === undefined ? registrant.dates : chosenDates(registrant, meeting))?.flatMap((date) => {
    if (occurrenceId !== undefined && occurrenceId !== date.occurrenceId) return [date]
    return status ? [{ ...date, status }] : []
  })
  const left = dates ? overall(dates) : status
  return {
    ...registrant,
    ...(dates && { dates }),
    ...(left ? { status: left } : { cancelledAt: now }),
  }
}

/** The dates of a registrant; of one who registered for all, those that there are. */
export function chosenDates(
  { dates, status }: Registrant,
  { occurrences = [] }: Pick<Meeting, 'occurrences'>,
): readonly RegisteredDate[] {
  const known = occurrences.filter((one) => one.status === 'available')
  return dates ?? known.map(({ occurrenceId }) => ({ occurrenceId, status }))
}

/** Who may come on any date is approved, else who waits for any is waiting; without a date nothing is left. */
function overall(dates: readonly RegisteredDate[]): RegistrantStatus | undefined {
  const order = ['approved', 'pending', 'denied'] as const
  return order.find((status) => dates.some((date) => date.status === status))
}

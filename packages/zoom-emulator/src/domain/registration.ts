import type { Meeting, Occurrence } from './entities.ts'
import { kindOf, recurs } from './meeting-kind.ts'
import { lastEnd } from './meeting-lifecycle.ts'
import type { RegistrantStatus } from './registrant.ts'

/** Whether people have to register: `approval_type` 0 (automatic) or 1 (the host approves), docs/zoom-facts.md §5.9. */
export function registrationIsOn({ settings }: Meeting): boolean {
  return settings.approval_type === 0 || settings.approval_type === 1
}

/** Whether the link for everybody leads to the registration: so of webinars; a meeting can be joined by its number all the same. */
export function registersFirst(meeting: Meeting): boolean {
  return kindOf(meeting) === 'webinar' && registrationIsOn(meeting)
}

/** Whether it is too late to register: the meeting has ended, or closes its registration after its last date. */
export function registrationIsOver(meeting: Meeting, now: number): boolean {
  if (meeting.status === 'started') return false
  if (meeting.endedAt !== undefined && !recurs(meeting)) return true
  const end = lastEnd(meeting)
  return meeting.settings.close_registration === true && end !== undefined && end <= now
}

/** Where a registration begins. */
export function firstStatus({ settings }: Meeting, autoApprove: boolean): RegistrantStatus {
  return settings.approval_type === 1 && !autoApprove ? 'pending' : 'approved'
}

/**
 * The dates that somebody registers for: `undefined` for all of them, as everywhere but in a series whose `registration_type` is
 * 2 or 3 (docs/zoom-facts.md §5.5). There, who names none gets the next date (2), or all that come (3).
 *
 * @returns `'unknown'` where one that was named is no date of the series.
 */
export function chooseDates(
  meeting: Meeting,
  named: readonly string[],
  now: number,
): readonly string[] | undefined | 'unknown' {
  const dates = (meeting.occurrences ?? []).filter(({ status }) => status === 'available')
  if (named.some((id) => !dates.some(({ occurrenceId }) => occurrenceId === id))) return 'unknown'
  const choice = dateChoice(meeting)
  if (choice === 'all') return undefined
  if (named.length > 0) return [...new Set(named)]
  const coming = comingDates(meeting, now).map(({ occurrenceId }) => occurrenceId)
  return choice === 'one' ? coming.slice(0, 1) : coming
}

/** Whether who registers comes to all dates, or has to say to which one, or to which ones (`registration_type` 1, 2, 3). */
export function dateChoice({ occurrences, settings }: Meeting): 'all' | 'one' | 'some' {
  if (!occurrences) return 'all'
  if (settings.registration_type === 2) return 'one'
  return settings.registration_type === 3 ? 'some' : 'all'
}

/** The dates that are not over, in order. */
export function comingDates({ occurrences = [] }: Meeting, now: number): Occurrence[] {
  return occurrences
    .filter(
      ({ status, startAt, durationMinutes }) => status === 'available' && startAt + durationMinutes * 60_000 > now,
    )
    .sort((a, b) => a.startAt - b.startAt)
}

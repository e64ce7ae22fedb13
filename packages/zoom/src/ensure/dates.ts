import { invalidInput } from '../errors.ts'
import type { Meeting, ZoomRecurrence } from '../generated/types/schemas.ts'
import { expandRecurrence } from '../recurrence/expand.ts'
import { checkBoolean, checkInteger } from '../resources/check.ts'
import { resolveStart } from '../time/start-time.ts'
import type { StartTimeInput } from '../time/start-time-input.ts'
import { formatInstant } from '../time/wall-time.ts'
import { instantFrom } from './match.ts'
import type { WantedDate, WantedMeeting } from './record.ts'

/** One date of a series that is not as the rule says: left out, at another time, or of another length. */
export interface SeriesDate {
  /** Which: its day by the rule, in the zone of the series, `2026-12-25`. */
  readonly date: string
  /** It does not take place. */
  readonly leave_out?: boolean | undefined
  /** It takes place then instead: wall time in the zone of the series, or an instant. */
  readonly start_time?: StartTimeInput | undefined
  /** Minutes, 1 to 1440. */
  readonly duration?: number | undefined
}

/** What is sent for one date. */
export type DateStep =
  | { readonly do: 'leave_out'; readonly occurrence_id: string }
  | { readonly do: 'change'; readonly occurrence_id: string; readonly body: Readonly<Record<string, unknown>> }

/**
 * Checks the dates of a series that are to be different, against the dates that its rule gives.
 *
 * @throws {ZoomError} `invalid_input` that names the field, the value and the remedy.
 */
export function resolveDates(dates: unknown, { fields }: WantedMeeting, now: number): WantedDate[] {
  if (!Array.isArray(dates))
    throw invalidInput('meeting.dates', dates, 'Give a list: [{ date: "2026-12-25", leave_out: true }].')
  if (dates.length === 0) return []
  const {
    recurrence,
    start_time: start,
    timezone: timeZone = 'UTC',
  } = fields as {
    readonly recurrence?: ZoomRecurrence
    readonly start_time?: string
    readonly timezone?: string
  }
  if (recurrence === undefined || start === undefined)
    throw invalidInput('meeting.dates', dates, 'Only a series has dates: give recurrence too, or leave dates out.')
  const days = new Map(
    expandRecurrence(recurrence, { start, timeZone }).dates.map(({ wall, instant }) => [wall.slice(0, 10), instant]),
  )
  const resolved = (dates as readonly SeriesDate[]).map((one, index) =>
    resolveDate(one, `meeting.dates[${index}]`, days, timeZone, now),
  )
  for (const [index, { date }] of resolved.entries())
    if (resolved.findIndex((one) => one.date === date) < index)
      throw invalidInput(`meeting.dates[${index}].date`, date, 'It is in the list twice: say once what becomes of it.')
  if (resolved.filter(({ leaveOut }) => leaveOut).length === days.size)
    throw invalidInput('meeting.dates', dates, 'Every date is left out: cancel the meeting instead.')
  return resolved.sort((a, b) => a.originalAt - b.originalAt)
}

function resolveDate(
  one: SeriesDate,
  field: string,
  days: ReadonlyMap<string, number>,
  timezone: string,
  now: number,
): WantedDate {
  if (typeof one !== 'object' || one === null)
    throw invalidInput(field, one, 'Give an object: { date: "2026-12-25", leave_out: true }.')
  const { date, leave_out, start_time, duration, ...unknown } = one
  for (const [name, value] of Object.entries(unknown))
    throw invalidInput(`${field}.${name}`, value, 'A date has date, and leave_out, start_time or duration.')
  const originalAt = days.get(date)
  if (originalAt === undefined)
    throw invalidInput(
      `${field}.date`,
      date,
      `The series has no such day. Its days: ${[...days.keys()].slice(0, 8).join(', ')}${days.size > 8 ? ' …' : ''}.`,
    )
  checkBoolean(`${field}.leave_out`, leave_out)
  checkInteger(`${field}.duration`, duration, 1, 1440)
  if (leave_out === true && (start_time !== undefined || duration !== undefined))
    throw invalidInput(`${field}.leave_out`, true, 'A date that is left out has no other time: give one of the two.')
  if (leave_out === true) return { date, originalAt, leaveOut: true }
  if (start_time === undefined && duration === undefined)
    throw invalidInput(field, one, 'Say what is different: leave_out, start_time or duration.')
  const fields = { start_time: `${field}.start_time`, timezone: 'meeting.timezone' }
  const startAt = start_time === undefined ? undefined : resolveStart({ start_time, timezone, now, fields }).instant
  return { date, originalAt, ...(startAt !== undefined && { startAt }), ...(duration !== undefined && { duration }) }
}

/** The dates as they were given, for a series that changes around them. */
export function datesAsGiven(dates: readonly WantedDate[]): SeriesDate[] {
  return dates.map(({ date, leaveOut, startAt, duration }) => ({
    date,
    ...(leaveOut && { leave_out: true }),
    ...(startAt !== undefined && { start_time: new Date(startAt) }),
    ...(duration !== undefined && { duration }),
  }))
}

/**
 * What is still to be sent so that the dates are as they are wanted. A date that has begun at Zoom cannot be changed any more and is
 * left alone: to leave it out would end it. An occurrence is named by its first start, in milliseconds (docs/zoom-facts.md §6).
 */
export function dateSteps(
  meeting: Pick<Meeting, 'occurrences' | 'duration'>,
  dates: readonly WantedDate[],
  now: number,
): DateStep[] {
  const steps: DateStep[] = []
  for (const { originalAt, leaveOut, startAt, duration = meeting.duration } of dates) {
    const occurrence_id = String(originalAt)
    const shown = meeting.occurrences?.find((one) => one.occurrence_id === occurrence_id)
    if (shown === undefined || instantFrom(shown.start_time) <= now) continue
    const isThere = shown.status !== 'deleted'
    const meantAt = startAt ?? originalAt
    // Moved to a time that was over before Zoom could be told: it must not come once more.
    const isOver = meantAt + (duration ?? 0) * 60_000 <= now
    if (leaveOut || isOver) {
      if (isThere) steps.push({ do: 'leave_out', occurrence_id })
      continue
    }
    if (!isThere || (instantFrom(shown.start_time) === meantAt && shown.duration === duration)) continue
    steps.push({ do: 'change', occurrence_id, body: { start_time: formatInstant(meantAt), duration } })
  }
  return steps
}

/** Whether `to` brings back to the rule a date that `from` has different: Zoom does that only by a change of the times as a whole. */
export function bringsBack(from: WantedMeeting, to: WantedMeeting): boolean {
  const still = new Map((to.dates ?? []).map((one) => [one.originalAt, one]))
  return (from.dates ?? []).some((one) => {
    const after = still.get(one.originalAt)
    return after === undefined || (one.leaveOut === true && after.leaveOut !== true)
  })
}

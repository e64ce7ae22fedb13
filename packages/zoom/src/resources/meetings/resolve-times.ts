import { invalidInput } from '../../errors.ts'
import { meetingsOperations } from '../../generated/meetings.ts'
import type { MeetingType, ZoomRecurrence } from '../../generated/types/schemas.ts'
import { expandRecurrence } from '../../recurrence/expand.ts'
import { isRecurrenceRule, type RecurrenceRule } from '../../recurrence/rule.ts'
import { recurrenceToZoom } from '../../recurrence/zoom.ts'
import type { MeantInstants } from '../../time/start-shift.ts'
import { resolveStart } from '../../time/start-time.ts'
import type { StartTimeInput } from '../../time/start-time-input.ts'
import { formatInstant } from '../../time/wall-time.ts'
import { resolveTimeZone } from '../../time/zones.ts'
import { checkNames } from '../check-names.ts'
import { parseFieldNames } from '../field-names.ts'
import type { MeetingFields } from '../meeting-types/meeting-fields.ts'

/** The time fields as Zoom is sent them. */
export interface TimeFields {
  readonly type?: MeetingType
  readonly start_time?: string
  readonly timezone?: string
  readonly recurrence?: ZoomRecurrence
}

/** What is sent, and what was meant by it; `meant` is absent where the caller named no start. */
export interface ResolvedTimes {
  readonly fields: TimeFields
  readonly meant?: MeantInstants
}

/** Turns the time fields of a whole meeting into Zoom's. Throws `invalid_input`. */
export function resolveTimes(input: MeetingFields, now: number): ResolvedTimes {
  const { start_time, timezone, recurrence, type } = input
  const kept = type === undefined ? {} : { type }
  if (start_time === undefined) {
    const zone = timezone === undefined ? {} : { timezone: resolveTimeZone(timezone).wire }
    return { fields: { ...kept, ...zone } }
  }
  if (recurrence !== undefined) return resolveSeries(start_time, timezone, recurrence, now)
  const { wire, instant } = resolveStart({ start_time, timezone, now })
  return { fields: { ...kept, ...wire }, meant: { first: instant } }
}

/**
 * Zoom is sent the first date for the start, since nobody knows surely what it makes of a start on a day that the rule
 * leaves out (docs/zoom-facts.md §6).
 */
function resolveSeries(
  start_time: StartTimeInput,
  timezone: string | undefined,
  recurrence: RecurrenceRule | ZoomRecurrence,
  now: number,
): ResolvedTimes {
  checkRecurrence(recurrence)
  const start = resolveStart({ start_time, timezone, now, isSeries: true })
  const { iana: timeZone = 'UTC' } = start
  const { dates, rule } = expandRecurrence(recurrence, { start: new Date(start.instant), timeZone })
  const first = dates[0]?.instant ?? start.instant
  const last = dates.at(-1)?.instant ?? first
  const { wire } = resolveStart({
    start_time: first === start.instant ? start_time : new Date(first),
    timezone: timezone ?? timeZone,
    now,
    isSeries: true,
    spanMs: last - first,
  })
  const zoomRecurrence = isRecurrenceRule(recurrence) ? recurrenceToZoom(recurrence, { timeZone }) : recurrence
  // Of a series without an end Zoom shows as many dates as it likes.
  const meant = rule.end === undefined ? { first } : { first, last }
  return { fields: { type: 8, ...wire, recurrence: zoomRecurrence }, meant }
}

function checkRecurrence(recurrence: RecurrenceRule | ZoomRecurrence): void {
  if (typeof recurrence !== 'object' || recurrence === null)
    throw invalidInput(
      'recurrence',
      recurrence,
      'Give a rule such as everyWeeks(1, ["friday"]), or Zoom\'s own object.',
    )
  if (isRecurrenceRule(recurrence)) return
  const names = parseFieldNames(meetingsOperations.create.body).get('recurrence')?.inside.keys() ?? []
  checkNames(recurrence, [...names], { within: 'recurrence.' })
  // Left out, Zoom was seen to move the meeting to Sunday (docs/zoom-facts.md §6).
  if (recurrence.type === 2 && !recurrence.weekly_days)
    throw invalidInput(
      'recurrence.weekly_days',
      recurrence.weekly_days,
      'Name the days, 1 = Sunday … 7 = Saturday: "2,4".',
    )
}

/** The start of one date of a series: Zoom keeps the zone of the series, so an instant is sent. Throws `invalid_input`. */
export function resolveOccurrenceTimes({ start_time, timezone }: MeetingFields, now: number): ResolvedTimes {
  if (start_time === undefined) return { fields: {} }
  const { instant } = resolveStart({ start_time, timezone, now })
  return { fields: { start_time: formatInstant(instant) }, meant: { first: instant } }
}

import type { Meeting, Occurrence, Recurrence } from './entities.ts'
import { invalidParameter, missingField, type Parsed } from './field-problem.ts'
import { timingOf } from './meeting-kind.ts'
import { expandSeries } from './recurrence.ts'
import { parseRecurrence, type RecurrenceInput } from './recurrence-rule.ts'
import type { Switches } from './switches.ts'
import { parseStartTime, wholeSecond } from './time.ts'
import { computableTimeZone } from './time-zone.ts'

/** When a meeting takes place: nothing where it has no fixed time, dates for a series. */
export interface Schedule {
  startAt?: number
  recurrence?: Recurrence
  occurrences?: Occurrence[]
}

export interface ScheduleRequest {
  readonly type: Meeting['type']
  /** The instant asked for, when there is one. */
  readonly startAt: number | undefined
  readonly durationMinutes: number
  readonly timeZone: string
  readonly recurrence: RecurrenceInput | undefined
}

/** The instant that `start_time` means; unreadable text is now, or refused (docs/zoom-facts.md §5.4). */
export function readStart(text: string, timeZone: string, now: number, switches: Switches): Parsed<number> {
  const at = parseStartTime(text, computableTimeZone(timeZone))
  if (at !== undefined) return { ok: true, value: at }
  if (switches.unreadableStart === 'now') return { ok: true, value: wholeSecond(now) }
  return { ok: false, problems: [invalidParameter('start_time')] }
}

/** Lays down when a meeting takes place (docs/zoom-facts.md §5.4, §6). */
export function planSchedule(request: ScheduleRequest, now: number, switches: Switches): Parsed<Schedule> {
  const { timeZone, durationMinutes } = request
  const timing = timingOf(request)
  if (timing === 'instant' || timing === 'anytime') return { ok: true, value: {} }
  const asked = request.startAt ?? wholeSecond(now)
  if (timing === 'once') return { ok: true, value: { startAt: Math.max(asked, wholeSecond(now)) } }

  if (request.recurrence === undefined) return { ok: false, problems: [missingField('recurrence')] }
  const zone = computableTimeZone(timeZone)
  const parsed = parseRecurrence(request.recurrence, zone, switches)
  if (!parsed.ok) return parsed
  const startAt = switches.pastSeries === 'shift' ? Math.max(asked, wholeSecond(now)) : asked
  const starts = expandSeries({ recurrence: parsed.value, startAt, timeZone: zone, extendedAt: now }, switches)
  const [first] = starts
  const last = starts.at(-1)
  if (first === undefined || last === undefined || last + durationMinutes * 60_000 <= now)
    return { ok: false, problems: [invalidParameter('recurrence.end_date_time')] }
  const occurrences = starts.map((at) => createOccurrence(at, durationMinutes))
  return { ok: true, value: { startAt: first, recurrence: parsed.value, occurrences } }
}

/** A date of a series; its id stays when it is moved. */
export function createOccurrence(startAt: number, durationMinutes: number): Occurrence {
  return { occurrenceId: String(startAt), startAt, durationMinutes, status: 'available' }
}

import type { Recurrence } from './entities.ts'
import { type FieldProblem, invalidParameter, missingField, type Parsed } from './field-problem.ts'
import type { Switches } from './switches.ts'
import { formatInstant, parseDay, parseStartTime } from './time.ts'

/** A `recurrence` object whose fields have the right types; nothing is filled in yet. */
export type RecurrenceInput = Partial<Recurrence>

type Limits = Pick<Switches, 'repeatLimits' | 'maxOccurrences' | 'bareEndDate'>

/**
 * Turns the `recurrence` that was sent into the one that is kept: defaults filled in, the fields of other types left out,
 * the end as an instant (docs/zoom-facts.md §6).
 *
 * @param timeZone where a bare end date ends
 */
export function parseRecurrence(sent: RecurrenceInput, timeZone: string, limits: Limits): Parsed<Recurrence> {
  if (sent.type === undefined) return { ok: false, problems: [missingField('recurrence.type')] }
  const problems: FieldProblem[] = []
  const refuse = (field: string) => problems.push(invalidParameter(`recurrence.${field}`))

  const interval = sent.repeat_interval ?? 1
  const greatest = limits.repeatLimits.split('/').map(Number)[sent.type - 1] ?? 1
  if (interval < 1 || interval > greatest) refuse('repeat_interval')

  const recurrence: Recurrence = { type: sent.type, repeat_interval: interval }
  if (sent.type === 2) {
    const days = parseWeeklyDays(sent.weekly_days ?? '1')
    if (days === undefined) refuse('weekly_days')
    else recurrence.weekly_days = days.join(',')
  }
  if (sent.type === 3) {
    if (sent.monthly_week === undefined && sent.monthly_week_day === undefined) {
      recurrence.monthly_day = sent.monthly_day ?? 1
    } else {
      if (sent.monthly_week === undefined) problems.push(missingField('recurrence.monthly_week'))
      else recurrence.monthly_week = sent.monthly_week
      if (sent.monthly_week_day === undefined) problems.push(missingField('recurrence.monthly_week_day'))
      else recurrence.monthly_week_day = sent.monthly_week_day
    }
  }

  if (sent.end_date_time !== undefined && sent.end_times !== undefined) refuse('end_date_time')
  else if (sent.end_date_time !== undefined) {
    const endAt = parseEnd(sent.end_date_time, timeZone, limits.bareEndDate)
    if (endAt === undefined) refuse('end_date_time')
    else recurrence.end_date_time = formatInstant(endAt)
  } else {
    recurrence.end_times = sent.end_times ?? 1
    if (recurrence.end_times < 0 || recurrence.end_times > limits.maxOccurrences) refuse('end_times')
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: recurrence }
}

/** `"1,3,5"` → `[1, 3, 5]`, in order and each once; `undefined` where it is no such list. 1 is Sunday. */
export function parseWeeklyDays(text: string): number[] | undefined {
  const days = text.split(',').map((day) => day.trim())
  if (!days.every((day) => /^[1-7]$/.test(day))) return undefined
  return [...new Set(days.map(Number))].sort((a, b) => a - b)
}

/** Without a `Z` too the end counts as UTC: Zoom documents no other form. A bare date is the switch's matter. */
function parseEnd(text: string, timeZone: string, bareEndDate: Switches['bareEndDate']): number | undefined {
  const day = parseDay(text, timeZone)
  if (day) return bareEndDate === 'end_of_day' ? day.endAt : undefined
  return parseStartTime(text, 'UTC')
}

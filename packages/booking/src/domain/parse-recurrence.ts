import { BookingError, invalidInput } from './booking-error.ts'
import type { Weekday } from './host.ts'
import { checkNoneTwice, type Fields, readList, readObject, readOneOf, readWholeNumber } from './input-reader.ts'
import { say } from './message.ts'
import type { Monthly, Recurrence } from './recurrence.ts'
import { parseDay } from './wall-time.ts'
import { weekdays } from './weekday.ts'
import { zoomLimits } from './zoom-limits.ts'

/** Beyond Zoom's limits, so that the refusal can say the nearest that Zoom has; within what Temporal computes with. */
const mostSteps = 10_000

const frequencies = ['daily', 'weekly', 'monthly'] as const
const weeks = [1, 2, 3, 4, -1] as const

/**
 * Reads a rule that came from outside.
 *
 * @throws {BookingError} `invalid_input`; `zoom_cannot` for a frequency that Zoom does not have.
 */
export function parseRecurrence(value: unknown, field = 'recurrence'): Recurrence {
  const fields = readObject(field, value, ['freq', 'interval', 'end', 'byDay', 'by'])
  const freq = readFrequency(`${field}.freq`, fields.freq)
  const interval = readWholeNumber(`${field}.interval`, fields.interval ?? 1, 1, mostSteps)
  const end = parseEnd(`${field}.end`, fields.end)
  const others = freq === 'weekly' ? ['by'] : freq === 'monthly' ? ['byDay'] : ['by', 'byDay']
  for (const name of others)
    if (fields[name] !== undefined)
      throw invalidInput(`${field}.${name}`, fields[name], say('unknown_field', { known: ['freq', 'interval', 'end'] }))
  if (freq === 'daily') return { freq, interval, end }
  if (freq === 'weekly') return { freq, interval, byDay: parseDays(`${field}.byDay`, fields.byDay), end }
  return { freq, interval, by: parseMonthDay(`${field}.by`, fields.by), end }
}

function readFrequency(field: string, value: unknown): Recurrence['freq'] {
  if (value === 'yearly')
    throw new BookingError('zoom_cannot', say('no_yearly', { months: zoomLimits.interval.monthly }), { field, value })
  if (value === 'hourly' || value === 'minutely' || value === 'secondly')
    throw new BookingError('zoom_cannot', say('once_a_day', {}), { field, value })
  return readOneOf(field, value, frequencies)
}

function parseEnd(field: string, value: unknown): Recurrence['end'] {
  const { count, until } = readObject(field, value, ['count', 'until'])
  if ((count === undefined) === (until === undefined))
    throw invalidInput(field, value, say('not_one_of', { choices: ['count', 'until'] }))
  if (count !== undefined) return { count: readWholeNumber(`${field}.count`, count, 1, mostSteps) }
  if (typeof until !== 'string' || parseDay(until) === undefined)
    throw invalidInput(`${field}.until`, until, say('not_day', {}))
  return { until }
}

function parseDays(field: string, value: unknown): Weekday[] {
  const days = readList(field, value, weekdays.length).map((day, index) =>
    readOneOf(`${field}[${index}]`, day, weekdays),
  )
  if (days.length === 0) throw invalidInput(field, value, say('not_one_of', { choices: weekdays }))
  checkNoneTwice(field, days, (day) => day)
  return days.sort((a, b) => weekdays.indexOf(a) - weekdays.indexOf(b))
}

function parseMonthDay(field: string, value: unknown): Monthly['by'] {
  const fields: Fields = readObject(field, value, ['monthDay', 'week', 'weekday'])
  const { monthDay, week, weekday } = fields
  if ((monthDay === undefined) === (week === undefined))
    throw invalidInput(field, value, say('not_one_of', { choices: ['monthDay', 'week'] }))
  if (monthDay !== undefined) return { monthDay: readWholeNumber(`${field}.monthDay`, monthDay, 1, 31) }
  const known = weeks.find((one) => one === week)
  if (known === undefined) throw invalidInput(`${field}.week`, week, say('not_one_of', { choices: weeks.map(String) }))
  return { week: known, weekday: readOneOf(`${field}.weekday`, weekday, weekdays) }
}

import type { DateException, Person, Wish } from './booking.ts'
import { invalidInput } from './booking-error.ts'
import { checkNoneTwice, readList, readObject, readOneOf, readText, readWholeNumber } from './input-reader.ts'
import { say } from './message.ts'
import { parseRecurrence } from './parse-recurrence.ts'
import { parseDay, parseTimeZone, parseWall } from './wall-time.ts'
import { zoomLimits } from './zoom-limits.ts'

/** Zoom's longest topic, and its longest agenda without the mark of safe creation (docs/zoom-facts.md §5.3). */
const longestTitle = 200
const longestAgenda = 1950
const mostPeople = 500
const mostExpected = 10_000

const wishFields = [
  'title',
  'agenda',
  'timeZone',
  'start',
  'repeated',
  'minutes',
  'recurrence',
  'exceptions',
  'people',
  'peopleExpected',
] as const

/**
 * Reads what a member asks for.
 *
 * @throws {BookingError} `invalid_input` or `zoom_cannot`, with field, value and remedy.
 */
export function parseWish(value: unknown): Wish {
  const fields = readObject('', value, wishFields)
  const people = parsePeople(fields.people ?? [])
  const { repeated } = fields
  return {
    title: readText('title', fields.title, 1, longestTitle),
    agenda: readText('agenda', fields.agenda ?? '', 0, longestAgenda),
    timeZone: readTimeZone('timeZone', fields.timeZone),
    start: readWall('start', fields.start),
    repeated: repeated === undefined ? undefined : readOneOf('repeated', repeated, ['earlier', 'later']),
    minutes: readMinutes('minutes', fields.minutes),
    recurrence: fields.recurrence === undefined ? undefined : parseRecurrence(fields.recurrence),
    exceptions: readList('exceptions', fields.exceptions ?? [], zoomLimits.dates).map(parseException),
    people,
    peopleExpected: readWholeNumber('peopleExpected', fields.peopleExpected ?? people.length + 1, 1, mostExpected),
  }
}

function readMinutes(field: string, value: unknown): number {
  return readWholeNumber(field, value, 1, zoomLimits.minutes)
}

function readWall(field: string, value: unknown): string {
  if (typeof value !== 'string' || parseWall(value) === undefined)
    throw invalidInput(field, value, say('not_wall_time', {}))
  return value
}

function readTimeZone(field: string, value: unknown): string {
  const timeZone = typeof value === 'string' ? parseTimeZone(value) : undefined
  if (timeZone === undefined) throw invalidInput(field, value, say('not_time_zone', {}))
  return timeZone
}

function parseException(value: unknown, index: number): DateException {
  const field = `exceptions[${index}]`
  const { date, start, minutes } = readObject(field, value, ['date', 'start', 'minutes'])
  if (typeof date !== 'string' || parseDay(date) === undefined)
    throw invalidInput(`${field}.date`, date, say('not_day', {}))
  if (start === undefined && minutes !== undefined)
    throw invalidInput(`${field}.minutes`, minutes, say('left_out_has_no_length', {}))
  return {
    date,
    start: start === undefined ? undefined : readWall(`${field}.start`, start),
    minutes: minutes === undefined ? undefined : readMinutes(`${field}.minutes`, minutes),
  }
}

function parsePeople(value: unknown): Person[] {
  const people = readList('people', value, mostPeople).map((person, index) => {
    const field = `people[${index}]`
    const { email, name } = readObject(field, person, ['email', 'name'])
    return {
      email: readEmail(`${field}.email`, email),
      name: name === undefined ? undefined : readText(`${field}.name`, name, 1, 200),
    }
  })
  checkNoneTwice('people', people, ({ email }) => email.toLowerCase())
  return people
}

/** One sign between two parts without blanks: whether somebody reads there, only a mail can tell. */
export function readEmail(field: string, value: unknown): string {
  const email = typeof value === 'string' ? value.trim() : ''
  if (email.length > 254 || !/^[^\s@<>,;"]+@[^\s@<>,;"]+\.[^\s@<>,;".]+$/.test(email))
    throw invalidInput(field, value, say('not_email', {}))
  return email
}

import type { DateException, Person, Wish } from './booking.ts'
import { invalidInput } from './booking-error.ts'
import type { Change, ChangeScope } from './change-booking.ts'
import {
  checkNoneTwice,
  readLine,
  readList,
  readObject,
  readOneOf,
  readText,
  readTimeZone,
  readWholeNumber,
} from './input-reader.ts'
import { say } from './message.ts'
import { parseRecurrence } from './parse-recurrence.ts'
import { parseDay, parseWall } from './wall-time.ts'
import { longestAgenda, longestTitle, zoomLimits } from './zoom-limits.ts'

const mostPeople = 500
const mostExpected = 10_000

/** How each field of a wish is read. */
const readers: { readonly [Field in keyof Wish]-?: (value: unknown) => Wish[Field] } = {
  title: (value) => readLine('title', value, 1, longestTitle),
  agenda: (value) => readText('agenda', value ?? '', 0, longestAgenda),
  timeZone: (value) => readTimeZone('timeZone', value),
  start: (value) => readWall('start', value),
  repeated: (value) => (value === undefined ? undefined : readOneOf('repeated', value, ['earlier', 'later'])),
  minutes: (value) => readMinutes('minutes', value),
  recurrence: (value) => (value === undefined ? undefined : parseRecurrence(value)),
  exceptions: (value) => readList('exceptions', value ?? [], zoomLimits.dates).map(parseException),
  people: (value) => parsePeople(value ?? []),
  peopleExpected: (value) => readWholeNumber('peopleExpected', value, 1, mostExpected),
}
export const wishFields: readonly string[] = Object.keys(readers)
export const changeFields: readonly string[] = wishFields.filter((field) => field !== 'exceptions')

/**
 * Reads what a member asks for.
 *
 * @throws {BookingError} `invalid_input` or `zoom_cannot`, with field, value and remedy.
 */
export function parseWish(value: unknown): Wish {
  const fields = readObject('', value, wishFields)
  const people = readers.people(fields.people)
  return {
    title: readers.title(fields.title),
    agenda: readers.agenda(fields.agenda),
    timeZone: readers.timeZone(fields.timeZone),
    start: readers.start(fields.start),
    repeated: readers.repeated(fields.repeated),
    minutes: readers.minutes(fields.minutes),
    recurrence: readers.recurrence(fields.recurrence),
    exceptions: readers.exceptions(fields.exceptions),
    people,
    peopleExpected: readers.peopleExpected(fields.peopleExpected ?? people.length + 1),
  }
}

/**
 * Reads what is to change of a booking: any fields of a wish but its exceptions, which change date by date.
 *
 * @throws {BookingError} as {@link parseWish}.
 */
export function parseChange(value: unknown): Change {
  const given = Object.entries(readObject('change', value, changeFields)).filter(([, its]) => its !== undefined)
  return Object.fromEntries(given.map(([field, its]) => [field, readers[field as keyof Change](its)]))
}

/** Reads which dates are meant: all, one, or one and all that follow. */
export function parseScope(value: unknown): ChangeScope {
  const { scope, date } = readObject('scope', value, ['scope', 'date'])
  const known = readOneOf('scope.scope', scope, ['all', 'one', 'following'])
  if (known === 'all') {
    if (date !== undefined) throw invalidInput('scope.date', date, say('unknown_field', { known: ['scope'] }))
    return { scope: known }
  }
  if (typeof date !== 'string' || parseDay(date) === undefined)
    throw invalidInput('scope.date', date, say('not_day', {}))
  return { scope: known, date }
}

function readMinutes(field: string, value: unknown): number {
  return readWholeNumber(field, value, 1, zoomLimits.minutes)
}

function readWall(field: string, value: unknown): string {
  if (typeof value !== 'string' || parseWall(value) === undefined)
    throw invalidInput(field, value, say('not_wall_time', {}))
  return value
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
      name: name === undefined ? undefined : readLine(`${field}.name`, name, 1, 200),
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

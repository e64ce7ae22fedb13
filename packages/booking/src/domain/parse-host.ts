import { invalidInput } from './booking-error.ts'
import type { Host, OpenHours, Weekday } from './host.ts'
import {
  readBoolean,
  readLine,
  readList,
  readObject,
  readOneOf,
  readText,
  readTimeZone,
  readWholeNumber,
} from './input-reader.ts'
import { say } from './message.ts'
import { readEmail } from './parse-wish.ts'
import { weekdays } from './weekday.ts'

/** What an administrator may say of a host. */
export type HostInput = Partial<Omit<Host, 'id'>>

/** As many people as the largest add-on of Zoom lets in, and more lanes than any account has. */
const mostPeople = 10_000
const mostLanes = 10
const mostBuffer = 240

const readers: { readonly [Field in keyof Required<Omit<Host, 'id'>>]: (value: unknown) => Host[Field] } = {
  zoomUser: (value) => readText('zoomUser', value, 1, 128),
  email: (value) => readEmail('email', value),
  name: (value) => readLine('name', value, 1, 200),
  plan: (value) => readOneOf('plan', value, ['basic', 'pro', 'business']),
  capacity: (value) => readWholeNumber('capacity', value, 1, mostPeople),
  lanes: (value) => readWholeNumber('lanes', value, 1, mostLanes),
  bufferBefore: (value) => readWholeNumber('bufferBefore', value, 0, mostBuffer),
  bufferAfter: (value) => readWholeNumber('bufferAfter', value, 0, mostBuffer),
  timeZone: (value) => readTimeZone('timeZone', value),
  hours: (value) => (value === null ? undefined : readHours(value)),
  memberId: (value) => (value === null ? undefined : readText('memberId', value, 1, 100)),
  isActive: (value) => readBoolean('isActive', value),
}

/**
 * Reads what an administrator says of a host: any of its fields; `null` takes `hours` and `memberId` away.
 *
 * @throws {BookingError} `invalid_input` with field, value and remedy.
 */
export function parseHostInput(value: unknown): HostInput {
  const fields = readObject('', value, Object.keys(readers))
  return Object.fromEntries(
    Object.entries(fields)
      .filter(([, its]) => its !== undefined)
      .map(([field, its]) => [field, readers[field as keyof HostInput](its)]),
  )
}

/**
 * A host as it is from now on: what is not said stays, and of a new one has a default.
 *
 * @throws {BookingError} `invalid_input` for a new host without its Zoom user, address, name, plan or capacity.
 */
export function hostAfter(id: string, before: Host | undefined, input: HostInput, timeZone: string): Host {
  if (before !== undefined) return { ...before, ...input }
  const required = <Field extends 'zoomUser' | 'email' | 'name' | 'plan' | 'capacity'>(field: Field): Host[Field] =>
    (input[field] ?? readers[field](undefined)) as Host[Field]
  const plan = required('plan')
  return {
    id,
    zoomUser: required('zoomUser'),
    email: required('email'),
    name: required('name'),
    plan,
    capacity: required('capacity'),
    // docs/zoom-facts.md §10: how many meetings of a licence may run at a time.
    lanes: plan === 'business' ? 2 : 1,
    bufferBefore: 0,
    bufferAfter: 0,
    timeZone,
    hours: undefined,
    memberId: undefined,
    isActive: true,
    ...input,
  }
}

function readHours(value: unknown): Host['hours'] {
  const fields = readObject('hours', value, weekdays)
  const entries = Object.entries(fields).map(([weekday, its]) => {
    const open = readList(`hours.${weekday}`, its, 10).map((one, index) => readOpen(`hours.${weekday}[${index}]`, one))
    return [weekday as Weekday, open] as const
  })
  return Object.fromEntries(entries)
}

function readOpen(field: string, value: unknown): OpenHours {
  const { from, to } = readObject(field, value, ['from', 'to'])
  const open = { from: readClock(`${field}.from`, from, '23:59'), to: readClock(`${field}.to`, to, '24:00') }
  if (open.to <= open.from) throw invalidInput(`${field}.to`, to, say('ends_before_it_begins', {}))
  return open
}

/** `HH:MM`; as texts they are in their order. */
function readClock(field: string, value: unknown, latest: string): string {
  if (typeof value !== 'string' || !/^([01]\d|2[0-4]):[0-5]\d$/.test(value) || value > latest)
    throw invalidInput(field, value, say('not_clock_time', {}))
  return value
}

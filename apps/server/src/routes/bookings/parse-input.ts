import {
  type CancelRequest,
  type ChangeRequest,
  type Fields,
  invalidInput,
  type MeetNow,
  type OverrideRequest,
  parseBooking,
  parseBookingChange,
  parseScope,
  parseWish,
  readObject,
  readText,
  readWholeNumber,
  say,
} from '@convene/booking'

/** Inputs of bookings, read by the domain: what they refuse can be told in any language. */

const longestId = 200

function readRevision({ revision }: Fields): number {
  return readWholeNumber('revision', revision, 1, Number.MAX_SAFE_INTEGER)
}

export function parseRevision(value: unknown): { readonly revision: number } {
  return { revision: readRevision(readObject('', value, ['revision'])) }
}

export function parseCancel(value: unknown): Omit<CancelRequest, 'bookingId'> {
  const fields = readObject('', value, ['revision', 'scope'])
  return { revision: readRevision(fields), scope: parseScope(fields.scope) }
}

export function parseChangeRequest(value: unknown): Omit<ChangeRequest, 'bookingId'> {
  const fields = readObject('', value, ['revision', 'scope', 'change', 'mayMove'])
  const { mayMove } = fields
  if (typeof mayMove !== 'boolean')
    throw invalidInput('mayMove', mayMove, say('not_one_of', { choices: ['true', 'false'] }))
  return {
    revision: readRevision(fields),
    scope: parseScope(fields.scope),
    ...parseBookingChange(fields.change),
    mayMove,
  }
}

/** A wish that says no start; the domain reads the rest of it as it reads any. */
export function parseMeetNow(value: unknown): MeetNow {
  const known = ['title', 'agenda', 'timeZone', 'minutes', 'people', 'peopleExpected']
  const {
    start: _start,
    repeated: _repeated,
    recurrence: _recurrence,
    exceptions: _exceptions,
    ...wish
  } = parseWish({
    ...readObject('', value, known),
    start: anyStart,
  })
  return wish
}

const anyStart = '2000-01-01T00:00'

export function parseOverride(value: unknown): OverrideRequest {
  const { wish, hostId, organiserId } = readObject('', value, ['wish', 'hostId', 'organiserId'])
  return {
    ...parseBooking(wish),
    hostId: readText('hostId', hostId, 1, longestId),
    organiserId: readText('organiserId', organiserId, 1, longestId),
  }
}

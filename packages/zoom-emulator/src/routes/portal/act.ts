import { EmulatorError } from '../../domain/emulator-error.ts'
import type { Meeting, User } from '../../domain/entities.ts'
import type { Parsed } from '../../domain/field-problem.ts'
import { createMeeting } from '../../domain/meeting-create.ts'
import { type MeetingInput, parseCreate, parseUpdate } from '../../domain/meeting-fields.ts'
import { timingOf } from '../../domain/meeting-kind.ts'
import { deleteMeeting, isUsable, recoverMeeting } from '../../domain/meeting-lifecycle.ts'
import { updateMeeting } from '../../domain/meeting-update.ts'
import { formatInstant } from '../../domain/time.ts'
import type { Emulator } from '../../http/env.ts'
import { announceCreated, announceMoved, announceUpdated } from '../meetings/announce.ts'
import { isHosting } from '../meetings/choose-host.ts'
import { meetingContext } from '../meetings/context.ts'

/** A meeting, its host, and who has it open in the portal. */
export interface OpenMeeting {
  readonly meeting: Meeting
  readonly host: User
  readonly person: User
}

/** Schedules a meeting of the person. */
export function scheduleByHand(emulator: Emulator, person: User, fields: object): Meeting {
  return make(emulator, { host: person, person }, orSay(parseCreate(fields, false)))
}

/** Makes a meeting of the same topic, agenda, start, length, dates and settings. */
export function duplicate(emulator: Emulator, { meeting, host, person }: OpenMeeting): Meeting {
  const { password, startAt, recurrence } = meeting
  const keepsPasscode = emulator.switches.portalDuplicate === 'same_passcode'
  return make(
    emulator,
    { host, person },
    {
      type: meeting.type,
      topic: meeting.topic,
      agenda: meeting.agenda,
      ...(startAt !== undefined && { start_time: formatInstant(startAt) }),
      duration: meeting.durationMinutes,
      timezone: meeting.timeZone,
      ...(password === '' ? { default_password: false } : keepsPasscode && { password }),
      ...(recurrence && { recurrence }),
      tracking_fields: [...meeting.trackingFields],
      settings: meeting.settings,
    },
  )
}

/** Changes fields of a meeting; a series keeps its recurrence where that is not among them. */
export function edit(emulator: Emulator, { meeting, host, person }: OpenMeeting, fields: object): void {
  requireIdle(meeting, 'edited')
  const sent = orSay(parseUpdate(fields, false))
  const { recurrence } = meeting
  const movesSeries = timingOf(meeting) === 'series' && !sent.type && (sent.start_time ?? sent.timezone)
  const input = movesSeries && recurrence ? { recurrence, ...sent } : sent
  const after = orSay(updateMeeting(meeting, input, host, meetingContext(emulator)))
  emulator.store.meetings.put(after)
  announceUpdated(emulator, person, { meeting, host }, { meeting: after, host })
}

/** Moves a meeting to the trash. */
export function discard(emulator: Emulator, { meeting, person }: OpenMeeting): void {
  requireIdle(meeting, 'deleted')
  emulator.store.meetings.put(deleteMeeting(meeting, emulator.clock.now()))
  announceMoved(emulator, person, 'deleted', meeting)
}

/** Takes a meeting out of the trash. */
export function recover(emulator: Emulator, { meeting, person }: OpenMeeting): void {
  const back = recoverMeeting(meeting)
  if (meeting.deletedAt === undefined || !isUsable(back, emulator.clock.now()))
    throw refused(`meeting ${meeting.id} is not in the trash any more`)
  emulator.store.meetings.put(back)
  announceMoved(emulator, person, 'recovered', back)
}

function make(
  emulator: Emulator,
  { host, person }: Pick<OpenMeeting, 'host' | 'person'>,
  input: MeetingInput,
): Meeting {
  if (!isHosting(host)) throw refused(`${host.email} may have no meetings`)
  const { store, ids } = emulator
  const id = ids.meetingId((one) => store.meetings.get(one) !== undefined)
  const assistant = host.id === person.id ? {} : { assistantId: person.id }
  const made = orSay(createMeeting({ id, host, ...assistant, input }, meetingContext(emulator)))
  const meeting: Meeting = { ...made, creationSource: 'web_portal' }
  store.meetings.put(meeting)
  announceCreated(emulator, person, { meeting, host })
  return meeting
}

function requireIdle({ id, status }: Meeting, what: string): void {
  if (status === 'started') throw refused(`meeting ${id} is running, and cannot be ${what} now`)
}

function refused(reason: string): EmulatorError {
  return new EmulatorError('portal_refused', `The portal refuses: ${reason}.`)
}

function orSay<T>(parsed: Parsed<T>): T {
  if (parsed.ok) return parsed.value
  const lines = parsed.problems.map(({ field, message }) => `${field}: ${message}`)
  throw new EmulatorError('input_invalid', lines.join('\n'))
}

import { EmulatorError } from '../domain/emulator-error.ts'
import type { Meeting } from '../domain/entities.ts'
import type { Participant, Place } from '../domain/life/participant.ts'
import type { Emulator } from '../http/env.ts'
import {
  type Arrival,
  admitPeople,
  comeIn,
  endForAll,
  explainRefusal,
  holdPerson,
  leaveMeeting,
  roomOf,
  startAsHost,
} from '../routes/life/act.ts'
import { guestFrom } from '../routes/life/guest.ts'
import { linkedMeeting } from '../routes/meetings/linked-meeting.ts'

/** Somebody who came to a meeting. */
export interface LifePerson {
  /** Zoom's `participant_uuid`; other acts name the person by it. */
  readonly id: string
  readonly name: string
  /** Empty where it is not known. */
  readonly email: string
  readonly isHost: boolean
  /** `at_the_door` of a meeting that has not begun, in its `waiting_room`, in the `meeting`, or `gone`. */
  readonly place: Place
}

/** Who comes to a meeting. The e-mail of a user of the account means that this user is signed in. */
export interface LifeGuest {
  readonly name: string
  readonly email?: string
}

/**
 * Plays a meeting without a browser: what people do on the start and join pages, as calls.
 *
 * @throws EmulatorError `meeting_unknown` (deleted and expired ones too), `person_unknown`, or `life_refused` with the reason.
 */
export interface LifeControl {
  /** The host starts the meeting, or comes back into it. */
  start(meetingId: number): LifePerson
  /** Somebody comes by the join link. `place` says whether the person is in. */
  join(meetingId: number, guest: LifeGuest): LifePerson
  /** Lets one person in from the waiting room, or everybody. */
  admit(meetingId: number, personId?: string): void
  /** Sends somebody from the meeting back into the waiting room. */
  hold(meetingId: number, personId: string): void
  remove(meetingId: number, personId: string): void
  leave(meetingId: number, personId: string): void
  /** Ends the meeting for all. */
  end(meetingId: number): void
  /** Who is there now, in the order of coming. */
  people(meetingId: number): LifePerson[]
}

/** The acts of one emulator. */
export function createLifeControl(emulator: Emulator): LifeControl {
  const find = (meetingId: number): Meeting => {
    const meeting = linkedMeeting(emulator, String(meetingId))
    if (meeting) return meeting
    throw new EmulatorError(
      'meeting_unknown',
      `There is no meeting ${meetingId}: it was deleted, has expired, or never existed.`,
    )
  }
  /** The act on somebody who is there. */
  const onPerson = (meetingId: number, personId: string, act: (meeting: Meeting) => void) => {
    const meeting = find(meetingId)
    const isThere = roomOf(emulator, meeting).people.some(({ id, place }) => id === personId && place !== 'gone')
    if (!isThere)
      throw new EmulatorError('person_unknown', `Nobody with the id ${personId} is at meeting ${meetingId} now.`)
    act(meeting)
  }
  return {
    start: (meetingId) => arrived(startAsHost(emulator, find(meetingId))),
    join(meetingId, { name, email }) {
      const meeting = find(meetingId)
      return arrived(comeIn(emulator, meeting, guestFrom(emulator, meeting, name, email)))
    },
    admit(meetingId, personId) {
      if (personId === undefined) admitPeople(emulator, find(meetingId))
      else onPerson(meetingId, personId, (meeting) => admitPeople(emulator, meeting, [personId]))
    },
    hold: (meetingId, personId) => onPerson(meetingId, personId, (meeting) => holdPerson(emulator, meeting, personId)),
    remove: (meetingId, personId) =>
      onPerson(meetingId, personId, (meeting) => leaveMeeting(emulator, meeting, personId, 'removed')),
    leave: (meetingId, personId) =>
      onPerson(meetingId, personId, (meeting) => leaveMeeting(emulator, meeting, personId)),
    end: (meetingId) => endForAll(emulator, find(meetingId)),
    people: (meetingId) =>
      roomOf(emulator, find(meetingId))
        .people.filter(({ place }) => place !== 'gone')
        .map(personFrom),
  }
}

function arrived(arrival: Arrival): LifePerson {
  if (arrival.ok) return personFrom(arrival.participant)
  throw new EmulatorError('life_refused', explainRefusal(arrival))
}

function personFrom({ id, name, email, isHost, place }: Participant): LifePerson {
  return { id, name, email, isHost, place }
}

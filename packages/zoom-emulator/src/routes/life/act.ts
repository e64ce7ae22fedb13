import type { Meeting } from '../../domain/entities.ts'
import { basicMeetingMs, leads } from '../../domain/life/entry-rules.ts'
import type { Guest, Participant } from '../../domain/life/participant.ts'
import { type ActContext, admit, end, enter, hold, leave, type Room, type Turn } from '../../domain/life/room.ts'
import type { Emulator } from '../../http/env.ts'
import { isHosting } from '../meetings/choose-host.ts'
import { hostOf, meetingContext } from '../meetings/context.ts'
import { announceTurn } from './announce-turn.ts'

/** What came of asking to come in. */
export type Arrival =
  | { readonly ok: true; readonly participant: Participant }
  | { readonly ok: false; readonly reason: 'sign_in_required' }
  | { readonly ok: false; readonly reason: 'may_not_host' }
  | { readonly ok: false; readonly reason: 'running_limit'; readonly limit: number }

/** Why somebody was not let in, and what to do. */
export function explainRefusal(arrival: Exclude<Arrival, { ok: true }>): string {
  if (arrival.reason === 'sign_in_required')
    return 'This meeting lets only signed-in people in: give the e-mail of a user of the account.'
  if (arrival.reason === 'may_not_host')
    return 'The host may not hold meetings now: an administrator has to activate the user, or give a licence.'
  return `The host already runs as many meetings as the licence allows (${arrival.limit}): one has to end first.`
}

/** The host starts the meeting, or comes back into it; nothing changes for one who is in. */
export function startAsHost(emulator: Emulator, meeting: Meeting): Arrival {
  const host = hostOf(emulator, meeting)
  const present = roomOf(emulator, meeting).people.find(
    ({ userId, place }) => userId === host.id && place === 'meeting',
  )
  if (present) return { ok: true, participant: present }
  return comeIn(emulator, meeting, { name: host.displayName, email: host.email, userId: host.id })
}

/** Somebody comes by the join link; a host who may run no meeting, or no more, and asks to, is refused. */
export function comeIn(emulator: Emulator, meeting: Meeting, guest: Guest): Arrival {
  const limit = runningLimit(emulator, meeting)
  const mayHost = isHosting(hostOf(emulator, meeting))
  const mayStart = mayHost && countRunning(emulator, meeting.hostId) < limit
  if (!mayStart && meeting.status !== 'started' && leads(meeting, guest))
    return mayHost ? { ok: false, reason: 'running_limit', limit } : { ok: false, reason: 'may_not_host' }
  const entry = enter(roomOf(emulator, meeting), guest, mayStart, actContext(emulator))
  if (!entry.ok) return entry
  finish(emulator, entry.turn)
  return { ok: true, participant: entry.participant }
}

/** Lets people out of the waiting room; all of them where none is named. */
export function admitPeople(emulator: Emulator, meeting: Meeting, ids?: readonly string[]): void {
  const room = roomOf(emulator, meeting)
  finish(emulator, admit(room, ids ?? room.people.map(({ id }) => id), actContext(emulator)))
}

/** Sends somebody back into the waiting room. */
export function holdPerson(emulator: Emulator, meeting: Meeting, id: string): void {
  finish(emulator, hold(roomOf(emulator, meeting), id, actContext(emulator)))
}

/** Somebody leaves, or is removed. */
export function leaveMeeting(emulator: Emulator, meeting: Meeting, id: string, gone?: 'removed'): void {
  finish(emulator, leave(roomOf(emulator, meeting), id, actContext(emulator), gone))
}

/** The meeting ends for all; one that does not run stays as it is. */
export function endForAll(emulator: Emulator, meeting: Meeting): void {
  finish(emulator, end(roomOf(emulator, meeting), actContext(emulator)))
}

/** Sets the cut of every running meeting of a Basic host, after the emulator has read what a file kept. */
export function watchRunning(emulator: Emulator): void {
  for (const meeting of emulator.store.meetings.values()) if (meeting.status === 'started') setCut(emulator, meeting)
}

/** The meeting with what goes on in it. */
export function roomOf({ store }: Pick<Emulator, 'store'>, meeting: Meeting): Room {
  const instance = meeting.status === 'started' ? store.instances.get(meeting.uuid) : undefined
  return {
    meeting,
    instance,
    people: [...store.participantsAtDoor(meeting.id), ...(instance ? store.participantsOfInstance(instance.uuid) : [])],
  }
}

function actContext({ clock, ids, switches }: Emulator): ActContext {
  return { now: clock.now(), ids, switches }
}

function runningLimit(emulator: Emulator, meeting: Meeting): number {
  return meetingContext(emulator).policyOf(hostOf(emulator, meeting)).atOnce
}

function countRunning({ store }: Emulator, hostId: string): number {
  let count = 0
  for (const { status, deletedAt } of store.meetingsOfHost(hostId))
    if (status === 'started' && deletedAt === undefined) count++
  return count
}

/** Keeps what an act left, all of it or nothing, and then tells of it. */
function finish(emulator: Emulator, turn: Turn): void {
  const { store } = emulator
  const { meeting, instance } = turn.room
  store.transaction(() => {
    if (instance && turn.news.some(({ name }) => name === 'meeting.started' || name === 'meeting.ended'))
      store.instances.put(instance)
    for (const participant of turn.changed) store.participants.put(participant)
    if (store.meetings.get(meeting.id) !== meeting) store.meetings.put(meeting)
  })
  if (turn.news.some(({ name }) => name === 'meeting.started')) setCut(emulator, meeting)
  announceTurn(emulator, turn)
}

/** A meeting of a Basic host ends after 40 minutes, unless it has ended before, or the host got a licence. */
function setCut(emulator: Emulator, { id, uuid, startedAt = 0 }: Meeting): void {
  emulator.timers.at(startedAt + basicMeetingMs, () => {
    const { store } = emulator
    const meeting = store.meetings.get(id)
    if (meeting?.uuid !== uuid || meeting.status !== 'started') return
    if (store.users.get(meeting.hostId)?.type === 1) endForAll(emulator, meeting)
  })
}

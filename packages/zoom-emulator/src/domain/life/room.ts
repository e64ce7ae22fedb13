import type { Meeting } from '../entities.ts'
import type { Ids } from '../ids.ts'
import { endMeeting, startMeeting } from '../meeting-lifecycle.ts'
import type { Switches } from '../switches.ts'
import { entrySettings, leads, mayBeginWithoutHost, mayEnter, waitsInRoom } from './entry-rules.ts'
import { type Instance, instanceFromMeeting } from './instance.ts'
import { type Guest, moveTo, type Participant } from './participant.ts'

/** A meeting with what goes on in it. */
export interface Room {
  readonly meeting: Meeting
  /** The one that runs. */
  readonly instance?: Instance | undefined
  /** Everybody who came to the running instance, and who stands at the door of one that has not begun. */
  readonly people: readonly Participant[]
}

/** Something that subscribers are told: an event of docs/zoom-facts.md §9. */
export interface News {
  readonly name: `meeting.${'started' | 'ended' | ParticipantNews}`
  readonly participant?: Participant
}
type ParticipantNews = `participant_${
  | 'joined'
  | 'left'
  | 'admitted'
  | 'put_in_waiting_room'
  | 'joined_waiting_room'
  | 'left_waiting_room'
  | 'jbh_joined'
  | 'jbh_waiting'
  | 'jbh_waiting_left'}`

/** What an act left, and what there is to tell of it, in order. */
export interface Turn {
  readonly room: Room
  /** The participants that are new or changed. */
  readonly changed: readonly Participant[]
  readonly news: readonly News[]
}

export interface ActContext {
  readonly now: number
  readonly ids: Ids
  readonly switches: Pick<Switches, 'emptyMeeting'>
}

/** What came of asking to come in. */
export type Entry =
  | { readonly ok: true; readonly turn: Turn; readonly participant: Participant }
  | { readonly ok: false; readonly reason: 'sign_in_required' }

/**
 * Somebody comes to the meeting (docs/zoom-facts.md §5.5). The host, and an alternative host, starts it where it does not run;
 * others come in, wait in its waiting room, or stand at the door until it begins.
 *
 * @param mayStart whether the host can run one more meeting; asked only of a meeting that does not run.
 */
export function enter(room: Room, guest: Guest, mayStart: boolean, context: ActContext): Entry {
  const { now } = context
  const isHost = leads(room.meeting, guest)
  if (!isHost && !mayEnter(guest, entrySettings(room.meeting, now))) return { ok: false, reason: 'sign_in_required' }
  const draft = new Draft(room, context)
  const participant = draft.arrive(guest, isHost)
  const beginsAlone = !isHost && mayBeginWithoutHost(room.meeting, now)
  if (room.meeting.status === 'started') draft.letIn(participant)
  else if (mayStart && (isHost || beginsAlone)) {
    draft.begin()
    if (beginsAlone) draft.tell('participant_jbh_joined', participant)
    draft.letIn(participant)
    draft.openDoor()
  } else draft.tell('participant_jbh_waiting', participant)
  return { ok: true, turn: draft.turn(), participant: draft.find(participant.id) ?? participant }
}

/** Lets people out of the waiting room into the meeting; whoever is not there is left where he is. */
export function admit(room: Room, ids: readonly string[], context: ActContext): Turn {
  const draft = new Draft(room, context)
  for (const id of ids) {
    const participant = draft.find(id)
    if (participant?.place !== 'waiting_room') continue
    const admitted = draft.move(participant, 'meeting')
    draft.tell('participant_admitted', admitted)
    draft.tell('participant_left_waiting_room', admitted)
    draft.tell('participant_joined', admitted)
  }
  return draft.turn()
}

/** Sends somebody who is in the meeting into its waiting room. */
export function hold(room: Room, id: string, context: ActContext): Turn {
  const draft = new Draft(room, context)
  const participant = draft.find(id)
  if (participant?.place === 'meeting' && !participant.isHost) {
    draft.tell('participant_put_in_waiting_room', draft.move(participant, 'waiting_room'))
  }
  return draft.turn()
}

/** Somebody leaves, or is removed. A meeting that nobody is in any more ends, unless the switch keeps it. */
export function leave(room: Room, id: string, context: ActContext, gone?: 'removed'): Turn {
  const draft = new Draft(room, context)
  const participant = draft.find(id)
  if (participant) {
    draft.goAway(participant, gone)
    if (participant.place === 'meeting' && context.switches.emptyMeeting === 'end' && !draft.isAnybodyIn) draft.end()
  }
  return draft.turn()
}

/** The meeting ends for all. */
export function end(room: Room, context: ActContext): Turn {
  const draft = new Draft(room, context)
  if (room.meeting.status === 'started') draft.end()
  return draft.turn()
}

/** Zoom's numbers of participants begin here and go up by this much. */
const firstNumber = 16_778_240
const numberStep = 1024

/** One act in the making. */
class Draft {
  #meeting: Meeting
  #instance: Instance | undefined
  readonly #people: Map<string, Participant>
  readonly #changed = new Set<string>()
  readonly #news: News[] = []
  readonly #context: ActContext

  constructor({ meeting, instance, people }: Room, context: ActContext) {
    this.#meeting = meeting
    this.#instance = instance
    this.#people = new Map(people.map((one) => [one.id, one]))
    this.#context = context
  }

  get isAnybodyIn(): boolean {
    return [...this.#people.values()].some(({ place }) => place === 'meeting')
  }

  find(id: string): Participant | undefined {
    return this.#people.get(id)
  }

  turn(): Turn {
    return {
      room: { meeting: this.#meeting, instance: this.#instance, people: [...this.#people.values()] },
      changed: [...this.#changed].flatMap((id) => this.#people.get(id) ?? []),
      news: this.#news,
    }
  }

  tell(name: ParticipantNews, about: Participant): void {
    this.#news.push({ name: `meeting.${name}`, participant: about })
  }

  arrive({ name, email = '', userId, registrantId }: Guest, isHost: boolean): Participant {
    return this.#put({
      id: this.#context.ids.uuid(),
      meetingId: this.#meeting.id,
      number: firstNumber + numberStep * this.#people.size,
      name,
      email,
      ...(userId !== undefined && { userId }),
      ...(registrantId !== undefined && { registrantId }),
      isHost,
      place: 'at_the_door',
      stays: [],
    })
  }

  begin(): void {
    this.#meeting = startMeeting(this.#meeting, this.#context.now, this.#context.ids)
    this.#instance = instanceFromMeeting(this.#meeting, this.#context.now)
    this.#news.push({ name: 'meeting.started' })
  }

  /** Into the running meeting, or into its waiting room. */
  letIn(participant: Participant): void {
    const { now } = this.#context
    const waits = waitsInRoom(participant, this.#meeting, entrySettings(this.#meeting, now))
    const moved = this.move(participant, waits ? 'waiting_room' : 'meeting')
    this.tell(waits ? 'participant_joined_waiting_room' : 'participant_joined', moved)
  }

  /** Those who stood at the door come in. */
  openDoor(): void {
    for (const participant of this.#people.values()) {
      if (participant.place !== 'at_the_door') continue
      this.tell('participant_jbh_waiting_left', participant)
      this.letIn(participant)
    }
  }

  move(participant: Participant, place: 'waiting_room' | 'meeting'): Participant {
    const uuid = this.#instance?.uuid
    return this.#put(
      moveTo({ ...participant, ...(uuid !== undefined && { instanceUuid: uuid }) }, place, this.#context.now),
    )
  }

  goAway(participant: Participant, gone?: 'removed' | 'ended'): void {
    if (participant.place === 'gone') return
    const left = this.#put({ ...moveTo(participant, 'gone', this.#context.now), ...(gone && { gone }) })
    if (participant.place === 'at_the_door') this.tell('participant_jbh_waiting_left', left)
    else this.tell(participant.place === 'meeting' ? 'participant_left' : 'participant_left_waiting_room', left)
  }

  end(): void {
    const { now } = this.#context
    for (const participant of this.#people.values()) this.goAway(participant, 'ended')
    this.#meeting = endMeeting(this.#meeting, now)
    if (this.#instance) this.#instance = { ...this.#instance, endedAt: now }
    this.#news.push({ name: 'meeting.ended' })
  }

  #put(participant: Participant): Participant {
    this.#people.set(participant.id, participant)
    this.#changed.add(participant.id)
    return participant
  }
}

/** Where a participant is: at the door of a meeting that has not begun, in its waiting room, in it, or gone. */
export type Place = 'at_the_door' | 'waiting_room' | 'meeting' | 'gone'

/** A time that a participant spent in one place; Zoom's reports have a row for each. */
export interface Stay {
  readonly place: 'waiting_room' | 'meeting'
  readonly fromAt: number
  /** Absent while it lasts. */
  readonly untilAt?: number
}

/** Somebody who came to a meeting. Who leaves and comes back is another participant (docs/zoom-facts.md §5.10). */
export interface Participant {
  /** Zoom's `participant_uuid`. */
  readonly id: string
  readonly meetingId: number
  /** Absent at the door: there is no instance yet. */
  readonly instanceUuid?: string
  /** Zoom's `user_id`: a number that counts within the meeting. */
  readonly number: number
  readonly name: string
  /** Empty where it is not known. */
  readonly email: string
  /** The user as whom the person is signed in. */
  readonly userId?: string
  readonly registrantId?: string
  /** Whether the person leads the meeting: its host, or an alternative host. */
  readonly isHost: boolean
  readonly place: Place
  /** In the order of time. */
  readonly stays: readonly Stay[]
  /** Why the person is gone, where it was somebody else's doing. */
  readonly gone?: 'removed' | 'ended'
}

/** Somebody who asks to come in. */
export interface Guest {
  readonly name: string
  readonly email?: string
  readonly userId?: string
  readonly registrantId?: string
}

/** The participant in another place from `at` on. */
export function moveTo(participant: Participant, place: Place, at: number): Participant {
  const stays = participant.stays.map((stay) => (stay.untilAt === undefined ? { ...stay, untilAt: at } : stay))
  if (place === 'waiting_room' || place === 'meeting') stays.push({ place, fromAt: at })
  return { ...participant, place, stays }
}

/** Milliseconds in the meeting, not counting its waiting room; until `now` where the person is still there. */
export function timeInMeeting({ stays }: Participant, now: number): number {
  let ms = 0
  for (const { place, fromAt, untilAt = now } of stays) if (place === 'meeting') ms += untilAt - fromAt
  return ms
}

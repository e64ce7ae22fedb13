import type { Held } from '../src/domain/booking.ts'
import type { Host } from '../src/domain/host.ts'
import type { MeetingDate } from '../src/domain/meeting-dates.ts'

/** A host of the pool that is always open and holds a hundred people, but for what is said. */
export function host(id: string, its: Partial<Host> = {}): Host {
  return {
    id,
    zoomUser: `${id}@example.com`,
    email: `${id}@example.com`,
    name: id,
    plan: 'pro',
    capacity: 100,
    lanes: 1,
    bufferBefore: 0,
    bufferAfter: 0,
    timeZone: 'UTC',
    hours: undefined,
    memberId: undefined,
    isActive: true,
    ...its,
  }
}

/** A date by its times in UTC: `2026-12-18T09:00`. */
export function date(from: string, to: string): MeetingDate {
  return { date: from.slice(0, 10), startsAt: Date.parse(`${from}Z`), endsAt: Date.parse(`${to}Z`) }
}

/** What is held of a lane, by its times in UTC. */
export function held(hostId: string, from: string, to: string, its: Partial<Held> = {}): Held {
  return {
    hostId,
    lane: 1,
    heldFrom: Date.parse(`${from}Z`),
    heldTo: Date.parse(`${to}Z`),
    bookingId: 'another',
    ...its,
  }
}

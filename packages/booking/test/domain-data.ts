import type { Held, Occurrence, Wish } from '../src/domain/booking.ts'
import type { Host } from '../src/domain/host.ts'
import { datesOfMeeting, type MeetingDate } from '../src/domain/meeting-dates.ts'
import type { Member } from '../src/domain/member.ts'

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

/** A single meeting on Friday 2026-12-18 at 09:00 UTC, but for what is said. */
export function wish(its: Partial<Wish> = {}): Wish {
  return {
    title: 'Interview',
    agenda: '',
    timeZone: 'UTC',
    start: '2026-12-18T09:00',
    minutes: 60,
    recurrence: undefined,
    exceptions: [],
    people: [],
    peopleExpected: 2,
    ...its,
  }
}

/** Every Friday from 2026-12-18 on, at 09:00 UTC. */
export function fridays(count: number, its: Partial<Wish> = {}): Wish {
  return wish({ recurrence: { freq: 'weekly', interval: 1, byDay: ['friday'], end: { count } }, ...its })
}

/** What a booking of this wish holds of the first lane of host `a`. */
export function occurrencesOf(its: Wish, bookingId = 'mine'): Occurrence[] {
  return datesOfMeeting(its).dates.map((one) => ({
    ...one,
    id: `${bookingId} ${one.date}`,
    bookingId,
    hostId: 'a',
    lane: 1,
    heldFrom: one.startsAt,
    heldTo: one.endsAt,
    isHeld: true,
  }))
}

/** A member who may book without asking, but for what is said. */
export function member(id: string, its: Partial<Member> = {}): Member {
  return {
    id,
    email: `${id}@example.com`,
    name: id,
    role: 'member',
    language: 'en',
    timeZone: 'UTC',
    needsApproval: false,
    isActive: true,
    ...its,
  }
}

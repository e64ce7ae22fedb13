import type { Booking, Occurrence } from '../../src/domain/booking.ts'
import type { Host } from '../../src/domain/host.ts'
import type { Member } from '../../src/domain/member.ts'

export const minute = 60_000
export const hour: number = 60 * minute
export const day: number = 24 * hour
/** The Monday around which the tests lie. */
export const monday: number = Date.parse('2026-12-14T00:00:00Z')

export const hostOf = (id: string, changes: Partial<Host> = {}): Host => ({
  id,
  zoomUser: `${id}@zoom.example.com`,
  email: `${id}@example.com`,
  name: `Host ${id}`,
  plan: 'business',
  capacity: 300,
  lanes: 2,
  bufferBefore: 0,
  bufferAfter: 5,
  timeZone: 'Asia/Taipei',
  hours: undefined,
  memberId: undefined,
  isActive: true,
  ...changes,
})

export const memberOf = (id: string, changes: Partial<Member> = {}): Member => ({
  id,
  email: `${id}@example.com`,
  name: `Member ${id}`,
  role: 'member',
  language: 'zh-TW',
  timeZone: 'Asia/Taipei',
  needsApproval: false,
  isActive: true,
  ...changes,
})

export const bookingOf = (id: string, changes: Partial<Booking> = {}): Booking => ({
  id,
  organiserId: 'mei',
  deputies: [],
  hostId: 'a',
  lane: 1,
  state: 'reserved',
  revision: 1,
  sequence: 0,
  meetingKey: `meeting of ${id}`,
  title: '面試 "1"',
  agenda: 'Bring a pen.\nİstanbul',
  timeZone: 'Asia/Taipei',
  start: '2026-12-14T18:00',
  repeated: undefined,
  minutes: 60,
  recurrence: undefined,
  exceptions: [],
  people: [{ email: 'ken@example.com', name: undefined }],
  peopleExpected: 12,
  choice: { code: 'smallest_that_fits', values: { capacity: 100, people: 12 } },
  createdAt: monday,
  changedAt: monday,
  ...changes,
})

/** Dates of a booking, each from `at` hours after the Monday's beginning; they hold five minutes more at their ends. */
export function datesOf(
  { id, hostId, lane }: Pick<Booking, 'id' | 'hostId' | 'lane'>,
  at: readonly number[],
  hours = 1,
): readonly Occurrence[] {
  return at.map((start, index) => {
    const startsAt = monday + start * hour
    const endsAt = startsAt + hours * hour
    return {
      id: `${id}/${index}`,
      bookingId: id,
      hostId,
      lane,
      date: new Date(startsAt).toISOString().slice(0, 10),
      startsAt,
      endsAt,
      heldFrom: startsAt,
      heldTo: endsAt + 5 * minute,
      isHeld: true,
    }
  })
}

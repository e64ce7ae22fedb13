import type { Chance } from './chance.ts'
import type { FaultModel } from './fault-model.ts'

/** What a caller wants of a meeting. */
export interface Wish {
  readonly host: string
  readonly topic: string
  readonly start_time: string
  readonly timezone: string
  readonly duration: number
}

/** Something that the caller does after the first asking. */
export type LaterWish =
  | { readonly kind: 'change'; readonly fields: Partial<Wish> }
  | { readonly kind: 'cancel' }
  /** What a person has edited at Zoom is set back. */
  | { readonly kind: 'restore' }
  /** After a cancellation: what could be read of it goes out of the journal. */
  | { readonly kind: 'forget' }
  /** Not the caller: a person edits the published meeting in the portal, and a webhook tells. */
  | { readonly kind: 'edited'; readonly fields: Partial<Pick<Wish, 'topic' | 'duration'>> }
  | { readonly kind: 'again' }
  | { readonly kind: 'other' }

/** One booking: what its caller will do, and when. It is settled before the world begins. */
export interface Booking {
  readonly number: number
  readonly key: string
  readonly wish: Wish
  readonly askAt: number
  /** Only written down at first; a worker does it. */
  readonly isPlanned: boolean
  /** In order, each so long after the one before. */
  readonly later: readonly { readonly afterMs: number; readonly wish: LaterWish }[]
}

export interface BookingPlan {
  readonly chance: Chance
  readonly model: FaultModel
  readonly count: number
  readonly hosts: readonly [string, ...string[]]
  readonly startAt: number
  /** All are asked for within this time. */
  readonly overMs: number
  /** Whether the way of creating keeps records; otherwise each is asked for once. */
  readonly keepsRecords: boolean
}

const zones = ['Asia/Taipei', 'Europe/Berlin', 'America/New_York', 'UTC'] as const
const dayMs = 86_400_000

/** The bookings of a world, the one asked for first being the first. */
export function planBookings(plan: BookingPlan): readonly Booking[] {
  const { chance, count, startAt, overMs } = plan
  const instants = Array.from({ length: count }, () => startAt + chance.below(overMs)).sort((a, b) => a - b)
  return instants.map((askAt, index) => planBooking(plan, index + 1, askAt))
}

function planBooking({ chance, model, hosts, keepsRecords }: BookingPlan, number: number, askAt: number): Booking {
  const { people } = model
  const wish: Wish = {
    host: chance.pick(hosts),
    topic: topicOf(number, 'as asked'),
    start_time: startOf(chance, askAt),
    timezone: chance.pick(zones),
    duration: chance.pick([30, 45, 60, 90]),
  }
  const later: Booking['later'][number][] = []
  const add = (probability: number, make: () => LaterWish) => {
    // Half of them come while the first asking may still be under way.
    if (chance.hit(probability))
      later.push({ afterMs: chance.hit(0.5) ? chance.below(5_000) : chance.below(1_800_000), wish: make() })
  }
  if (keepsRecords) {
    add(people.asked_again, () => ({ kind: 'again' }))
    add(people.asked_other, () => ({ kind: 'other' }))
    add(people.changed, () => ({ kind: 'change', fields: changedFields(chance, number, askAt) }))
    add(people.host_changed, () => ({ kind: 'change', fields: { host: otherThan(wish.host, hosts, chance) } }))
    add(people.changed / 3, () => ({ kind: 'change', fields: changedFields(chance, number, askAt) }))
    add(people.cancelled, () => ({ kind: 'cancel' }))
    const after = chance.fork(`after ${number}`)
    if (after.hit(people.restored)) later.push({ afterMs: after.below(5_400_000), wish: { kind: 'restore' } })
    const cancelled = later.find(({ wish: { kind } }) => kind === 'cancel')
    if (cancelled !== undefined && after.hit(people.forgotten))
      later.push({ afterMs: cancelled.afterMs + after.below(600_000), wish: { kind: 'forget' } })
  }
  return { number, key: `booking-${number}`, wish, askAt, isPlanned: keepsRecords && chance.hit(0.3), later }
}

/** The number stands in every topic of a booking, so that the truth needs no record of ours to tell whose a meeting is. */
function topicOf(number: number, words: string): string {
  return `Booking ${number} ${words}`
}

export function numberOfTopic(topic: string): number | undefined {
  const number = /^Booking (\d+) /.exec(topic)?.[1]
  return number === undefined ? undefined : Number(number)
}

function startOf(chance: Chance, askAt: number): string {
  // Some minutes to two weeks ahead, on the quarter of an hour.
  const ahead = chance.hit(0.1) ? chance.between(20, 120) * 60_000 : chance.between(1, 14) * dayMs
  const quarter = 15 * 60_000
  const start = Math.ceil((askAt + dayMs + ahead) / quarter) * quarter
  return new Date(start).toISOString().slice(0, 19)
}

function changedFields(chance: Chance, number: number, askAt: number): Partial<Wish> {
  const what = chance.pick(['topic', 'start', 'length'])
  if (what === 'topic') return { topic: topicOf(number, `by another name ${chance.below(1000)}`) }
  return what === 'start' ? { start_time: startOf(chance, askAt) } : { duration: chance.pick([15, 40, 75, 120]) }
}

function otherThan(host: string, hosts: readonly string[], chance: Chance): string {
  const others = hosts.filter((one) => one !== host)
  return others[chance.below(others.length)] ?? host
}

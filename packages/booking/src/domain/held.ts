import type { Held } from './booking.ts'
import type { Host } from './host.ts'
import { type Intervals, intervalsFrom, noIntervals, type Span } from './intervals.ts'
import { type MeetingDate, minuteMs } from './meeting-dates.ts'

/** What a date holds of a lane: with the buffers of the host, or that of the policies where it is longer. */
export function heldSpan(
  { startsAt, endsAt }: Pick<MeetingDate, 'startsAt' | 'endsAt'>,
  { bufferBefore, bufferAfter }: Pick<Host, 'bufferBefore' | 'bufferAfter'>,
  bufferMinutes = 0,
): Span {
  return {
    from: startsAt - Math.max(bufferBefore, bufferMinutes) * minuteMs,
    to: endsAt + Math.max(bufferAfter, bufferMinutes) * minuteMs,
  }
}

/** What is taken of each lane, ready to be asked many times. */
export interface HeldIndex {
  of(hostId: string, lane: number): Intervals
}

/** @param ignoring a booking that is about to change: what it holds itself is not in its way */
export function indexHeld(held: readonly Held[], ignoring?: string): HeldIndex {
  const spans = new Map<string, Map<number, Span[]>>()
  for (const { hostId, lane, heldFrom, heldTo, bookingId } of held) {
    if (ignoring !== undefined && bookingId === ignoring) continue
    const lanes = spans.get(hostId) ?? new Map<number, Span[]>()
    const taken = lanes.get(lane) ?? []
    taken.push({ from: heldFrom, to: heldTo })
    lanes.set(lane, taken)
    spans.set(hostId, lanes)
  }
  const indexed = new Map([...spans].map(([id, lanes]) => [id, mapValues(lanes, intervalsFrom)]))
  return { of: (hostId, lane) => indexed.get(hostId)?.get(lane) ?? noIntervals }
}

function mapValues<Key, From, To>(map: ReadonlyMap<Key, From>, change: (value: From) => To): Map<Key, To> {
  return new Map([...map].map(([key, value]) => [key, change(value)]))
}

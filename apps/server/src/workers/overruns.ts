import { type Held, type Host, isWithinItsTime, noteChange, type Overrun, overrunNoticeMs } from '@convene/booking'
import { ZoomError } from '@convene/zoom'
import { createRounds, type Worker } from './rounds.ts'
import type { WorkerParts } from './worker-parts.ts'

type OverrunParts = Pick<WorkerParts, 'store' | 'desk' | 'zoom' | 'clock' | 'log' | 'news'>

const everyMs = 30_000
/** Meetings that began earlier are over, or nobody can tell which one is which. */
const backMs = 26 * 60 * 60_000

/** A lane whose next booking is near, with the one before it. */
export interface NearLane {
  readonly hostId: string
  readonly before: string
  /** From when on its date was held. */
  readonly beforeFrom: number
  readonly next: string
}

/**
 * Lanes on which one booking is over and the next one begins soon, by what is held, in the order of its beginning. An overrun that is
 * known is near as long as it takes time from the next one.
 */
export function nearLanes(held: readonly Held[], known: readonly Overrun[], now: number): readonly NearLane[] {
  const isKnown = (before: Held, next: Held) =>
    known.some(({ bookingId, nextBookingId }) => bookingId === before.bookingId && nextBookingId === next.bookingId)
  const lanes = Map.groupBy(
    held.filter(({ bookingId }) => bookingId !== undefined),
    ({ hostId, lane }) => `${hostId} ${lane}`,
  )
  const near = [...lanes.values()].flatMap((dates) =>
    dates.flatMap((next, index): NearLane[] => {
      const before = dates[index - 1]
      if (before?.bookingId === undefined || next.bookingId === undefined) return []
      if (before.bookingId === next.bookingId || next.heldFrom > now + overrunNoticeMs) return []
      const isNew = next.heldFrom > now - overrunNoticeMs
      if (!isNew && !(now < next.heldTo && isKnown(before, next))) return []
      return [{ hostId: next.hostId, before: before.bookingId, beforeFrom: before.heldFrom, next: next.bookingId }]
    }),
  )
  // Of short meetings several begin soon; what runs is in the way of one of them, the last.
  return [...new Map(near.map((one) => [one.before, one])).values()]
}

/** Sees meetings that still run at Zoom although the next one on their lane is about to begin, and tells the people of both. */
export function createOverrunsWorker(parts: OverrunParts): Worker {
  const { store, clock, news } = parts

  async function round(): Promise<void> {
    const now = clock.now()
    const { hosts, held, known } = await store.read(async (reading) => {
      const all = await reading.hosts.list()
      const range = { from: now - backMs, to: now + overrunNoticeMs }
      return {
        hosts: new Map(all.map((host) => [host.id, host])),
        held: await reading.held(
          all.map(({ id }) => id),
          range,
        ),
        known: await reading.overruns.list(),
      }
    })
    const near = nearLanes(held, known, now)
    const running = await runningAt(parts, hosts, near)
    const seen: Overrun[] = []
    for (const lane of near) {
      const { before, next } = lane
      if (await isOverrunning(parts, lane, running, now))
        seen.push({ bookingId: before, nextBookingId: next, seenAt: now })
    }
    if (await keep(parts, seen, known)) news.wake()
  }

  return createRounds(parts, { name: 'overruns', everyMs, round })
}

/** The ids of the meetings that run now on these hosts. Where Zoom does not answer nothing is known to run. */
async function runningAt(
  { zoom, log }: OverrunParts,
  hosts: ReadonlyMap<string, Host>,
  near: readonly NearLane[],
): Promise<ReadonlySet<number>> {
  const running = new Set<number>()
  for (const hostId of new Set(near.map((lane) => lane.hostId))) {
    const userId = hosts.get(hostId)?.zoomUser
    if (userId === undefined) continue
    try {
      const schedule = { priority: 'background' as const, host: userId }
      for await (const { id } of zoom.meetings.list({ userId, type: 'live' }, { schedule })) running.add(id)
    } catch (error) {
      if (!(error instanceof ZoomError)) throw error
      log.warn('overruns_unreadable', { hostId, code: error.code })
    }
  }
  return running
}

async function isOverrunning(
  { store }: OverrunParts,
  { before: bookingId, beforeFrom }: NearLane,
  running: ReadonlySet<number>,
  now: number,
): Promise<boolean> {
  return store.read(async ({ bookings, publications }) => {
    const meetingId = (await publications.find(bookingId))?.meetingId
    if (meetingId === undefined || !running.has(meetingId)) return false
    const dates = await bookings.occurrencesOf(bookingId)
    const date = dates.find(({ heldFrom }) => heldFrom === beforeFrom)
    // What was opened before its time takes none of the next one's, and what runs by right neither.
    return date !== undefined && date.endsAt <= now && !isWithinItsTime(dates, now)
  })
}

/** Whether anything is other than before. */
async function keep(
  { store, desk, clock }: OverrunParts,
  seen: readonly Overrun[],
  known: readonly Overrun[],
): Promise<boolean> {
  const over = known.filter((one) => !seen.some(({ bookingId }) => bookingId === one.bookingId))
  const fresh = seen.filter(
    (one) => !known.some((other) => other.bookingId === one.bookingId && other.nextBookingId === one.nextBookingId),
  )
  if (over.length === 0 && fresh.length === 0) return false
  await store.transaction(async (transaction) => {
    for (const { bookingId } of over) await transaction.overruns.clear(bookingId)
    for (const overrun of fresh) {
      await transaction.overruns.set(overrun)
      const { bookingId, nextBookingId } = overrun
      const key = `overrun ${bookingId} ${nextBookingId} ${new Date(clock.now()).toISOString().slice(0, 10)}`
      await transaction.outbox.add({ key, kind: 'overrun', body: { bookingId, nextBookingId }, dueAt: clock.now() })
    }
    for (const id of [...over, ...fresh].flatMap(({ bookingId, nextBookingId }) => [bookingId, nextBookingId])) {
      const booking = await transaction.bookings.find(id)
      if (booking !== undefined) await noteChange(desk, transaction, booking)
    }
  })
  return true
}

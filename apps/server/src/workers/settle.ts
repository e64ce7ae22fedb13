import { type Difference, goOn, moveFromFullHost, settleBooking } from '@convene/booking'
import { ZoomError } from '@convene/zoom'
import type { MeetingStatus } from '@convene/zoom/ensure'
import { createRounds, type Worker } from './rounds.ts'
import type { WorkerParts } from './worker-parts.ts'
import { differencesOf, outcomeOf } from './zoom-outcome.ts'

export type SettleParts = Pick<WorkerParts, 'store' | 'desk' | 'keeper' | 'zoom' | 'clock' | 'log' | 'news'>

export interface SettleWorker extends Worker {
  /** Safe creation has got further with this meeting. */
  noticed(meetingKey: string): void
}

/** How often is looked for bookings of which no process has heard: one was killed before it could say. */
const sweepEveryMs = 10_000
/** Shorter waits are limits of a second; a longer one means that the host's day is used up. */
const usedUpMs = 5 * 60_000
const pageSize = 100

/** Takes over into bookings what became of their meetings: at once where this process has seen it, else with the next sweep. */
export function createSettleWorker(parts: SettleParts): SettleWorker {
  const seen = new Set<string>()
  /** Why meetings have not got further, as pages show it. */
  const hindrances = new Map<string, string>()
  let sweepAt = 0

  async function round(signal: AbortSignal): Promise<void> {
    while (seen.size > 0 && !signal.aborted) {
      const [key = ''] = seen
      seen.delete(key)
      const status = await settleOne(parts, key)
      if (hindrances.get(key) === status?.reason) continue
      if (status?.reason === undefined) hindrances.delete(key)
      else hindrances.set(key, status.reason)
      await noteHindrance(parts, key)
    }
    if (parts.clock.now() < sweepAt) return
    sweepAt = parts.clock.now() + sweepEveryMs
    await sweep(parts, signal)
  }

  const worker = createRounds(parts, { name: 'settle', everyMs: sweepEveryMs, round })
  return {
    ...worker,
    noticed(meetingKey) {
      seen.add(meetingKey)
      worker.wake()
    },
  }
}

async function sweep(parts: SettleParts, signal: AbortSignal): Promise<void> {
  for (let after: string | undefined; ; ) {
    const page = await parts.store.read(({ bookings }) => bookings.listUnsettled({ after, limit: pageSize }))
    for (const { meetingKey } of page) {
      if (signal.aborted) return
      await settleOne(parts, meetingKey)
    }
    if (page.length < pageSize) return
    after = page.at(-1)?.id
  }
}

/** The booking is as it was, but open pages show why its link does not come. */
async function noteHindrance({ desk, news }: SettleParts, meetingKey: string): Promise<void> {
  await desk.store.transaction(async (transaction) => {
    const booking = await transaction.bookings.findByMeetingKey(meetingKey)
    if (booking === undefined) return
    const { id: bookingId, organiserId, deputies, hostId } = booking
    for (const memberId of [organiserId, ...deputies])
      await transaction.news.add({ at: desk.now(), kind: 'booking_changed', bookingId, memberId, hostId })
  })
  news.wake()
}

/** One that fails is told, and does not keep the others waiting. */
export async function settleOne(parts: SettleParts, meetingKey: string): Promise<MeetingStatus | undefined> {
  try {
    return await settle(parts, meetingKey)
  } catch (error) {
    parts.log.error('booking_not_settled', { meetingKey, error })
    return undefined
  }
}

async function settle(parts: SettleParts, meetingKey: string): Promise<MeetingStatus | undefined> {
  const { keeper, desk, news } = parts
  const status = await keeper.status(meetingKey)
  if (status === undefined) return undefined
  const differences = status.state === 'published' ? await readDifferences(parts, status) : []
  // Deleted at Zoom since it was read: safe creation is about to see that.
  if (differences === undefined) return status
  if (await settleBooking(desk, outcomeOf(status, differences))) news.wake()
  if (status.state === 'refused' && (await goOn(desk, meetingKey))) news.wake()
  if (isHostUsedUp(status, desk.now()) && (await moveFromFullHost(desk, meetingKey)) === 'moved') news.wake()
  return status
}

/** Zoom has surely made nothing, and takes nothing more of this host today. */
function isHostUsedUp({ state, reason, attempts, nextAt }: MeetingStatus, now: number): boolean {
  return state === 'planned' && reason === 'limited' && attempts === 0 && (nextAt?.getTime() ?? 0) > now + usedUpMs
}

async function readDifferences(parts: SettleParts, status: MeetingStatus): Promise<readonly Difference[] | undefined> {
  const { store, zoom, desk } = parts
  const { key, differs, meeting: made } = status
  if (differs.length === 0 || made === undefined) return []
  const { booking, publication } = await store.read(async ({ bookings, publications }) => {
    const found = await bookings.findByMeetingKey(key)
    return { booking: found, publication: found && (await publications.find(found.id)) }
  })
  if (booking === undefined) return []
  const told = { joinUrl: publication?.joinUrl, now: desk.now() }
  const schedule = { priority: 'background' as const, host: made.host }
  try {
    const meeting = await zoom.meetings.get({ meetingId: made.id, show_previous_occurrences: true }, { schedule })
    return differencesOf(differs, booking, meeting, told)
  } catch (error) {
    if (error instanceof ZoomError && error.code === 'not_found') return undefined
    throw error
  }
}

import type { Ambient } from '../http/ambient.ts'
import type { CallToSchedule, Turn } from '../http/turn.ts'
import { type Bucket, takenOf } from './bucket.ts'
import { checkLongestWaitMs, rankOf } from './check-options.ts'
import { freeNotBefore } from './forecast.ts'
import type { Need } from './need.ts'
import type { Job, Pump } from './pump.ts'
import type { Group, Queue } from './queue.ts'
import type { LimitStore } from './store.ts'
import { waitTooLong } from './too-long.ts'
import type { ZoomClock } from './zoom-clock.ts'

export interface WaitingRoom extends Pick<Ambient, 'now' | 'setTimer'> {
  readonly queue: Queue<Job>
  readonly store: LimitStore
  readonly needsOf: (job: Pick<Job, 'call' | 'host'>) => readonly Need[]
  readonly pump: Pump
  readonly clock: ZoomClock
  /** Called when a call came or went. */
  readonly tell: () => void
}

/** When to ask again where another call holds a lock: deletions end within a second as a rule. */
const afterLockMs = 1000

/** Puts a call into the queue; rejects when it is given up, or with the time when it could go where that is too late. */
export function waitForTurn(
  room: WaitingRoom,
  call: CallToSchedule,
  host: string | undefined,
  usualWaitMs: number,
): Promise<Turn> {
  const { queue, pump, now, setTimer, tell } = room
  const rank = rankOf(call.schedule?.priority)
  const longestWaitMs = checkLongestWaitMs(call.schedule?.longestWaitMs ?? usualWaitMs)
  return new Promise((resolve, reject) => {
    let isWaiting = true
    let cancelTimer = () => {}
    const leave = () => {
      isWaiting = false
      cancelTimer()
      call.signal.removeEventListener('abort', giveUp)
    }
    const job: Job = {
      call,
      host,
      go(turn) {
        leave()
        resolve(turn)
      },
      fail(error) {
        if (!isWaiting) return
        leave()
        queue.giveUp(group, waiter)
        reject(error)
        tell()
      },
    }
    const giveUp = () => job.fail(call.signal.reason)
    const failIfAfter = async (latest: number) => {
      const { need, at } = await earliest(room, job, group)
      const retryAt = need.kind === 'lock' ? Math.max(at, now() + afterLockMs) : at
      if (at > latest) job.fail(waitTooLong(call.operation.id, need, longestWaitMs, retryAt))
    }
    const waiter = queue.add(call.operation.id, host, rank, job)
    const group = queue.groupOf(call.operation.id, rank)
    call.signal.addEventListener('abort', giveUp)
    void pump.run()
    tell()
    if (!isWaiting || longestWaitMs === Number.POSITIVE_INFINITY) return
    // In the end it has waited too long, whatever was foreseen.
    cancelTimer = setTimer(longestWaitMs, () => void failIfAfter(Number.NEGATIVE_INFINITY).catch(job.fail))
    failIfAfter(now() + longestWaitMs).catch(job.fail)
  })
}

/** The need for which a call has to wait longest, and until when at least. */
async function earliest(
  { store, queue, needsOf, pump, clock, now }: WaitingRoom,
  job: Job,
  group: Group<Job>,
): Promise<{ need: Need; at: number }> {
  const needs = needsOf(job)
  const at = now()
  const found = store.look(
    needs.map(({ bucket }) => bucket),
    at,
  )
  const buckets: readonly Bucket[] = found instanceof Promise ? await found : found
  const before = aheadOf(queue, pump, group)
  const lane = [...group.awake, ...group.asleep].find(({ host }) => host === job.host)
  const beforeInLane = lane?.waiters.findIndex(({ call }) => call === job) ?? 0
  let latest: { need: Need; at: number } | undefined
  for (const [index, need] of needs.entries()) {
    const bucket = buckets[index]
    if (bucket === undefined) continue
    const ahead = need.name === 'host_daily' || need.kind === 'lock' ? Math.max(0, beforeInLane) : before
    const free = freeNotBefore(bucket, need, ahead, at, clock.dayEnd(at))
    // A lock is held until some call ends, nobody knows when: among equals it is what stands in the way.
    const isHeld = need.kind === 'lock' && takenOf(bucket) + ahead >= need.limit
    if (latest === undefined || free > latest.at || (isHeld && free === latest.at)) latest = { need, at: free }
  }
  if (latest === undefined) throw new Error('A call needs a place of at least one label.')
  return latest
}

/** How many calls that could go as to their hosts go before the last one of a group. */
function aheadOf(queue: Queue<Job>, pump: Pump, group: Group<Job>): number {
  let ahead = -1
  for (const other of queue.groups()) {
    if (other.waiting === 0 || other.rank > group.rank) continue
    if (other !== group && !pump.competes(group, other)) continue
    ahead += other.waiting - other.asleep.reduce((sum, { waiters }) => sum + waiters.length, 0)
  }
  return Math.max(0, ahead)
}

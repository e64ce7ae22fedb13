import type { Ambient } from '../http/ambient.ts'
import type { CallToSchedule, Turn } from '../http/turn.ts'
import type { Need } from './need.ts'
import type { CallNeeds } from './needs-of-call.ts'
import type { Group, Lane, Queue } from './queue.ts'
import { type EndOf, type LimitStore, type Taken, type Ticket, unlessItFails } from './store.ts'

/** A call that waits. */
export interface Job {
  readonly call: CallToSchedule
  readonly host: string | undefined
  go(turn: Turn): void
  fail(error: unknown): void
}

export interface PumpParts extends Pick<Ambient, 'now' | 'setTimer'> {
  readonly queue: Queue<Job>
  readonly store: LimitStore
  readonly labelsOf: CallNeeds['labelsOf']
  readonly needsOf: (job: Pick<Job, 'call' | 'host'>) => readonly Need[]
  readonly endOf: EndOf
  readonly start: (call: CallToSchedule, host: string | undefined, ticket: Ticket, sentAt: number) => Turn
}

export interface Pump {
  /** Lets go what may go, and looks again when more may. All of it happens at once where the store is not shared. */
  run(): Promise<void>
  /** When it looks again; `Infinity` while nobody knows. */
  nextAt(): number
  /** Whether calls of two groups need a place of the same label. */
  competes(one: Group<Job>, other: Group<Job>): boolean
}

/** A clock may be set and a machine may sleep: look again after so long at the latest. */
const longestSleepMs = 60_000
/** In a shared store the calls of others end without a word. */
const pollMs = 25

export function createPump(parts: PumpParts): Pump {
  const { queue, store, labelsOf, needsOf, endOf, now, setTimer, start } = parts
  let isRunning = false
  let runAgain = false
  let nextAt = Number.POSITIVE_INFINITY
  let timer: { readonly at: number; readonly cancel: () => void } | undefined

  async function run(): Promise<void> {
    runAgain = true
    if (isRunning) return
    isRunning = true
    while (runAgain) {
      runAgain = false
      const at = now()
      queue.wake(at)
      /** Places kept for calls that wait for another one besides; without that they might wait for ever. */
      const kept = new Map<string, number>()
      const blocked = new Set<Group<Job>>()
      let groupsAt = Number.POSITIVE_INFINITY
      for (let group = next(blocked); group !== undefined; group = next(blocked)) {
        const lane = group.awake[0]
        const job = lane?.waiters[0]?.call
        if (lane === undefined || job === undefined) {
          blocked.add(group)
          continue
        }
        let taken: Taken
        try {
          const answer = store.take(keeping(needsOf(job), kept), at, at + job.call.timeoutMs, endOf)
          taken = answer instanceof Promise ? await answer : answer
        } catch (error) {
          job.fail(error)
          continue
        }
        if (taken.ok) letGo(group, lane, job, taken.ticket, at)
        else {
          const mayAskAt = taken.at === Number.POSITIVE_INFINITY && store.isShared ? at + pollMs : taken.at
          if (isOfHost(needsOf(job)[taken.blockedBy])) {
            queue.sleep(group, lane, mayAskAt)
            continue
          }
          blocked.add(group)
          groupsAt = Math.min(groupsAt, mayAskAt)
          for (const { bucket, kind } of needsOf(job))
            if (kind === 'window') kept.set(bucket, (kept.get(bucket) ?? 0) + 1)
        }
      }
      nextAt = Math.min(groupsAt, queue.wakesAt())
    }
    isRunning = false
    arm()
  }

  const next = (blocked: ReadonlySet<Group<Job>>) => queue.inOrder().find((group) => !blocked.has(group))

  function letGo(group: Group<Job>, lane: Lane<Job>, job: Job, ticket: Ticket, at: number): void {
    // Given up while the store was asked.
    if (lane.waiters[0]?.call !== job) {
      unlessItFails(() => store.end(ticket, at, endOf))
      return
    }
    queue.served(group, lane, (other) => competes(group, other, job))
    job.go(start(job.call, job.host, ticket, at))
  }

  const operationOf = ({ awake, asleep }: Group<Job>) => (awake[0] ?? asleep[0])?.waiters[0]?.call.call.operation
  function competes(one: Group<Job>, other: Group<Job>, job?: Job): boolean {
    const mine = job?.call.operation ?? operationOf(one)
    const theirs = operationOf(other)
    if (mine === undefined || theirs === undefined) return false
    const labels = labelsOf(theirs)
    return labelsOf(mine).some((label) => labels.includes(label))
  }

  function arm(): void {
    if (queue.waiting() === 0 || nextAt === Number.POSITIVE_INFINITY) {
      timer?.cancel()
      timer = undefined
      return
    }
    if (timer?.at === nextAt) return
    timer?.cancel()
    const cancel = setTimer(Math.min(Math.max(0, nextAt - now()), longestSleepMs), () => {
      timer = undefined
      void run()
    })
    timer = { at: nextAt, cancel }
  }

  return { run, nextAt: () => nextAt, competes }
}

const isOfHost = (need: Need | undefined): boolean => need?.kind === 'lock' || need?.name === 'host_daily'

function keeping(needs: readonly Need[], kept: ReadonlyMap<string, number>): readonly Need[] {
  if (kept.size === 0) return needs
  return needs.map((need) => ({ ...need, limit: need.limit - (kept.get(need.bucket) ?? 0) }))
}

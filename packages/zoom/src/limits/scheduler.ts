import { type Ambient, realAmbient } from '../http/ambient.ts'
import type { Meaning } from '../http/response.ts'
import type { Answer } from '../http/send.ts'
import type { CallScheduler, CallToSchedule, Turn } from '../http/turn.ts'
import { checkOptions } from './check-options.ts'
import type { Estimate, WorkToEstimate } from './estimate.ts'
import { estimateWork } from './estimate-work.ts'
import { createHostNames } from './host-names.ts'
import { createLearner } from './learn.ts'
import { createMemoryStore } from './memory-store.ts'
import type { Need } from './need.ts'
import { createCallNeeds, hasHost, hostOf } from './needs-of-call.ts'
import type { ZoomPlan } from './plan-limits.ts'
import { createPump, type Job } from './pump.ts'
import { createQueue } from './queue.ts'
import { type LimitStore, type Ticket, unlessItFails } from './store.ts'
import { type WaitingRoom, waitForTurn } from './wait-for-turn.ts'
import { createZoomClock } from './zoom-clock.ts'

/** How much of Zoom's limits this program may use; `plan` is enough. */
export interface SchedulerOptions {
  /** The account's plan; `business` stands for Business, Education, Enterprise and Partner. */
  readonly plan: ZoomPlan
  /** Which part of the account's limits this program may use: above 0, at most 1 (1). Other apps use the account too. */
  readonly share?: number | undefined
  /** The longest wait for a turn in milliseconds, where a call does not say its own (30,000); `Infinity` for any. */
  readonly longestWaitMs?: number | undefined
  /** Where places are kept: in this process, unless several share a store such as `createSqliteLimitStore`. */
  readonly store?: LimitStore | undefined
  /** Told after each call that came, went or ended. */
  readonly onProgress?: ((progress: SchedulerProgress) => void) | undefined
  /** Clock, timers and chance. */
  readonly ambient?: Partial<Pick<Ambient, 'now' | 'setTimer' | 'random'>> | undefined
}

/** What a bar can show. */
export interface SchedulerProgress {
  /** Calls that wait for their turn. */
  readonly waiting: number
  /** Calls on their way. */
  readonly running: number
  /** Calls that have ended, however they ended. */
  readonly done: number
  /** Answers of Zoom that refused a call for a limit: 0, unless others use more of the account than this program knows. */
  readonly refused: number
  /** When the next of the waiting calls can go; absent while nothing waits or nobody knows. */
  readonly nextAt: Date | undefined
}

/** Keeps calls inside Zoom's limits. One for an account; its clients share it. */
export interface Scheduler extends CallScheduler {
  progress(): SchedulerProgress
  /**
   * How long creations or changes of meetings would take from now on, by what is left of each host's day. Calls that wait
   * already, and what other apps will call, are not in it.
   */
  estimate(work: WorkToEstimate): Promise<Estimate>
}

/**
 * Makes a scheduler. Hand it to `createZoomClient` as `scheduler`; every client of the same account gets the same one. A call that
 * has to wait longer than `longestWaitMs` fails with `rate_limited` at once, and `details.retryAt` says when it could go.
 *
 * @throws `ZoomError` `invalid_input` when an option cannot be used.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict'
 * import { createZoomClient, optionsFromEnvironment } from '@convene/zoom'
 * import { createScheduler } from '@convene/zoom/limits'
 * import { startEmulator } from '@convene/zoom-emulator'
 *
 * await using emulator = await startEmulator({ switches: { limits: 'all' } })
 * const scheduler = createScheduler({ plan: 'business', longestWaitMs: Infinity })
 * const zoom = createZoomClient({ ...optionsFromEnvironment(emulator.env), scheduler })
 *
 * const { sentence } = await scheduler.estimate({ count: 70, hosts: ['mei@example.com', 'kenji@example.com'] })
 * console.log(sentence)
 * const creations = Array.from({ length: 70 }, (_, index) =>
 *   zoom.meetings.create(
 *     { userId: index % 2 === 0 ? 'mei@example.com' : 'kenji@example.com', topic: `Interview ${index + 1}` },
 *     { schedule: { priority: 'background' } },
 *   ),
 * )
 * await Promise.all(creations)
 * assert.equal(scheduler.progress().refused, 0)
 * ```
 */
export function createScheduler(options: SchedulerOptions): Scheduler {
  const { plan, share, longestWaitMs: longestWait } = checkOptions(options)
  const { now, setTimer, random } = { ...realAmbient, ...options.ambient }
  const { store = createMemoryStore(), onProgress } = options
  const hosts = createHostNames()
  const needs = createCallNeeds(plan, share)
  const clock = createZoomClock()
  const learn = createLearner({ needs, store, clock, random })
  const queue = createQueue<Job>()
  let running = 0
  let done = 0
  let refused = 0

  const endOf = (need: Need, countedAt: number): number =>
    need.kind === 'window' ? countedAt + need.lengthMs : need.kind === 'day' ? clock.dayEnd(countedAt) : countedAt
  const needsOf = ({ call, host }: Pick<Job, 'call' | 'host'>) =>
    needs.needsOf(call.operation, host === undefined ? undefined : hosts.current(host))
  const pump = createPump({ queue, store, labelsOf: needs.labelsOf, needsOf, endOf, now, setTimer, start })
  const tell = () => onProgress?.(progress())
  const room: WaitingRoom = { queue, store, needsOf, pump, clock, now, setTimer, tell }

  function progress(): SchedulerProgress {
    const nextAt = pump.nextAt()
    const isKnown = queue.waiting() > 0 && nextAt !== Number.POSITIVE_INFINITY
    return { waiting: queue.waiting(), running, done, refused, nextAt: isKnown ? new Date(nextAt) : undefined }
  }

  function start(call: CallToSchedule, host: string | undefined, ticket: Ticket, sentAt: number): Turn {
    running++
    let isDone = false
    const turn = {
      keepsRefusal: false,
      done(answer?: Answer, meaning?: Meaning) {
        if (isDone) return
        isDone = true
        running--
        done++
        const answeredAt = now()
        const date = answer?.headers.get('date') ?? undefined
        if (date !== undefined) clock.learn(date, sentAt, answeredAt)
        // Nobody sees when Zoom counted it on its way: at the latest now (docs/decisions/0010).
        unlessItFails(() => store.end(ticket, answeredAt, endOf))
        if (answer !== undefined) {
          if (answer.status === 429) refused++
          if (meaning?.ok === true) learnHosts(call, meaning.value)
          turn.keepsRefusal = learn({ call, host, ticket, answer, meaning, sentAt, answeredAt })
        }
        if (queue.waiting() > 0) {
          if (call.operation.method === 'DELETE') queue.wakeUnknown()
          void pump.run()
        }
        tell()
      },
    }
    return turn
  }

  function learnHosts({ operation, parts, caller }: CallToSchedule, value: unknown): void {
    const hostName = hasHost(operation) && !isForAnother(parts.body) ? parts.path?.userId : undefined
    for (const { from, into } of hosts.learn(hostName?.toString(), value, caller))
      unlessItFails(() => mergeHosts(from, into))
  }

  async function mergeHosts(from: string, into: string): Promise<void> {
    for (const kind of ['host', 'delete']) await store.merge(`${kind} ${from}`, `${kind} ${into}`)
  }

  return {
    progress,
    estimate: async (work) => estimateWork({ needs, hosts, store }, work, now()),
    turn(call) {
      const host = hasHost(call.operation) ? hostOf(call, hosts) : undefined
      if (!store.isShared && queue.waiting() === 0) {
        const at = now()
        const taken = store.take(needsOf({ call, host }), at, at + call.timeoutMs, endOf)
        if (!(taken instanceof Promise) && taken.ok) return start(call, host, taken.ticket, at)
      }
      return waitForTurn(room, call, host, longestWait)
    },
  }
}

/** A meeting that is made for another person: the host in its answer is not the user in the path. */
const isForAnother = (body: unknown): boolean =>
  typeof body === 'object' && body !== null && 'schedule_for' in body && Boolean(body.schedule_for)

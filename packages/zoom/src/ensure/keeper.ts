import { base64Url } from '../auth/base64url.ts'
import { invalidInput } from '../errors.ts'
import { realAmbient } from '../http/ambient.ts'
import type { Requester } from '../http/operation.ts'
import { createBell } from './bell.ts'
import type { ChangeCost } from './cost.ts'
import { follow, type WaitOptions } from './follow.ts'
import { forgetMeetings } from './forget.ts'
import { followHint, type MeetingHint } from './hint.ts'
import type { Journal } from './journal.ts'
import type { KeeperAmbient, KeeperParts } from './keeper-parts.ts'
import {
  checkKey,
  costOfChange,
  type MeetingChangeRequest,
  type MeetingRequest,
  over,
  planCancellation,
  planChange,
  planDecision,
  planMeeting,
  planRestoration,
} from './plan.ts'
import { probeAgenda } from './probe.ts'
import type { MeetingRecord } from './record.ts'
import { checkSettings, type KeeperSettings } from './settings.ts'
import { type MeetingStatus, statusOf } from './status.ts'
import { type WorkOptions, work } from './work.ts'

/** What a keeper works with; `zoom` and `journal` are enough. */
export interface MeetingKeeperOptions {
  /** The client by which Zoom is called: `createZoomClient`, `createZoom`. */
  readonly zoom: Requester
  /** Where is kept what was sent: `createSqliteJournal`, `createPostgresJournal`. */
  readonly journal: Journal
  /** Its times, where the usual ones do not do. */
  readonly settings?: Partial<KeeperSettings> | undefined
  /** Told each step of each meeting, for a page or a log. It holds link and passcode: show it only to whom they belong. */
  readonly onStatus?: ((status: MeetingStatus) => void) | undefined
  /** Clock, timers, chance and digests. */
  readonly ambient?: Partial<KeeperAmbient> | undefined
}

/** Where a plan is written down. */
export interface PlanOptions {
  /** A journal over a transaction that you have opened: what is planned is kept if, and when, you commit. */
  readonly journal?: Journal | undefined
}

/** Makes each meeting once, and keeps it as it is wanted. */
export interface MeetingKeeper {
  /**
   * Makes the meeting unless it was made: the same key ends in one meeting, whatever time-out, crash or repetition came between.
   * Writes down what is wanted, does the work or watches another process do it, and gives the state in which it is then.
   * That Zoom is away, refuses, or does not answer is a state and no error.
   *
   * @throws {ZoomError} `invalid_input` before anything is kept; `key_reused` when the key stands for another meeting; what the
   * journal throws.
   */
  ensureMeeting(request: MeetingRequest, options?: WaitOptions): Promise<MeetingStatus>
  /**
   * Changes the meeting in place, so that its link stays; on another host it is made anew first. Unknown outcomes are resolved
   * before anything is sent. A change may be repeated; the same fields once more try again what Zoom has refused.
   *
   * @throws {ZoomError} `invalid_input`; `key_unknown`; `conflict` when it was cancelled, or deleted at Zoom.
   */
  changeMeeting(request: MeetingChangeRequest, options?: WaitOptions): Promise<MeetingStatus>
  /**
   * Deletes the meeting, also one of which Zoom never answered whether it was made. May be repeated.
   *
   * @throws {ZoomError} `key_unknown`.
   */
  cancelMeeting(request: { readonly key: string }, options?: WaitOptions): Promise<MeetingStatus>
  /** As `ensureMeeting`, and only writes it down: a worker does the rest. */
  planMeeting(request: MeetingRequest, options?: PlanOptions): Promise<MeetingStatus>
  /** As `changeMeeting`, and only writes it down. */
  planChange(request: MeetingChangeRequest, options?: PlanOptions): Promise<MeetingStatus>
  /** As `cancelMeeting`, and only writes it down. */
  planCancellation(request: { readonly key: string }, options?: PlanOptions): Promise<MeetingStatus>
  /**
   * Where Zoom shows something else than was wanted (`differs`), since somebody has changed it there: sets it back. Only these fields are
   * sent; with its start, its length or single dates the times as a whole, which Zoom takes as long as the first start is to come.
   *
   * @throws {ZoomError} `key_unknown`; `conflict` when it was cancelled, or deleted at Zoom.
   */
  restoreMeeting(request: { readonly key: string }, options?: WaitOptions): Promise<MeetingStatus>
  /** As `restoreMeeting`, and only writes it down. */
  planRestoration(request: { readonly key: string }, options?: PlanOptions): Promise<MeetingStatus>
  /**
   * Takes out of the journal what people could read of meetings that are over: topics, agendas, links, passcodes. Which meetings are
   * ours is known still. Keys that nobody has used are passed over.
   */
  forgetMeetings(keys: readonly string[], options?: PlanOptions): Promise<void>
  /**
   * Of a meeting in the state `undecided`: says which of the `candidates` it is. `none`: it was not made, so that it is made now, or,
   * where it is cancelled, nothing is deleted.
   *
   * @throws {ZoomError} `key_unknown`; `invalid_input` for a meeting that is no candidate.
   */
  decide(
    request: { readonly key: string; readonly meetingId: number | 'none' },
    options?: WaitOptions,
  ): Promise<MeetingStatus>
  /**
   * What a change would cost of the host's 100 creations and changes a day, before it is made: with each date of a series that has to
   * be moved anew. Nothing is sent or kept.
   *
   * @throws {ZoomError} as `changeMeeting`.
   */
  costOfChange(request: MeetingChangeRequest): Promise<ChangeCost>
  /** Where the meeting stands; `undefined` for a key that nobody has used. */
  status(key: string): Promise<MeetingStatus | undefined>
  /** A worker: does what is due, in this process or planned by others, and sweeps, until the signal ends it. */
  work(options?: WorkOptions): Promise<void>
  /** A webhook event, verified: what it speaks of is looked at sooner. It is never believed. */
  hint(event: MeetingHint): Promise<void>
  /**
   * Whether Zoom shows the agendas of this host: makes a meeting, reads the list, deletes it. Two creations and changes of the
   * host's day at most.
   */
  probeAgenda(host: string, options?: WaitOptions): Promise<'shown' | 'hidden' | 'unknown'>
}

/**
 * Makes a keeper. Several, in any number of processes, may share a journal.
 *
 * @throws {ZoomError} `invalid_input` when an option cannot be used.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict'
 * import { DatabaseSync } from 'node:sqlite'
 * import { createZoomClient, optionsFromEnvironment } from '@convene/zoom'
 * import { createMeetingKeeper } from '@convene/zoom/ensure'
 * import { createSqliteJournal } from '@convene/zoom/journal/sqlite'
 * import { startEmulator } from '@convene/zoom-emulator'
 *
 * await using emulator = await startEmulator()
 * const zoom = createZoomClient(optionsFromEnvironment(emulator.env))
 * using database = new DatabaseSync(':memory:') // the path of a file that outlives the program
 * const keeper = createMeetingKeeper({ zoom, journal: createSqliteJournal(database) })
 *
 * const meeting = { topic: 'Interview', start_time: '2030-12-20T18:00:00', timezone: 'Asia/Taipei', duration: 45 }
 * const first = await keeper.ensureMeeting({ key: 'booking-17', host: 'mei@example.com', meeting })
 * const again = await keeper.ensureMeeting({ key: 'booking-17', host: 'mei@example.com', meeting })
 * assert.equal(first.state, 'published')
 * assert.equal(again.meeting?.join_url, first.meeting?.join_url)
 *
 * await keeper.changeMeeting({ key: 'booking-17', meeting: { duration: 60 } })
 * const cancelled = await keeper.cancelMeeting({ key: 'booking-17' })
 * assert.equal(cancelled.state, 'cancelled')
 * ```
 */
export function createMeetingKeeper(options: MeetingKeeperOptions): MeetingKeeper {
  const { zoom, journal, onStatus } = options
  if (typeof zoom?.request !== 'function') throw invalidInput('zoom', zoom, 'Give a client: createZoomClient(…).')
  if (typeof journal?.claim !== 'function')
    throw invalidInput(
      'journal',
      journal,
      'Give a journal: createSqliteJournal(database) or createPostgresJournal(pool).',
    )
  const { now, setTimer, randomBytes, sha256, hmacSha256 } = { ...realAmbient, ...options.ambient }
  const ambient: KeeperAmbient = { now, setTimer, randomBytes, sha256, hmacSha256 }
  const settings = checkSettings(options.settings)
  const bell = createBell(ambient)
  let secret: Promise<string> | undefined
  const parts: KeeperParts = {
    zoom,
    journal,
    settings,
    ambient,
    secret() {
      secret ??= journal.secret(base64Url(randomBytes(32))).catch((error: unknown) => {
        secret = undefined
        throw error
      })
      return secret
    },
    tell(record) {
      try {
        onStatus?.(statusOf(record))
      } catch {
        // What listens must not stop what it listens to.
      }
    },
  }

  const ensureMeeting: MeetingKeeper['ensureMeeting'] = (request, wait) =>
    follow(parts, () => planMeeting(parts, request), wait)
  const cancelMeeting: MeetingKeeper['cancelMeeting'] = (request, wait) =>
    follow(parts, () => planCancellation(parts, request), wait)

  async function planned(record: Promise<MeetingRecord>): Promise<MeetingStatus> {
    const status = statusOf(await record)
    bell.ring()
    return status
  }

  return {
    ensureMeeting,
    changeMeeting: (request, wait) => follow(parts, () => planChange(parts, request), wait),
    cancelMeeting,
    planMeeting: (request, plan) => planned(planMeeting(over(parts, plan?.journal), request)),
    planChange: (request, plan) => planned(planChange(over(parts, plan?.journal), request)),
    planCancellation: (request, plan) => planned(planCancellation(over(parts, plan?.journal), request)),
    restoreMeeting: (request, wait) => follow(parts, () => planRestoration(parts, request), wait),
    planRestoration: (request, plan) => planned(planRestoration(over(parts, plan?.journal), request)),
    forgetMeetings: (keys, plan) => forgetMeetings(over(parts, plan?.journal), keys),
    decide: (request, wait) => follow(parts, () => planDecision(parts, request), wait),
    costOfChange: (request) => costOfChange(parts, request),
    async status(key) {
      checkKey(key)
      const record = await journal.find(key)
      return record && statusOf(record)
    },
    work: (options = {}) => work(parts, bell, options),
    hint: (event) => followHint(parts, event).then(() => bell.ring()),
    probeAgenda: (host, wait) => probeAgenda(parts, host, { ensureMeeting, cancelMeeting }, wait),
  }
}

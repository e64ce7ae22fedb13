import type { MovableClock } from '../domain/clock.ts'
import type { SeedInput } from '../domain/seed.ts'
import type { Switches } from '../domain/switches.ts'
import type { Fault, FaultInput } from '../faults/fault.ts'
import type { JournalRecord } from '../journal/present-entry.ts'
import type { ExpectedCall, Verdict } from '../journal/verify.ts'
import type { IsolatedAccount } from '../running-emulator.ts'
import type { Webhooks } from '../webhooks/webhooks.ts'
import type { LifeControl } from './life.ts'
import type { PortalControl } from './portal.ts'
import type { LimitsReport } from './report-limits.ts'

/** Webhooks, as a program under test steers them. */
export type WebhookControl = Omit<Webhooks, 'resume' | 'restart' | 'stop'>

/** What only an emulator can do. */
export interface EmulatorControl {
  /** The emulator's time: tokens, starts in the past and page tokens follow it. */
  readonly clock: MovableClock
  /** Plays a meeting: people start it, join, wait, are admitted, leave, and it ends. */
  readonly life: LifeControl
  /** What people do in Zoom's web portal: duplicate, edit, delete and recover meetings, schedule others. */
  readonly portal: PortalControl
  /**
   * Forgets everything, in the data file too, with the faults, the journal and what was counted; begins again with the seed
   * of this start and sets the clock to its source.
   */
  reset(): void
  /** Webhooks: who is told of what, what was sent, and what is to go wrong. */
  readonly webhooks: WebhookControl
  /**
   * Begins anew with another seed, which a later `reset` takes too. The clock stays as it is.
   *
   * @throws EmulatorError `seed_invalid` with every mistake and its path; then nothing has changed.
   */
  seed(seed: SeedInput | string | URL): void
  readonly accounts: AccountControl
  readonly faults: FaultControl
  readonly journal: JournalControl
  /** What is left of Zoom's limits (docs/zoom-facts.md §3), whether or not the switch `limits` makes them refuse. */
  limits(): LimitsReport
}

/** What the new account begins with; nothing is needed. */
export interface IsolatedAccountOptions {
  /** 1 to 32 small letters, digits and hyphens; by default one that nobody else has. */
  name?: string
  /** By default the demo's users, with an account id and secrets of their own. */
  seed?: SeedInput | string | URL
  switches?: Partial<Switches>
  /** As the option of `startEmulator`. */
  randomSeed?: number
}

/** Accounts beside the emulator's own, so that tests can run side by side. They are in memory only. */
export interface AccountControl {
  /**
   * Makes one, in a few milliseconds.
   *
   * @throws EmulatorError `input_invalid`, `seed_invalid` or `switch_invalid` with every mistake.
   *
   * @example
   * ```ts
   * import assert from 'node:assert'
   * import { createZoomClient, optionsFromEnvironment } from '@convene/zoom'
   * import { startEmulator } from '@convene/zoom-emulator'
   *
   * await using emulator = await startEmulator()
   * await using account = await emulator.control.accounts.create({ seed: { users: [{ email: 'mei@example.com' }] } })
   * const zoom = createZoomClient(optionsFromEnvironment(account.env))
   * assert.equal((await zoom.users.me()).email, 'mei@example.com')
   * ```
   */
  create(options?: IsolatedAccountOptions): Promise<IsolatedAccount>
  list(): readonly IsolatedAccount[]
  /** Whether there was one of this name; it is forgotten with all it held. */
  remove(name: string): boolean
}

/** Rules for what shall go wrong. */
export interface FaultControl {
  /**
   * Puts a rule in force; where several strike a call, the first decides.
   *
   * @throws EmulatorError `input_invalid` with every field that cannot be used, and why.
   *
   * @example
   * ```ts
   * import assert from 'node:assert'
   * import { createZoomClient, optionsFromEnvironment } from '@convene/zoom'
   * import { startEmulator } from '@convene/zoom-emulator'
   *
   * await using emulator = await startEmulator()
   * const zoom = createZoomClient(optionsFromEnvironment(emulator.env))
   * // Zoom makes the meeting, and the answer never arrives.
   * emulator.control.faults.add({ operation: 'POST /users/{userId}/meetings', cut: true, effect: 'done', count: 1 })
   * await assert.rejects(zoom.meetings.create({ topic: 'Weekly', start_time: '2030-12-17T18:00:00', timezone: 'Asia/Taipei' }))
   * assert.equal((await zoom.meetings.list({})).meetings.length, 1)
   * ```
   */
  add(fault: FaultInput): Fault
  /** The rules in force, with how many calls they met and struck. */
  list(): readonly Fault[]
  /** Whether there was such a rule. */
  remove(id: string): boolean
  clear(): void
}

/** The requests that came. */
export interface JournalControl {
  /** The last ones, oldest first; every secret in them is `***`. */
  list(): readonly JournalRecord[]
  /**
   * Whether such calls came, and if not, what came nearest, field by field.
   *
   * @throws EmulatorError `input_invalid` with every field that cannot be used, and why.
   *
   * @example
   * ```ts
   * import assert from 'node:assert'
   * import { createZoomClient, optionsFromEnvironment } from '@convene/zoom'
   * import { startEmulator } from '@convene/zoom-emulator'
   *
   * await using emulator = await startEmulator()
   * const zoom = createZoomClient(optionsFromEnvironment(emulator.env))
   * await zoom.meetings.create({ topic: 'Weekly', start_time: '2030-12-17T18:00:00', timezone: 'Asia/Taipei' })
   * const verdict = emulator.control.journal.verify({
   *   operation: 'POST /users/{userId}/meetings',
   *   times: 1,
   *   body: { topic: 'Weekly', timezone: 'Asia/Taipei' },
   * })
   * assert.ok(verdict.ok, verdict.ok ? '' : verdict.message)
   * ```
   */
  verify(call: ExpectedCall): Verdict
  clear(): void
}

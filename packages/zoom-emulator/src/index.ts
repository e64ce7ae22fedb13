import { randomBytes } from 'node:crypto'
import { createBytePool } from './domain/byte-pool.ts'
import { openEmulator } from './emulator.ts'
import type { EmulatorOptions } from './options.ts'
import type { RunningEmulator } from './running-emulator.ts'

export type {
  AccountControl,
  EmulatorControl,
  FaultControl,
  IsolatedAccountOptions,
  JournalControl,
  WebhookControl,
} from './control/control.ts'
export type { LifeControl, LifeGuest, LifePerson } from './control/life.ts'
export type { PortalControl, PortalMeeting, PortalPerson } from './control/portal.ts'
export type { LabelReport, LimitsReport, RemainingCalls } from './control/report-limits.ts'
export { type Coverage, listCoverage } from './coverage.ts'
export type { Clock, ClockSource, MovableClock } from './domain/clock.ts'
export { EmulatorError, type EmulatorErrorCode } from './domain/emulator-error.ts'
export type { SeedApp, SeedInput, SeedUser } from './domain/seed.ts'
export { defaultSwitches, type Switches } from './domain/switches.ts'
export type { WebhookAttempt, WebhookDelivery, WebhookSubscription } from './domain/webhook.ts'
export type { Fault, FaultInput } from './faults/fault.ts'
export type { OperationReply } from './http/reply.ts'
export type { JournalRecord } from './journal/present-entry.ts'
export type { ExpectedCall, NearMiss, Verdict } from './journal/verify.ts'
export type { EmulatorOptions } from './options.ts'
export type { IsolatedAccount, RunningEmulator } from './running-emulator.ts'
export type { WebhookDisturbance } from './webhooks/disturb.ts'
export type { NewWebhookSubscription } from './webhooks/subscriptions.ts'

/**
 * Starts a Zoom on loopback, with a demo account unless a seed says otherwise. Nothing leaves the machine.
 *
 * @throws EmulatorError `port_in_use`, `address_unavailable`, `seed_invalid`, `switch_invalid`, `data_in_use`, `data_newer` or `data_unreadable`, with the remedy.
 *
 * @example
 * ```ts
 * import assert from 'node:assert'
 * import { startEmulator } from '@convene/zoom-emulator'
 *
 * await using zoom = await startEmulator({ seed: { users: [{ email: 'mei@example.com', timezone: 'Asia/Taipei' }] } })
 * const { ZOOM_ACCOUNT_ID = '', ZOOM_CLIENT_ID = '', ZOOM_CLIENT_SECRET = '' } = zoom.env
 * const answer = await fetch(`${zoom.url}/oauth/token`, {
 *   method: 'POST',
 *   headers: { authorization: `Basic ${btoa(`${ZOOM_CLIENT_ID}:${ZOOM_CLIENT_SECRET}`)}` },
 *   body: new URLSearchParams({ grant_type: 'account_credentials', account_id: ZOOM_ACCOUNT_ID }),
 * })
 * assert.equal(answer.status, 200)
 * ```
 */
export function startEmulator(options: EmulatorOptions = {}): Promise<RunningEmulator> {
  return openEmulator(options, {
    now: Date.now,
    stopwatch: () => performance.now(),
    randomBytes: createBytePool(randomBytes),
    after(ms, callback) {
      const timer = setTimeout(callback, ms)
      return () => clearTimeout(timer)
    },
    fetch: (request) => fetch(request),
    reportBug: (error, { method, url }) => console.error(`Bug in the emulator at ${method} ${url}:`, error),
  })
}

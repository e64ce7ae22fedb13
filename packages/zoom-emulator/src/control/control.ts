import type { MovableClock } from '../domain/clock.ts'
import type { Webhooks } from '../webhooks/webhooks.ts'
import type { LifeControl } from './life.ts'

/** Webhooks, as a program under test steers them. */
export type WebhookControl = Omit<Webhooks, 'resume' | 'restart' | 'stop'>

/** What only an emulator can do. */
export interface EmulatorControl {
  /** The emulator's time: tokens, starts in the past and page tokens follow it. */
  readonly clock: MovableClock
  /** Plays a meeting: people start it, join, wait, are admitted, leave, and it ends. */
  readonly life: LifeControl
  /** Forgets everything, in the data file too, begins again with the seed of this start and sets the clock to its source. */
  reset(): void
  /** Webhooks: who is told of what, what was sent, and what is to go wrong. */
  readonly webhooks: WebhookControl
}

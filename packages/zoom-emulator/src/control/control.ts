import type { MovableClock } from '../domain/clock.ts'
import type { LifeControl } from './life.ts'

/** What only an emulator can do. */
export interface EmulatorControl {
  /** The emulator's time: tokens, starts in the past and page tokens follow it. */
  readonly clock: MovableClock
  /** Plays a meeting: people start it, join, wait, are admitted, leave, and it ends. */
  readonly life: LifeControl
  /** Forgets everything, in the data file too, begins again with the seed of this start and sets the clock to its source. */
  reset(): void
}

import type { MovableClock } from '../domain/clock.ts'

/** What only an emulator can do. */
export interface EmulatorControl {
  /** The emulator's time: tokens, starts in the past and page tokens follow it. */
  readonly clock: MovableClock
  /** Forgets everything, in the data file too, begins again with the seed of this start and sets the clock to its source. */
  reset(): void
}

import type { EmulatorControl } from './control/control.ts'
import type { MovableClock } from './domain/clock.ts'

/** A running emulator. Dispose of it to free its port. */
export interface RunningEmulator extends AsyncDisposable {
  /** `http://127.0.0.1:4747`, no slash at the end; `http://127.0.0.1:9` with the option `listen: false`. */
  readonly url: string
  /** The same application without a socket; a path alone is taken from `url`. */
  fetch(input: string | URL | Request, init?: RequestInit): Promise<Response>
  /** `ZOOM_*` for a program in any language, so that it talks to this emulator. */
  readonly env: Readonly<Record<string, string>>
  /** The emulator's time: tokens, starts in the past and page tokens follow it. */
  readonly clock: MovableClock
  readonly control: EmulatorControl
  /** What a person should be told at the start, in sentences; usually nothing. */
  readonly notices: readonly string[]
  close(): Promise<void>
}

/**
 * An account of its own on the port of a running emulator: own users, apps, clock, faults and journal. Nothing that is done
 * with one is seen in another. Dispose of it to forget it.
 */
export interface IsolatedAccount extends RunningEmulator {
  /** It stands in the address: `http://127.0.0.1:4747/@name`. */
  readonly name: string
}

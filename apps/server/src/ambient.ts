import { randomUUID } from 'node:crypto'
import type { Clock } from './context.ts'

/** Everything that the desk takes from its surroundings, in one place, so that a test can hand in its own. */
export interface DeskAmbient extends Clock {
  createId(): string
  randomBytes(length: number): Uint8Array<ArrayBuffer>
  /** For what is no call to Zoom: the provider of OpenID Connect. */
  readonly fetch: typeof fetch
  /** Takes one line of the log, without its end. */
  writeLog(line: string): void
}

/** The machine itself. Only this file names it. */
export const realAmbient: DeskAmbient = {
  now: () => Date.now(),
  setTimer: (delayMs, run) => {
    const timer = setTimeout(run, delayMs)
    return () => clearTimeout(timer)
  },
  createId: () => randomUUID(),
  randomBytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
  fetch: (input, init) => fetch(input, init),
  writeLog: (line) => void process.stderr.write(`${line}\n`),
}

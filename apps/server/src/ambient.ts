import { randomUUID } from 'node:crypto'
import type { Clock } from './context.ts'

/** Everything that the desk takes from its surroundings, in one place, so that a test can hand in its own. */
export interface DeskAmbient extends Clock {
  createId(): string
  randomBytes(length: number): Uint8Array<ArrayBuffer>
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
  writeLog: (line) => void process.stderr.write(`${line}\n`),
}

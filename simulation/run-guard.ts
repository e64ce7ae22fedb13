import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

/** What the measure of a guard says. */
export interface GuardReport {
  readonly name: string
  readonly isRed: boolean
  /** How many were run. */
  readonly worlds: number
  readonly bookings: number
  readonly created: number
  readonly surplus: number
  /** The promises that were broken. */
  readonly promises: readonly string[]
}

const program = fileURLToPath(new URL('./without-guard.ts', import.meta.url))

/** Runs the worlds of a guard in a process of their own, with the guard or without it; all, or no more than turn its measure red. */
export async function runGuard(
  name: string,
  isKept: boolean,
  worlds: 'all' | 'until red' = 'all',
): Promise<GuardReport> {
  const args = [program, name, ...(isKept ? ['--kept'] : []), ...(worlds === 'until red' ? ['--until-red'] : [])]
  const { stdout } = await promisify(execFile)(process.execPath, args)
  return JSON.parse(stdout) as GuardReport
}

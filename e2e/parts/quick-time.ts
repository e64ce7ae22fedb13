/** Time that runs faster, alike in the emulator of a test and in the processes of the command, so that no test sleeps. */
import { fileURLToPath } from 'node:url'
import type { ClockSource } from '@convene/zoom-emulator'
import type { Surroundings } from '../../packages/cli/src/surroundings.ts'

/** Where it began, by both clocks, and how much faster it runs. */
export interface QuickTimeOptions {
  readonly startAt: number
  readonly speed: number
}

export interface QuickTime {
  /** For the emulator. */
  readonly clock: Required<ClockSource>
  /** For the environment of a command, so many milliseconds later. */
  env(laterMs?: number): Record<string, string>
}

/** The entry of the command that reads this time. */
export const quickConvene: string = fileURLToPath(new URL('quick-convene.ts', import.meta.url))

export function startQuickTime({ startAt, speed }: QuickTimeOptions): QuickTime {
  const beganAt = Date.now()
  return {
    clock: {
      now: () => quickNow({ startAt, speed, beganAt }),
      after(ms, callback) {
        const timer = setTimeout(callback, ms / speed)
        return () => clearTimeout(timer)
      },
    },
    env: (laterMs = 0) => ({ QUICK_TIME: JSON.stringify({ startAt: startAt + laterMs, speed, beganAt }) }),
  }
}

/** The same machine in the time that the environment names. */
export function inQuickTime(real: Surroundings, variable: string): Surroundings {
  const time = JSON.parse(variable)
  return { ...real, now: () => quickNow(time), sleep: (ms, signal) => real.sleep(ms / time.speed, signal) }
}

/** The instant of the faster clock. */
function quickNow({ startAt, speed, beganAt }: QuickTimeOptions & { readonly beganAt: number }): number {
  return startAt + (Date.now() - beganAt) * speed
}

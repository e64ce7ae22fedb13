import type { Clock } from '../context.ts'
import type { Log } from '../log.ts'

/** Something that goes on until the signal ends it; what is under way then is finished. */
export interface Worker {
  run(signal: AbortSignal): Promise<void>
  /** Begins the next round at once. */
  wake(): void
}

export interface RoundsOptions {
  readonly name: string
  /** From the end of one round to the beginning of the next. */
  readonly everyMs: number
  /** One round; `true`: there is more to do at once. */
  readonly round: (signal: AbortSignal) => Promise<unknown>
}

/** Works in rounds. One that fails is told in the log, and the next one comes all the same. */
export function createRounds(
  { clock, log }: { readonly clock: Clock; readonly log: Log },
  { name, everyMs, round }: RoundsOptions,
): Worker {
  let isDue = false
  let wakeUp = () => {}

  /** Until the time is over, somebody wakes it, or the signal ends it. */
  function rest(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      if (isDue || signal.aborted) return resolve()
      const wake = () => {
        cancel()
        signal.removeEventListener('abort', wake)
        resolve()
      }
      const cancel = clock.setTimer(everyMs, wake)
      signal.addEventListener('abort', wake)
      wakeUp = wake
    })
  }

  return {
    wake() {
      isDue = true
      wakeUp()
    },
    async run(signal) {
      while (!signal.aborted) {
        isDue = false
        try {
          isDue = (await round(signal)) === true || isDue
        } catch (error) {
          log.error('worker_failed', { worker: name, error })
          // What woke it is not to fail again and again without a rest.
          isDue = false
        }
        await rest(signal)
      }
    },
  }
}

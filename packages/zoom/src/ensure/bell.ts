import type { KeeperAmbient } from './keeper-parts.ts'

/** A bell that wakes who waits for it: something was planned in this process. */
export interface Bell {
  ring(): void
  /** Resolves when it rings, when the time is over, or when the signal is aborted. */
  wait(ms: number, signal: AbortSignal | undefined): Promise<void>
}

export function createBell({ setTimer }: Pick<KeeperAmbient, 'setTimer'>): Bell {
  const waiting = new Set<() => void>()
  return {
    ring() {
      for (const wake of [...waiting]) wake()
    },
    wait: (ms, signal) =>
      new Promise((resolve) => {
        if (signal?.aborted) return resolve()
        const wake = () => {
          cancel()
          waiting.delete(wake)
          signal?.removeEventListener('abort', wake)
          resolve()
        }
        const cancel = setTimer(ms, wake)
        waiting.add(wake)
        signal?.addEventListener('abort', wake)
      }),
  }
}

import { type Context, createContext } from 'preact'
import { useContext, useEffect, useState } from 'preact/hooks'
import type { Api } from './api/api.ts'
import type { NewsDesk } from './api/news.ts'
import type { Kept } from './kept.ts'

/** The time at the desk: a demo's clock may be moved, and a machine's own may be wrong. */
export interface DeskClock {
  /** Milliseconds since 1970. */
  now(): number
  after(milliseconds: number, act: () => void): () => void
}

/** What every scene works with. */
export interface Parts {
  readonly api: Api
  readonly news: NewsDesk
  readonly clock: DeskClock
  /** The last answer to each question, so that going back shows something at once. Emptied when somebody signs out. */
  readonly answers: Map<string, unknown>
  readonly kept: { readonly here: Kept; readonly inTab: Kept }
}

export const PartsContext: Context<Parts | undefined> = createContext<Parts | undefined>(undefined)

export function useParts(): Parts {
  const parts = useContext(PartsContext)
  if (parts === undefined) throw new Error('There is no PartsContext around this component.')
  return parts
}

/** The time at the desk, renewed so often (milliseconds). */
export function useNow(every = 20_000): number {
  const { clock } = useParts()
  const [now, setNow] = useState(() => clock.now())
  useEffect(() => {
    let stop = (): void => {}
    const tick = (): void => {
      stop = clock.after(every, () => {
        setNow(clock.now())
        tick()
      })
    }
    tick()
    return () => stop()
  }, [clock, every])
  return now
}

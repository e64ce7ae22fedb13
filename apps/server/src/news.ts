import type { KeptNews, NewsItem, Store } from '@convene/booking'
import type { Clock } from './context.ts'
import type { Log } from './log.ts'

/** Whoever is told. */
export interface NewsListener {
  tell(item: Omit<NewsItem, 'at'>): void
  /** The desk stops, or cannot keep up: ask anew. */
  end(): void
}

/** Tells open pages that something is other now, in whichever process it was changed. */
export interface News {
  /** Looks at once instead of with the next round: this process has written something. */
  wake(): void
  /** Tells each piece of news from now on until the returned function is called. */
  listen(listener: NewsListener): () => void
  /** Ends all listening, for good. */
  close(): void
}

/** How long after a change in another process a page hears of it, at most. */
const everyMs = 1000
/** A transaction may take its time: its news come with an instant that has passed. */
const overlapMs = 15_000

/** Looks into the store once for everybody who listens; while nobody does, not at all. */
export function createNews({ store, clock, log }: { store: Store; clock: Clock; log: Log }): News {
  const listeners = new Set<NewsListener>()
  /** Those of the last seconds that were told, or were there before anybody listened. */
  let seen: ReadonlySet<number> | undefined
  /** The highest id that was seen since somebody listens. */
  let last: number | undefined
  /** When somebody began to listen, after nobody did. */
  let begunAt = 0
  let looking = false
  let isDue = false
  let isClosed = false
  let cancelTimer: (() => void) | undefined

  async function look(): Promise<void> {
    cancelTimer?.()
    cancelTimer = undefined
    if (looking) {
      isDue = true
      return
    }
    looking = true
    try {
      do {
        isDue = false
        const found = await store.read(({ news }) => news.since(last === undefined ? 0 : clock.now() - overlapMs, last))
        tellNew(found)
      } while (isDue && listeners.size > 0)
    } catch (error) {
      log.warn('news_unreadable', { error })
    } finally {
      looking = false
    }
    if (listeners.size > 0 && !isClosed) cancelTimer = clock.setTimer(everyMs, () => void look())
    else seen = last = undefined
  }

  function tellNew(found: readonly KeptNews[]): void {
    const before = seen
    seen = new Set(found.map(({ id }) => id))
    last = Math.max(last ?? 0, found.at(-1)?.id ?? 0)
    // What was written while the first look was on its way is news to whoever listens.
    for (const item of found) if (before === undefined ? item.at >= begunAt : !before.has(item.id)) tellAll(item)
  }

  function tellAll(item: Omit<NewsItem, 'at'>): void {
    for (const listener of listeners) listener.tell(item)
  }

  return {
    wake() {
      if (listeners.size > 0 && !isClosed) void look()
    },
    listen(listener) {
      if (isClosed) {
        listener.end()
        return () => {}
      }
      listeners.add(listener)
      if (listeners.size === 1) {
        begunAt = clock.now()
        void look()
      }
      return () => listeners.delete(listener)
    },
    close() {
      isClosed = true
      cancelTimer?.()
      for (const listener of listeners) listener.end()
      listeners.clear()
    },
  }
}

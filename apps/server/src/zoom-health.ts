import type { Store } from '@convene/booking'
import type { Clock } from './context.ts'
import type { Log } from './log.ts'
import type { News } from './news.ts'

/**
 * Whether Zoom answers, as the calls of this process see it. It is kept in the database: where workers run apart, the processes that serve
 * pages call Zoom hardly ever.
 */
export interface ZoomHealth extends AsyncDisposable {
  /** Zoom has answered, whatever it said. */
  answered(): void
  /** It could not be reached, or answered that it does not work. */
  failed(): void
}

export interface ZoomHealthParts {
  readonly store: Store
  readonly clock: Pick<Clock, 'now'>
  readonly log: Log
  readonly news: Pick<News, 'wake'>
}

/** Another process may have seen it otherwise: after so long the same is looked at once more. */
const againMs = 5000

export function createZoomHealth({ store, clock, log, news }: ZoomHealthParts): ZoomHealth {
  let last: { readonly isAway: boolean; readonly at: number } | undefined
  let keeping = Promise.resolve()

  function see(isAway: boolean): void {
    const at = clock.now()
    if (last?.isAway === isAway && Math.abs(at - last.at) < againMs) return
    last = { isAway, at }
    keeping = keeping
      .then(() => keep(isAway, at))
      .catch((error: unknown) => log.warn('zoom_health_not_kept', { error }))
  }

  async function keep(isAway: boolean, at: number): Promise<void> {
    const known = await store.read(({ zoomAway }) => zoomAway.since())
    if ((known !== undefined) === isAway) return
    await store.transaction(async ({ zoomAway, news }) => {
      const isOther = isAway ? await zoomAway.begin(at) : await zoomAway.end()
      if (isOther) await news.add({ at, kind: 'zoom_changed' })
    })
    news.wake()
  }

  return {
    answered: () => see(false),
    failed: () => see(true),
    [Symbol.asyncDispose]: () => keeping,
  }
}

/** Whether Zoom answers, as the calls of this process saw it last. */
export interface ZoomHealth {
  /** Since when it does not; `undefined`: all is well. */
  awaySince(): number | undefined
  /** Zoom has answered, whatever it said. */
  answered(): void
  /** It could not be reached, or answered that it does not work. */
  failed(): void
}

export function createZoomHealth({ now, changed }: { now: () => number; changed: () => void }): ZoomHealth {
  let since: number | undefined
  return {
    awaySince: () => since,
    answered() {
      if (since === undefined) return
      since = undefined
      changed()
    },
    failed() {
      if (since !== undefined) return
      since = now()
      changed()
    },
  }
}

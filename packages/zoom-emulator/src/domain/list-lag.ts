/** Things that exist already and that lists do not show yet: a fault, not a habit that Zoom is known to have (docs/zoom-facts.md §10). */
export interface ListLag {
  /** Keeps a new thing out of lists until `until`, ms on the emulator's clock. */
  hide(id: string | number, until: number): void
  /** Those of `rows` that lists show at `now`. */
  visible<Row>(rows: readonly Row[], idOf: (row: Row) => string | number, now: number): readonly Row[]
  clear(): void
}

export function createListLag(): ListLag {
  const hidden = new Map<string | number, number>()
  return {
    hide: (id, until) => void hidden.set(id, until),
    visible(rows, idOf, now) {
      if (hidden.size === 0) return rows
      for (const [id, until] of hidden) if (until <= now) hidden.delete(id)
      return rows.filter((row) => !hidden.has(idOf(row)))
    },
    clear: () => hidden.clear(),
  }
}

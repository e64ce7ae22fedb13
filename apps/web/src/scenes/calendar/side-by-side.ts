export interface Span {
  readonly from: number
  readonly to: number
}

/** Where something stands that shares its time with others: in which of how many columns. */
export interface Placed<Item> {
  readonly item: Item
  readonly column: number
  readonly of: number
}

/** Puts what overlaps beside each other, in as few columns as it takes; what touches no other has the whole width. */
export function sideBySide<Item extends Span>(items: readonly Item[]): Placed<Item>[] {
  const sorted = [...items].sort((a, b) => a.from - b.from || b.to - a.to)
  const placed: Placed<Item>[] = []
  let group: { item: Item; column: number }[] = []
  let ends: number[] = []
  const close = (): void => {
    for (const one of group) placed.push({ ...one, of: ends.length })
    group = []
    ends = []
  }
  for (const item of sorted) {
    if (ends.every((end) => end <= item.from)) close()
    const free = ends.findIndex((end) => end <= item.from)
    const column = free === -1 ? ends.length : free
    ends[column] = item.to
    group.push({ item, column })
  }
  close()
  return placed
}

/** Rows of different heights below each other, of which only those in sight are drawn. */
export interface RowHeights {
  readonly height: number
  /** The top of each row. */
  readonly tops: readonly number[]
}

export interface RowWindow {
  /** The first row that is drawn. */
  readonly first: number
  /** One after the last. */
  readonly end: number
}

export function stackRows(heights: readonly number[]): RowHeights {
  const tops: number[] = []
  let height = 0
  for (const one of heights) {
    tops.push(height)
    height += one
  }
  return { height, tops }
}

/** How many rows beyond each edge are drawn, so that a scroll shows no empty place. */
const spare = 4

export function rowsInSight({ tops }: RowHeights, from: number, to: number): RowWindow {
  const first = Math.max(0, rowAt(tops, from) - spare)
  return { first, end: Math.min(tops.length, rowAt(tops, to) + 1 + spare) }
}

/** The last row that begins at or above a place. */
function rowAt(tops: readonly number[], place: number): number {
  let low = 0
  let high = tops.length - 1
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((tops[middle] ?? 0) <= place) low = middle
    else high = middle - 1
  }
  return Math.max(0, low)
}

/** Spans of time that neither touch nor overlap, in order: from inclusive, to exclusive, milliseconds since 1970. */
export interface Intervals {
  readonly from: readonly number[]
  readonly to: readonly number[]
}

export interface Span {
  readonly from: number
  readonly to: number
}

export const noIntervals: Intervals = { from: [], to: [] }

/** Puts spans in order and melts those that touch or overlap into one. */
export function intervalsFrom(spans: readonly Span[]): Intervals {
  const from: number[] = []
  const to: number[] = []
  // A database gives them in order, and sorting ten thousand takes longer than looking.
  const isInOrder = spans.every((span, index) => index === 0 || (spans[index - 1] as Span).from <= span.from)
  for (const span of isInOrder ? spans : spans.toSorted((a, b) => a.from - b.from)) {
    if (span.to <= span.from) continue
    const last = to.length - 1
    const end = to[last]
    if (end !== undefined && span.from <= end) to[last] = Math.max(end, span.to)
    else {
      from.push(span.from)
      to.push(span.to)
    }
  }
  return { from, to }
}

/** The index of the first interval that ends after an instant; the number of intervals when there is none. */
export function firstEndingAfter({ to }: Intervals, at: number): number {
  let low = 0
  let high = to.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((to[middle] as number) > at) high = middle
    else low = middle + 1
  }
  return low
}

/** Whether any interval has an instant in common with the span. */
export function overlaps(intervals: Intervals, from: number, to: number): boolean {
  return (intervals.from[firstEndingAfter(intervals, from)] ?? Number.POSITIVE_INFINITY) < to
}

/** Whether one interval holds the span whole. */
export function covers(intervals: Intervals, from: number, to: number): boolean {
  const index = firstEndingAfter(intervals, from)
  return (intervals.from[index] ?? Number.POSITIVE_INFINITY) <= from && (intervals.to[index] ?? 0) >= to
}

/** What is left of a span without the intervals. */
export function gapsIn(intervals: Intervals, { from, to }: Span): Span[] {
  const gaps: Span[] = []
  let at = from
  for (let index = firstEndingAfter(intervals, from); at < to; index++) {
    const next = intervals.from[index] ?? Number.POSITIVE_INFINITY
    if (next > at) gaps.push({ from: at, to: Math.min(next, to) })
    if (next >= to) break
    at = intervals.to[index] as number
  }
  return gaps
}

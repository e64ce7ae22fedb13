/** Durations by size, in steps of 2 %: a million of them take no more room than ten. */
export interface Histogram {
  count: number
  /** How many fell into each step. */
  steps: Record<number, number>
}

const width = Math.log(1.02)

export const emptyHistogram = (): Histogram => ({ count: 0, steps: {} })

export function addDuration(histogram: Histogram, ms: number): void {
  const step = ms < 1 ? 0 : Math.ceil(Math.log(ms) / width)
  histogram.count++
  histogram.steps[step] = (histogram.steps[step] ?? 0) + 1
}

export function addHistogram(sum: Histogram, more: Histogram): void {
  sum.count += more.count
  for (const [step, count] of Object.entries(more.steps))
    sum.steps[Number(step)] = (sum.steps[Number(step)] ?? 0) + count
}

/** The duration that this share of them does not exceed, in ms; `undefined` where there are none. */
export function quantile({ count, steps }: Histogram, share: number): number | undefined {
  let left = Math.ceil(count * share)
  for (const step of Object.keys(steps)
    .map(Number)
    .sort((a, b) => a - b)) {
    left -= steps[step] ?? 0
    if (left <= 0) return Math.exp(step * width)
  }
  return undefined
}

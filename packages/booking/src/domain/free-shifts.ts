import { firstEndingAfter, gapsIn, type Intervals, intervalsFrom, type Span } from './intervals.ts'
import { minuteMs } from './meeting-dates.ts'

/** Starts are offered at every quarter of an hour. */
const stepMs = 15 * minuteMs

/** By how many milliseconds a meeting is moved: from inclusive, to exclusive. */
export type Shifts = Intervals

/**
 * The shifts by which all spans together cannot be moved, since one of them would meet what is taken. Any number of spans and of what
 * is taken become one list, in which the nearest free shift is found by a search.
 */
export function blockedByTaken(taken: Intervals, spans: readonly Span[], window: Span): Span[] {
  const blocked: Span[] = []
  for (const { from, to } of spans) {
    const last = to + window.to
    for (let index = firstEndingAfter(taken, from + window.from); index < taken.from.length; index++) {
      const begin = taken.from[index] as number
      if (begin >= last) break
      blocked.push({ from: begin - to + 1, to: (taken.to[index] as number) - from })
    }
  }
  return blocked
}

/** The shifts by which one of the spans would not lie within what is open. */
export function blockedByClosed(openIn: (span: Span) => Intervals, spans: readonly Span[], window: Span): Span[] {
  return spans.flatMap((span) => {
    const all = { from: span.from + window.from, to: span.to + window.to }
    return blockedByTaken(intervalsFrom(gapsIn(openIn(all), all)), [span], window)
  })
}

/**
 * The free shift of a quarter of an hour that is nearest to `after` in one direction, itself left out; `undefined` when there is none in
 * the window.
 *
 * @param startMinute the minute of the hour at which it starts now: the quarters are those of its clock
 */
export function nearestFree(
  blocked: Shifts,
  direction: 1 | -1,
  window: Span,
  startMinute: number,
  after = 0,
): number | undefined {
  const offset = (startMinute * minuteMs) % stepMs
  const onStep = (shift: number): number =>
    direction === 1
      ? Math.ceil((shift + offset) / stepMs) * stepMs - offset
      : Math.floor((shift + offset) / stepMs) * stepMs - offset
  let shift = onStep(after + direction)
  while (shift >= window.from && shift < window.to) {
    const index = firstEndingAfter(blocked, shift)
    const from = blocked.from[index]
    if (from === undefined || from > shift) return shift
    shift = direction === 1 ? onStep(blocked.to[index] as number) : onStep(from - 1)
  }
  return undefined
}

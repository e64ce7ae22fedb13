import { parseInstant } from './wall-time.ts'

/** The instants that were meant, in ms on a whole second. */
export interface MeantInstants {
  /** The start of a single meeting, the first date of a series. */
  readonly first: number
  /** The last date of a series; left out for a single meeting and for an endless series. */
  readonly last?: number | undefined
}

/** The parts of Zoom's answer that say when a meeting is (docs/zoom-facts.md §5.6, §6). */
export interface AnsweredTimes {
  readonly start_time?: string | undefined
  readonly occurrences?: readonly { readonly start_time?: string | undefined }[] | undefined
}

/** Where Zoom's answer differs from what was meant. */
export interface StartShift {
  readonly which: 'first' | 'last'
  readonly meantAt: Date
  /** Absent where Zoom shows no time, or none that can be read. */
  readonly answeredAt?: Date
}

export interface FindStartShiftOptions {
  readonly meant: MeantInstants
  readonly meeting: AnsweredTimes
}

/**
 * Compares when Zoom says a meeting is with the instants that were meant, exact to the second. Of a series the first and the
 * last date are compared, deleted ones included, as Zoom goes on listing them; an answer that lists no dates is judged by
 * its `start_time` alone.
 *
 * @returns `undefined` when the answer is right, otherwise the first difference: the evidence of a `start_shifted` error
 */
export function findStartShift({ meant, meeting }: FindStartShiftOptions): StartShift | undefined {
  const dates = (meeting.occurrences ?? []).map(({ start_time }) => instantOf(start_time))
  if (dates.some((at) => Number.isNaN(at))) return shift('first', meant.first, undefined)
  const first = dates.length > 0 ? Math.min(...dates) : instantOf(meeting.start_time)
  if (first !== meant.first) return shift('first', meant.first, first)
  if (meant.last === undefined || dates.length === 0) return undefined
  const last = Math.max(...dates)
  return last === meant.last ? undefined : shift('last', meant.last, last)
}

/** NaN for a missing or unreadable time: equal to nothing, so that it cannot pass for right. */
function instantOf(text: unknown): number {
  return (typeof text === 'string' ? parseInstant(text)?.at : undefined) ?? Number.NaN
}

function shift(which: StartShift['which'], meantAt: number, answeredAt: number | undefined): StartShift {
  const isKnown = answeredAt !== undefined && !Number.isNaN(answeredAt)
  return { which, meantAt: new Date(meantAt), ...(isKnown ? { answeredAt: new Date(answeredAt) } : {}) }
}

import { offsetAt, offsetChanges } from './zone-offset.ts'

/** A change of the clocks, as a VTIMEZONE tells it (RFC 5545 §3.6.5). Offsets are milliseconds east of UTC. */
export interface TimeZoneTransition {
  /** The first instant, in ms, that has the new offset. */
  readonly at: number
  readonly offsetBefore: number
  readonly offsetAfter: number
  /** Summer time begins (`daylight`) or ends (`standard`). A change of the standard time itself is `standard` too. */
  readonly kind: 'standard' | 'daylight'
}

/** What holds at the start of a span, and each change inside it. */
export interface TimeZoneTransitions {
  readonly offsetAtStart: number
  readonly kindAtStart: 'standard' | 'daylight'
  readonly transitions: readonly TimeZoneTransition[]
}

/**
 * The changes of a zone's clocks between two instants (ms; the first excluded, the last included).
 *
 * `Intl` does not say what is summer time, so the smaller of the offsets a zone has within a year counts as standard time.
 * Ireland and Morocco, whose law says it the other way round, are told the same way; the offsets are right in any case.
 */
export function findTimeZoneTransitions(iana: string, from: number, to: number): TimeZoneTransitions {
  const offsetAtStart = offsetAt(iana, from)
  return {
    offsetAtStart,
    kindAtStart: kindOf(iana, from, offsetAtStart),
    transitions: offsetChanges(iana, from, to).map((change) => ({
      ...change,
      kind: kindOf(iana, change.at, change.offsetAfter),
    })),
  }
}

const yearMs = 366 * 86_400_000

/** Summer time is an offset greater than the one before and the one after it, and lasts less than a year. */
function kindOf(iana: string, at: number, offset: number): 'standard' | 'daylight' {
  const nearby = offsetChanges(iana, at - yearMs, at + yearMs)
  const before = nearby.findLast((change) => change.at <= at)
  const after = nearby.find((change) => change.at > at)
  const isRaised = before !== undefined && before.offsetBefore < offset
  return isRaised && after !== undefined && after.offsetAfter < offset ? 'daylight' : 'standard'
}

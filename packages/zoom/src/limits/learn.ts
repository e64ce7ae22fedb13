import type { Ambient } from '../http/ambient.ts'
import type { Meaning } from '../http/response.ts'
import type { Answer } from '../http/send.ts'
import type { CallToSchedule } from '../http/turn.ts'
import { lessonOf } from './lesson.ts'
import type { CallNeeds } from './needs-of-call.ts'
import { type LimitStore, type Ticket, unlessItFails } from './store.ts'
import type { ZoomClock } from './zoom-clock.ts'

export interface EndedCall {
  readonly call: CallToSchedule
  /** Whose day it used up, where that is known. */
  readonly host: string | undefined
  readonly ticket: Ticket
  readonly answer: Answer
  readonly meaning: Meaning | undefined
  readonly sentAt: number
  readonly answeredAt: number
}

export interface LearnerParts extends Pick<Ambient, 'random'> {
  readonly needs: Pick<CallNeeds, 'labelsOf' | 'learnLabel' | 'learnLimit'>
  readonly store: LimitStore
  readonly clock: ZoomClock
}

/** After a refusal of a second nothing goes for this long, and up to as much again by chance. */
const pauseMs = 1000

/**
 * Learns from answers. `true` when the call was refused by a limit that is kept from now on, so that it may ask for its turn again.
 */
export function createLearner({ needs, store, clock, random }: LearnerParts): (ended: EndedCall) => boolean {
  /** Calls that were on their way together are refused together: that is one reason to slow down, not many. */
  const slowedAt = new Map<string, number>()

  return ({ call: { operation }, host, ticket, answer, meaning, sentAt, answeredAt }) => {
    const lesson = lessonOf(answer, meaning, answeredAt)
    if (lesson === undefined) return false
    const { label, kind, limit, remaining, refusedBy } = lesson
    if (label !== undefined) needs.learnLabel(operation, label)
    // The cap of a host comes with headers that speak of another limit (docs/zoom-facts.md §3.5).
    if (label !== undefined && kind !== undefined && limit !== undefined && refusedBy !== 'host_daily') {
      needs.learnLimit(label, kind, limit)
      const day = ticket.needs.find(({ name }) => name === 'daily')
      if (kind === 'day' && day !== undefined && remaining !== undefined && limit >= day.limit)
        unlessItFails(() => store.raiseTo(day.bucket, day.limit - remaining, clock.dayEnd(answeredAt), answeredAt))
    }
    const leastAheadMs = clock.bounds().leastMs
    switch (refusedBy) {
      case undefined:
      case 'concurrent':
        return false
      case 'host_daily':
        if (host === undefined) return false
        unlessItFails(() => store.block(`host ${host}`, clock.dayEnd(answeredAt)))
        return true
      case 'daily': {
        // A registrant has a day of its own, which says the same words (docs/zoom-facts.md §3.2).
        const days = ticket.needs.filter(({ name }) => name === 'daily')
        if (days.length === 0 || (kind !== 'day' && label === undefined)) return false
        const until = lesson.retryAt === undefined ? clock.dayEnd(answeredAt) : lesson.retryAt - leastAheadMs
        for (const { bucket } of days) unlessItFails(() => store.block(bucket, until))
        return true
      }
      case 'per_second':
      case 'unknown': {
        const until = Math.max(lesson.retryAt ?? 0, answeredAt + pauseMs * (1 + random()))
        for (const bucket of needs.labelsOf(operation)) {
          unlessItFails(() => store.block(bucket, until))
          if (sentAt < (slowedAt.get(bucket) ?? Number.NEGATIVE_INFINITY)) continue
          slowedAt.set(bucket, answeredAt)
          unlessItFails(() => store.slow(bucket, answeredAt))
        }
        return true
      }
    }
  }
}

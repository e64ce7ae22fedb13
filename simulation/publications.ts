import type { BookingState } from './callers.ts'
import type { History } from './history.ts'
import type { Truth } from './truth.ts'
import type { Shared } from './ways/way.ts'

export interface PublicationParts {
  readonly now: () => number
  /** Until when some worker is dead or stands still, or was so last. */
  readonly disturbedUntil: () => number
  readonly truth: Truth
  readonly history: History
}

/** Watches what is published, at the instant when it is kept: the link of a booking never changes silently. */
export function createPublications(
  states: readonly BookingState[],
  { now, disturbedUntil, truth, history }: PublicationParts,
): Shared {
  const byKey = new Map(states.map((state) => [state.booking.key, state]))
  const stateOf = (key: string): BookingState => {
    const state = byKey.get(key)
    if (state === undefined) throw new Error(`Nobody asked for ${key}.`)
    return state
  }
  return {
    onPublished(key, id) {
      const state = stateOf(key)
      if (id === undefined || id === state.publishedId) return
      const before = state.publishedId
      history.note('journal', () => `publishes ${id} for ${key}${before === undefined ? '' : ` instead of ${before}`}`)
      const meeting = truth.meetings.get(id)
      if (before !== undefined) {
        const old = truth.meetings.get(before)
        const isMoved = old?.host !== meeting?.host && state.hosts.has(meeting?.host ?? '')
        if (!isMoved) truth.complain('a published link never changes silently', `${key}: ${before} became ${id}`)
      }
      if (meeting?.by !== 'us' || meeting.booking !== state.booking.number)
        truth.complain(
          'only a meeting that was made for the booking is published',
          `${key}: ${id} was made by ${meeting?.by} for ${meeting?.booking}`,
        )
      state.publishedId = id
      if (state.linkedAt !== undefined) return
      state.linkedAt = now()
      state.wasDisturbed = disturbedUntil() > (state.askedAt ?? 0)
    },
    onState(key, name, isSettled) {
      const state = stateOf(key)
      state.state = name
      state.isSettled = isSettled
    },
  }
}

import type { BookingState } from './callers.ts'
import type { Figures } from './figures.ts'
import type { History } from './history.ts'
import type { TrueMeeting, Truth } from './truth.ts'

/** Watches for meetings of a booking beside the one that it shall have, and how long they stay. */
export interface SurplusWatch {
  /** A request of a worker has made a meeting. */
  made(meeting: TrueMeeting): void
  /** A meeting is in no list before `until`. */
  hidden(id: number, until: number): void
  /** Counts what became of them, at rest. */
  close(): void
}

/** So long after a surplus meeting can be seen it shall be gone. */
const soonMs = 600_000

export function createSurplusWatch(
  truth: Pick<Truth, 'meetings' | 'madeFor'>,
  stateOf: (booking: number) => BookingState | undefined,
  { totals }: Figures,
  history: History,
): SurplusWatch {
  const hiddenUntil = new Map<number, number>()
  /** Of each time, the meetings that were there together. */
  const cases: (readonly TrueMeeting[])[] = []

  return {
    made(meeting) {
      const { booking = 0, host } = meeting
      const others = truth.madeFor(booking).filter((one) => one !== meeting && one.goneAt === undefined)
      // A change of host makes the new one before the old one goes.
      const isMove = host === stateOf(booking)?.lastHost && others.every((one) => one.host !== host)
      if (others.length === 0 || isMove) return
      totals.surplus++
      history.note('promise', () => `surplus: ${meeting.id} beside ${others.map(({ id }) => id).join(', ')}`)
      cases.push([meeting, ...others])
    },
    hidden: (id, until) => void hiddenUntil.set(id, until),
    close() {
      for (const together of cases) {
        // It can be seen when all of them stand in the list.
        const seenAt = Math.max(...together.map(({ id, madeAt }) => hiddenUntil.get(id) ?? madeAt))
        const goneAt = Math.min(...together.map(({ goneAt = Number.POSITIVE_INFINITY }) => goneAt))
        if (goneAt <= seenAt + soonMs) totals.surplusGoneSoon++
      }
    },
  }
}

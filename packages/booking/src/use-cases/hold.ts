import type { Booking, Occurrence } from '../domain/booking.ts'
import { heldSpan } from '../domain/held.ts'
import type { Host } from '../domain/host.ts'
import type { MeetingDate } from '../domain/meeting-dates.ts'
import type { Candidate } from '../domain/rank-hosts.ts'
import type { Desk, HoldResult, Reading } from '../ports.ts'
import { noFreeHost, type Question, rank } from './availability.ts'

/** The dates of a booking on its lane; a date that it had before keeps its id. */
export function occurrencesFor(
  { createId }: Pick<Desk, 'createId'>,
  { id: bookingId, hostId, lane }: Pick<Booking, 'id' | 'hostId' | 'lane'>,
  host: Host,
  dates: readonly MeetingDate[],
  bufferMinutes: number | undefined,
  before: readonly Occurrence[] = [],
): Occurrence[] {
  return dates.map((one) => {
    const { from, to } = heldSpan(one, host, bufferMinutes)
    const id = before.find(({ date }) => date === one.date)?.id ?? createId()
    return { ...one, id, bookingId, hostId, lane, heldFrom: from, heldTo: to, isHeld: true }
  })
}

/** A lane that was found free, with its host. */
export interface Chosen extends Candidate {
  readonly host: Host
}

/** How often the hosts are ranked anew when others took every candidate meanwhile. */
const mostRounds = 3

/**
 * Tries the candidates in their order until the database lets one have the dates: between the look and the hold somebody else may
 * have taken them.
 *
 * @throws {BookingError} `no_free_host`.
 */
export async function holdBest<Kept>(
  reading: Reading,
  question: Question,
  hold: (chosen: Chosen) => Promise<{ readonly result: HoldResult; readonly kept: Kept }>,
  prefer: (candidates: readonly Candidate[]) => readonly Candidate[] = (candidates) => candidates,
): Promise<Kept> {
  for (let round = 1; ; round++) {
    const ranking = await rank(reading, question)
    const candidates = prefer(ranking.candidates)
    for (const candidate of candidates) {
      const host = question.hosts.find(({ id }) => id === candidate.hostId)
      if (host === undefined) continue
      const { result, kept } = await hold({ ...candidate, host })
      if (result.ok) return kept
    }
    if (candidates.length === 0 || round === mostRounds) throw await noFreeHost(reading, question, ranking)
  }
}

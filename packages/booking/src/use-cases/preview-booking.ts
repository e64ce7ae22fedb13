import type { Alternatives } from '../domain/alternatives.ts'
import { needsApproval } from '../domain/approval.ts'
import type { Wish } from '../domain/booking.ts'
import { datesOfMeeting, type MeetingDate } from '../domain/meeting-dates.ts'
import type { Message } from '../domain/message.ts'
import type { Refusal } from '../domain/policy-rules.ts'
import type { Candidate, RefusedHost } from '../domain/rank-hosts.ts'
import { costOf, type ZoomCost } from '../domain/zoom-cost.ts'
import type { Desk } from '../ports.ts'
import { alternatives, type Question, rank, refusals, spentToday } from './availability.ts'
import { checkToCome } from './book-meeting.ts'
import { activeMember } from './once.ts'

/** What would become of a wish now, said while it is typed. Nothing is held. */
export interface BookingPreview {
  readonly dates: readonly MeetingDate[]
  readonly notes: readonly Message[]
  /** So many hosts are free, of those that the member may book. */
  readonly free: number
  readonly of: number
  /** The host that would be taken; `undefined` when none is free. */
  readonly best: (Candidate & { readonly needsApproval: boolean; readonly cost: ZoomCost }) | undefined
  readonly refused: readonly RefusedHost[]
  readonly refusals: readonly Refusal[]
  /** Where no host is free: when one would be. */
  readonly alternatives: Alternatives | undefined
}

/** @throws {BookingError} `invalid_input`, `zoom_cannot`, `not_allowed`. */
export async function previewBooking(desk: Desk, memberId: string, wish: Wish): Promise<BookingPreview> {
  const now = desk.now()
  const { dates, start, notes } = datesOfMeeting(wish)
  checkToCome(dates, wish, now)
  const budgetSpent = await spentToday(desk)
  return desk.store.read(async (reading) => {
    const member = await activeMember(reading, memberId)
    const policies = await reading.policies.get()
    const hosts = await reading.hosts.list()
    const question: Question = {
      wish: { ...wish, start },
      dates,
      organiserId: memberId,
      policies,
      hosts,
      budgetSpent,
      now,
    }
    const { candidates, refused, free, of } = await rank(reading, question)
    const [first] = candidates
    const best = first && {
      ...first,
      needsApproval: needsApproval(member, { id: first.hostId }, policies),
      cost: costOf(undefined, { hostId: first.hostId, wish }),
    }
    return {
      dates,
      notes,
      free,
      of,
      best,
      refused,
      refusals: await refusals(reading, question),
      alternatives: best === undefined ? await alternatives(reading, question) : undefined,
    }
  })
}

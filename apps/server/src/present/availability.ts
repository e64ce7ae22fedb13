import type { Alternatives, MeetingDate, Refusal, RefusedHost } from '@convene/booking'
import type { AlternativesView, DateView, RefusalView, RefusedHostView } from '@convene/booking/contract'
import { presentInstant } from './instant.ts'

/** The name that people know a host by. */
export type HostNameOf = (id: string) => string

export function presentDate({ date, startsAt, endsAt }: MeetingDate): DateView {
  return { date, startsAt: presentInstant(startsAt), endsAt: presentInstant(endsAt) }
}

export function presentRefusal({ rule, says, nearest }: Refusal): RefusalView {
  return { rule, says, nearest: nearest ?? null }
}

export function presentRefusedHosts(refused: readonly RefusedHost[], nameOf: HostNameOf): RefusedHostView[] {
  return refused.map(({ hostId, why, takenOn }) => ({ host: { id: hostId, name: nameOf(hostId) }, why, takenOn }))
}

export function presentAlternatives({ starts, moves }: Alternatives, nameOf: HostNameOf): AlternativesView {
  return {
    starts,
    moves:
      moves === undefined
        ? null
        : {
            host: { id: moves.hostId, name: nameOf(moves.hostId) },
            takenOn: moves.takenOn,
            nearest: moves.nearest,
          },
  }
}

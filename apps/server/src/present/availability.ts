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

/** Hosts that the member could not book anyway are no news, and some belong to others. */
export function presentRefusedHosts(refused: readonly RefusedHost[], nameOf: HostNameOf): RefusedHostView[] {
  return refused
    .filter(({ why }) => why.code !== 'belongs_to_another' && why.code !== 'not_in_use')
    .map(({ hostId, why, takenOn }) => ({ host: { id: hostId, name: nameOf(hostId) }, why, takenOn }))
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

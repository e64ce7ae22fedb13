import type { BookingPreview, ChangePreview, Host } from '@convene/booking'
import type { BookingPreviewView, ChangePreviewView } from '@convene/booking/contract'
import {
  type HostNameOf,
  presentAlternatives,
  presentDate,
  presentRefusal,
  presentRefusedHosts,
} from './availability.ts'

/** Names of hosts by their ids. */
export function hostNames(hosts: readonly Host[]): HostNameOf {
  const names = new Map(hosts.map(({ id, name }) => [id, name]))
  return (id) => names.get(id) ?? id
}

export function presentPreview(preview: BookingPreview, nameOf: HostNameOf): BookingPreviewView {
  const { dates, notes, free, of, best, refused, refusals, alternatives } = preview
  return {
    dates: dates.map(presentDate),
    notes,
    free,
    of,
    best:
      best === undefined
        ? null
        : {
            host: { id: best.hostId, name: nameOf(best.hostId) },
            choice: best.choice,
            needsApproval: best.needsApproval,
            cost: best.cost,
          },
    refused: presentRefusedHosts(refused, nameOf),
    refusals: refusals.map(presentRefusal),
    alternatives: alternatives === undefined ? null : presentAlternatives(alternatives, nameOf),
  }
}

export function presentChangePreview(
  preview: ChangePreview,
  currentHostId: string,
  nameOf: HostNameOf,
): ChangePreviewView {
  const { dates, notes, hostId, rest, costs, budgetSpent, refusals, needsApproval, refused, alternatives } = preview
  const named = (id: string | undefined) => (id === undefined ? null : { id, name: nameOf(id) })
  return {
    dates: dates.map(presentDate),
    notes,
    host: named(hostId),
    link: hostId === undefined ? null : hostId === currentHostId ? 'stays' : 'new',
    costs: costs.map((cost) => ({ ...cost, spent: budgetSpent.get(cost.hostId) ?? 0 })),
    needsApproval,
    rest: rest === undefined ? null : { dates: rest.dates.map(presentDate), host: named(rest.hostId) },
    refused: presentRefusedHosts(refused, nameOf),
    refusals: refusals.map(presentRefusal),
    alternatives: alternatives === undefined ? null : presentAlternatives(alternatives, nameOf),
  }
}

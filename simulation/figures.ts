import type { OtherFault, PeopleRate, RequestFault, RequestKind } from './fault-model.ts'
import { addHistogram, emptyHistogram, type Histogram } from './histogram.ts'

/** What was counted in some worlds; sums of several can be added up. */
export interface Totals {
  worlds: number
  bookings: number
  /** Meetings that requests of workers have made. */
  created: number
  requests: Record<RequestKind, number>
  /** Faults by name; those of creates once more by themselves. */
  faults: Record<string, number>
  createFaults: number
  /** Bookings with a create of which nobody knew at first what became of it. */
  unknown: number
  /** Meetings that workers made beyond the one of a booking, at the same time. */
  surplus: number
  /** Those gone ten minutes after they could be seen. */
  surplusGoneSoon: number
  /** Meetings beyond the one of a booking that were there at rest. */
  duplicates: number
  /**
   * From the asking to the link, in ms: of all, and of those whose create was unknown at first while no worker was dead or standing
   * still.
   */
  toLink: Histogram
  toLinkUnknown: Histogram
}

/** Counts while a world runs. */
export interface Figures {
  readonly totals: Totals
  request(kind: RequestKind, fault: RequestFault | undefined): void
  met(what: OtherFault | PeopleRate): void
}

export function emptyTotals(): Totals {
  return {
    worlds: 0,
    bookings: 0,
    created: 0,
    requests: { create: 0, write: 0, read: 0, token: 0 },
    faults: {},
    createFaults: 0,
    unknown: 0,
    surplus: 0,
    surplusGoneSoon: 0,
    duplicates: 0,
    toLink: emptyHistogram(),
    toLinkUnknown: emptyHistogram(),
  }
}

export function createFigures(): Figures {
  const totals = emptyTotals()
  const count = (name: string) => {
    totals.faults[name] = (totals.faults[name] ?? 0) + 1
  }
  return {
    totals,
    request(kind, fault) {
      totals.requests[kind]++
      if (fault === undefined) return
      if (kind === 'create') totals.createFaults++
      count(fault)
    },
    met: count,
  }
}

/** Adds `more` to `sum`. */
export function addTotals(sum: Totals, more: Totals): void {
  for (const name of ['worlds', 'bookings', 'created', 'createFaults', 'unknown', 'surplus'] as const)
    sum[name] += more[name]
  for (const name of ['surplusGoneSoon', 'duplicates'] as const) sum[name] += more[name]
  for (const [kind, count] of Object.entries(more.requests)) sum.requests[kind as RequestKind] += count
  for (const [name, count] of Object.entries(more.faults)) sum.faults[name] = (sum.faults[name] ?? 0) + count
  addHistogram(sum.toLink, more.toLink)
  addHistogram(sum.toLinkUnknown, more.toLinkUnknown)
}

import type { Operation } from '../http/operation.ts'
import type { CallToSchedule } from '../http/turn.ts'
import type { HostNames } from './host-names.ts'
import { dayNeed, lockNeed, type Need, windowNeed } from './need.ts'
import { type CountedLabel, countOfShare, hostDailyLimit, limitsOfPlan, type ZoomPlan } from './plan-limits.ts'

/** Which places calls need. */
export interface CallNeeds {
  /** The places that a call needs; `host` as `hostOf` gave it. */
  needsOf(operation: Operation, host: string | undefined): readonly Need[]
  /** By which labels an operation is counted: several where nobody knows which one it is. */
  labelsOf(operation: Operation): readonly CountedLabel[]
  /** Zoom has said by which label it counts an operation. */
  learnLabel(operation: Operation, label: CountedLabel): void
  /** Zoom allows fewer calls than the plan: the plan is another one, or Zoom has changed its table. */
  learnLimit(label: CountedLabel, kind: 'window' | 'day', limit: number): void
}

/** The requests that count for their host (docs/zoom-facts.md §3.2), meetings and webinars; a deletion does not. */
const countsForHost: ReadonlySet<string> = new Set([
  'POST /users/{userId}/meetings',
  'PATCH /meetings/{meetingId}',
  'POST /users/{userId}/webinars',
  'PATCH /webinars/{webinarId}',
])

/** Two sources disagree on the label of making a meeting (docs/zoom-facts.md §3.3), so it takes a place in both buckets. */
const disputed: Readonly<Record<string, readonly CountedLabel[]>> = {
  'POST /users/{userId}/meetings': ['light', 'medium'],
}
/** An operation without a known label takes a place in each bucket of a second. */
const anyLabel: readonly CountedLabel[] = ['light', 'medium', 'heavy']
const single: Readonly<Record<CountedLabel, readonly CountedLabel[]>> = {
  light: ['light'],
  medium: ['medium'],
  heavy: ['heavy'],
  resource_intensive: ['resource_intensive'],
}

const names = new WeakMap<Operation, string>()
/** Asked for at every call, and operations are constants. */
function nameOf(operation: Operation): string {
  const known = names.get(operation)
  if (known !== undefined) return known
  const name = `${operation.method} ${operation.path}`
  names.set(operation, name)
  return name
}

/** Whether a call uses up the day of a host, or holds the lock of a user. */
export function hasHost(operation: Operation): boolean {
  const { method } = operation
  return method === 'DELETE' || (method !== 'GET' && countsForHost.has(nameOf(operation)))
}

/** The host or user of such a call, as far as it is known. */
export function hostOf({ parts, schedule, caller }: CallToSchedule, hosts: HostNames): string | undefined {
  const { userId, meetingId, webinarId } = parts.path ?? {}
  if (userId !== undefined) return hosts.nameOf(String(userId), caller)
  const id = meetingId ?? webinarId
  const told = id === undefined ? undefined : hosts.ofMeeting(id)
  return told ?? (schedule?.host === undefined ? undefined : hosts.nameOf(schedule.host, caller))
}

export function createCallNeeds(plan: ZoomPlan, share: number): CallNeeds {
  const limits = limitsOfPlan(plan, share)
  const hostLimit = countOfShare(hostDailyLimit, share)
  const learnedLabels = new Map<string, CountedLabel>()
  const learnedLimits = new Map<string, number>()
  /** By operation; what is learned about a label voids it. */
  const plain = new Map<Operation, readonly Need[]>()

  const atMost = (bucket: string, limit: number) => Math.min(limit, learnedLimits.get(bucket) ?? limit)
  const labelsOf = (operation: Operation): readonly CountedLabel[] => {
    const name = nameOf(operation)
    const label = learnedLabels.get(name)
    if (label !== undefined) return single[label]
    const { label: told = 'unknown' } = operation
    return disputed[name] ?? (told === 'unknown' ? anyLabel : single[told])
  }
  const plainNeeds = (operation: Operation): readonly Need[] => {
    const needs = new Map<string, Need>()
    for (const label of labelsOf(operation)) {
      const { window, day } = limits[label]
      needs.set(label, windowNeed(label, atMost(label, window.limit), window.lengthMs))
      if (day !== undefined) needs.set(day.bucket, dayNeed(day.bucket, atMost(day.bucket, day.limit)))
    }
    return [...needs.values()]
  }

  return {
    labelsOf,
    needsOf(operation, host) {
      let needs = plain.get(operation)
      if (needs === undefined) {
        needs = plainNeeds(operation)
        plain.set(operation, needs)
      }
      // One DELETE at a time for a user; those of whom nobody knows the user wait for each other.
      if (operation.method === 'DELETE') return [...needs, lockNeed(`delete ${host ?? 'unknown'}`)]
      return host === undefined ? needs : [...needs, dayNeed(`host ${host}`, hostLimit, 'host_daily')]
    },
    learnLabel(operation, label) {
      if (learnedLabels.get(nameOf(operation)) === label) return
      learnedLabels.set(nameOf(operation), label)
      plain.clear()
    },
    learnLimit(label, kind, limit) {
      const { window, day } = limits[label]
      const bucket = kind === 'window' ? label : day?.bucket
      const known = kind === 'window' ? window.limit : day?.limit
      const ours = countOfShare(limit, share)
      if (bucket === undefined || known === undefined || ours >= atMost(bucket, known)) return
      learnedLimits.set(bucket, ours)
      plain.clear()
    },
  }
}

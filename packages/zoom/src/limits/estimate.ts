import { dayMs } from './plan-limits.ts'

/** Creations or changes of meetings that are to come: so many, spread evenly over hosts, or so many of each host. */
export type WorkToEstimate =
  | { readonly count: number; readonly hosts: readonly string[] }
  | { readonly hosts: Readonly<Record<string, number>> }

/** The calls of one day. */
export interface EstimateStep {
  /** When the first of them can go: now, or 00:00 UTC. */
  readonly from: Date
  readonly calls: number
  /** When the last of them has gone. */
  readonly until: Date
}

/** How long so many calls take within the limits of the plan. */
export interface Estimate {
  readonly calls: number
  readonly hosts: number
  /** One for each day of UTC on which calls go. */
  readonly steps: readonly EstimateStep[]
  /** When the last call has gone, if nothing else uses the account. */
  readonly lastAt: Date
  /** All of it in one sentence, in English. */
  readonly sentence: string
}

/** What the estimate is made from; instants are ms since 1970 by Zoom's clock. */
export interface EstimateBasis {
  readonly now: number
  /** Calls of each host that are to come, and how many of them today still allows. */
  readonly hosts: readonly { readonly calls: number; readonly leftToday: number }[]
  /** Creations and changes a day for one host. */
  readonly perHostAndDay: number
  /** So many calls in this many milliseconds. */
  readonly limit: number
  readonly lengthMs: number
  /** Calls a day of the account, and what today still allows; `Infinity` where the plan has no such limit. */
  readonly perDay: number
  readonly leftToday: number
}

/** Goes through the days: on each the hosts give what they have left, as far as the account and the seconds of the day allow. */
export function estimateCalls({
  now,
  hosts,
  perHostAndDay,
  limit,
  lengthMs,
  perDay,
  leftToday,
}: EstimateBasis): Estimate {
  const total = hosts.reduce((sum, { calls }) => sum + calls, 0)
  const steps: EstimateStep[] = []
  let remaining = hosts.map(({ calls }) => calls)
  let done = 0
  for (let from = now; done < total; from = (Math.floor(from / dayMs) + 1) * dayMs) {
    const isToday = from === now
    const dayEnd = (Math.floor(from / dayMs) + 1) * dayMs
    const inTime = Math.max(1, Math.floor((dayEnd - from) / lengthMs)) * limit
    let left = Math.min(inTime, isToday ? leftToday : perDay)
    remaining = remaining.map((calls, index) => {
      const going = Math.min(calls, isToday ? (hosts[index]?.leftToday ?? 0) : perHostAndDay, left)
      left -= going
      return calls - going
    })
    const calls = total - done - remaining.reduce((sum, one) => sum + one, 0)
    if (calls === 0) continue
    done += calls
    steps.push({ from: new Date(from), calls, until: new Date(from + Math.ceil(calls / limit) * lengthMs) })
  }
  const lastAt = steps.at(-1)?.until ?? new Date(now)
  const busy = hosts.filter(({ calls }) => calls > 0).length
  const estimate = { calls: total, hosts: busy, steps, lastAt }
  return { ...estimate, sentence: sentenceOf(estimate, perHostAndDay, now) }
}

/** `3,000 meetings on 12 hosts: 100 a day a host; 1,200 now, 1,200 after 00:00 UTC on Tuesday, the last at 00:00:10 UTC on Wednesday.` */
function sentenceOf(
  { calls: total, hosts, steps, lastAt }: Omit<Estimate, 'sentence'>,
  perHostAndDay: number,
  now: number,
): string {
  const count = (n: number, what: string) => `${n.toLocaleString('en-US')} ${what}${n === 1 ? '' : 's'}`
  const dayOf = (at: Date) =>
    at.toLocaleDateString('en-GB', {
      timeZone: 'UTC',
      weekday: 'long',
      // A weekday alone says nothing more after a week.
      ...(at.getTime() - now > 6 * dayMs && { day: 'numeric', month: 'long', year: 'numeric' }),
    })
  const shown = steps.slice(0, 2).map(({ from, calls }) => {
    const many = calls.toLocaleString('en-US')
    return from.getTime() === now ? `${many} now` : `${many} after 00:00 UTC on ${dayOf(from)}`
  })
  if (steps.length > 3) shown.push(`and so on for ${steps.length} days`)
  const last = `the last at ${lastAt.toISOString().slice(11, 19)} UTC on ${dayOf(lastAt)}`
  return `${count(total, 'meeting')} on ${count(hosts, 'host')}: ${perHostAndDay} a day a host; ${[...shown, last].join(', ')}.`
}

import type { Totals } from './figures.ts'
import { type Histogram, quantile } from './histogram.ts'

/** The figures of a run, one a line. */
export function reportLines(totals: Totals, seconds: number, jobs: number): string[] {
  const { bookings, worlds, created, requests, createFaults, unknown, surplus, surplusGoneSoon, duplicates } = totals
  const rows: readonly (readonly [string, string])[] = [
    ['bookings', `${counted(bookings)} in ${counted(worlds)} worlds`],
    [
      'requests',
      Object.entries(requests)
        .map(([kind, count]) => `${counted(count)} ${kind}`)
        .join(', '),
    ],
    ['meetings made', counted(created)],
    ['creates that met a fault', share(createFaults, requests.create)],
    ['outcomes unknown at first', share(unknown, bookings)],
    ['surplus meanwhile', `${counted(surplus)}, ${perTenThousand(surplus, created)}`],
    ['surplus gone after 10 minutes', share(surplusGoneSoon, surplus)],
    ['duplicates at rest', counted(duplicates)],
    ['time to a link', times(totals.toLink)],
    ['unknown at first, workers alive', times(totals.toLinkUnknown)],
    ['speed', `${counted(bookings / seconds / jobs)} bookings a second a process, ${seconds.toFixed(0)} s`],
  ]
  const faults = Object.entries(totals.faults).sort(([, a], [, b]) => b - a)
  return [
    ...rows.map(([name, value]) => `${name.padEnd(32)} ${value}`),
    'faults and interference met:',
    ...faults.map(([name, count]) => `  ${name.padEnd(30)} ${counted(count)}`),
  ]
}

function counted(count: number): string {
  return Math.round(count).toLocaleString('en-US')
}

function share(part: number, whole: number): string {
  return `${counted(part)}${whole > 0 ? ` (${((100 * part) / whole).toFixed(2)} %)` : ''}`
}

function perTenThousand(part: number, whole: number): string {
  return `${whole > 0 ? ((10_000 * part) / whole).toFixed(2) : '0'} in 10,000`
}

function times(histogram: Histogram): string {
  const at = (quota: number) => {
    const ms = quantile(histogram, quota)
    return ms === undefined ? '-' : `${(ms / 1000).toFixed(ms < 10_000 ? 2 : 0)} s`
  }
  return `p50 ${at(0.5)}, p95 ${at(0.95)}, p99.9 ${at(0.999)}`
}

/** So many bookings are needed before a rate of 1 in 10,000 says something. */
const enough = 100_000

/** The promises that are rates, where they were not kept; a sentence each. */
export function brokenRates({ bookings, created, surplus, surplusGoneSoon, toLinkUnknown }: Totals): string[] {
  if (bookings < enough) return []
  const slowest = (quota: number) => quantile(toLinkUnknown, quota) ?? 0
  const checks: readonly (readonly [isKept: boolean, says: string])[] = [
    [surplus < created / 10_000, 'There was surplus of 1 in 10,000 creates or more.'],
    // Of a few, one that stays longer says nothing about 95 %.
    [surplusGoneSoon >= Math.floor(0.95 * surplus), 'Less than 95 % of the surplus was gone after 10 minutes.'],
    [slowest(0.95) <= 120_000, 'Of the unknown outcomes less than 95 % had a link after 2 minutes.'],
    [slowest(0.999) <= 300_000, 'Of the unknown outcomes less than 99.9 % had a link after 5 minutes.'],
  ]
  return checks.flatMap(([isKept, says]) => (isKept ? [] : [says]))
}

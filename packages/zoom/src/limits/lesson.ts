import type { RateLimit } from '../errors.ts'
import type { Meaning } from '../http/response.ts'
import { parseRetryAfter } from '../http/retry-after.ts'
import type { Answer } from '../http/send.ts'
import type { CountedLabel } from './plan-limits.ts'

/** What one answer says of Zoom's limits (docs/zoom-facts.md §3.4, §3.5); each part only where it does. */
export interface Lesson {
  readonly label: CountedLabel | undefined
  /** Which of the label's limits `limit` and `remaining` are of. */
  readonly kind: 'window' | 'day' | undefined
  readonly limit: number | undefined
  readonly remaining: number | undefined
  /** The limit that refused the call. */
  readonly refusedBy: RateLimit | undefined
  /** From when on Zoom takes calls again, as Zoom says it: by its own clock where it names an instant. */
  readonly retryAt: number | undefined
}

const labels: ReadonlyMap<string | null, CountedLabel> = new Map([
  ['light', 'light'],
  ['medium', 'medium'],
  ['heavy', 'heavy'],
  ['resource-intensive', 'resource_intensive'],
])

/** Reads the headers, and of a refusal also what was made of its body, since the cap of a host comes without headers. */
export function lessonOf({ status, headers }: Answer, meaning: Meaning | undefined, now: number): Lesson | undefined {
  const category = headers.get('x-ratelimit-category')
  if (category === null && status !== 429) return undefined
  const refusedBy = meaning?.ok === false && status === 429 ? (meaning.failure.details.limit ?? 'unknown') : undefined
  const type = headers.get('x-ratelimit-type') ?? ''
  return {
    label: labels.get(category?.toLowerCase() ?? null),
    kind: /^qps$/i.test(type) ? 'window' : /^daily/i.test(type) ? 'day' : undefined,
    limit: numberOf(headers.get('x-ratelimit-limit')),
    remaining: numberOf(headers.get('x-ratelimit-remaining')),
    refusedBy,
    retryAt: refusedBy === undefined ? undefined : parseRetryAfter(headers.get('retry-after'), now),
  }
}

function numberOf(header: string | null): number | undefined {
  const number = header === null || header === '' ? Number.NaN : Number(header)
  return Number.isInteger(number) && number >= 0 ? number : undefined
}

import type { LabelCounter } from '../domain/limits/account-limits.ts'
import type { ExceededLimit } from '../domain/limits/limits.ts'
import { dayMs, hostDailyLimit, type LimitLabel } from '../domain/limits/plan-limits.ts'
import { ZoomApiError } from './zoom-error.ts'

/** 429 with the headers that go with it (docs/zoom-facts.md §3.4, §3.5). */
export class RateLimitError extends ZoomApiError {
  readonly headers: Readonly<Record<string, string>>

  constructor(message: string, headers: Readonly<Record<string, string>> = {}) {
    super(429, 429, message)
    this.name = 'RateLimitError'
    this.headers = headers
  }
}

const categories: Readonly<Record<LimitLabel, string>> = {
  light: 'Light',
  medium: 'Medium',
  heavy: 'Heavy',
  resource_intensive: 'Resource-intensive',
}

const messages: Readonly<Record<ExceededLimit, string>> = {
  window: 'You have reached the maximum per-second rate limit for this API. Try again later.',
  day: 'You have reached the maximum daily rate limit for this API. Refer to the response header for details on when you can make another request.',
}

/** What every answer says of the limits of its label: the daily one where the plan has one. */
export function limitHeaders(counter: LabelCounter, now: number): Record<string, string> {
  return headersOf(counter, counter.daily ? 'day' : 'window', now)
}

function headersOf({ label, window, daily }: LabelCounter, limit: ExceededLimit, now: number): Record<string, string> {
  const counted = (limit === 'day' && daily) || window
  return {
    'x-ratelimit-category': categories[label],
    'x-ratelimit-type': limit === 'day' ? 'Daily-limit' : 'QPS',
    'x-ratelimit-limit': String(counted.limit),
    'x-ratelimit-remaining': String(Math.max(0, counted.remaining(now))),
  }
}

/** A label's calls of this second or day are used up. */
export function labelLimitReached(counter: LabelCounter, exceeded: ExceededLimit, now: number): RateLimitError {
  return new RateLimitError(messages[exceeded], {
    ...headersOf(counter, exceeded, now),
    ...(exceeded === 'day' && { 'retry-after': nextMidnight(now) }),
  })
}

/** A host's 100 of this day are used up; seen without Type and Retry-After, with the numbers of the label. */
export function hostLimitReached(counter: LabelCounter, now: number, form: 'as_seen' | 'full'): RateLimitError {
  const message = `You have exceeded the daily rate limit (${hostDailyLimit}) of Meeting Create/Update API requests permitted for this particular user. You may resume these requests at GMT 00:00:00.`
  const { 'x-ratelimit-type': _, ...seen } = limitHeaders(counter, now)
  if (form === 'as_seen') return new RateLimitError(message, seen)
  return new RateLimitError(message, {
    ...seen,
    'x-ratelimit-type': 'Daily-limit',
    'x-ratelimit-limit': String(hostDailyLimit),
    'x-ratelimit-remaining': '0',
    'retry-after': nextMidnight(now),
  })
}

/** What a day allows for one registrant is used up (docs/zoom-facts.md §3.2). */
export function registrantLimitReached(now: number): RateLimitError {
  return new RateLimitError(messages.day, { 'retry-after': nextMidnight(now) })
}

/** The next 00:00 of UTC as Zoom writes it: `2026-12-18T00:00:00Z`. */
function nextMidnight(now: number): string {
  return new Date((Math.floor(now / dayMs) + 1) * dayMs).toISOString().replace('.000Z', 'Z')
}

/**
 * The instant that a `Retry-After` header names, in milliseconds since 1970: seconds or an HTTP date (RFC 9110 §10.2.3), or an
 * ISO instant, which Zoom sends (docs/zoom-facts.md §3.5). `undefined` when there is none or it cannot be read.
 */
export function parseRetryAfter(header: string | null, now: number): number | undefined {
  const text = header?.trim() ?? ''
  if (/^\d{1,9}(?:\.\d+)?$/.test(text)) return now + Number(text) * 1000
  const isDate = /^\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:?\d\d)$/.test(text) || /^\w{3,9}, .*GMT$/.test(text)
  const instant = isDate ? Date.parse(text) : Number.NaN
  return Number.isNaN(instant) ? undefined : Math.max(instant, now)
}

/** The next 00:00 UTC: when Zoom's daily counts start anew (docs/zoom-facts.md §3.2). */
export function nextUtcMidnight(now: number): number {
  const day = 86_400_000
  return (Math.floor(now / day) + 1) * day
}

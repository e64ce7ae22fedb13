import type { RateLimit } from '../errors.ts'

/** One place that a call needs before it may go. */
export interface Need {
  /** `medium`, `day heavy`, `host mei@example.com`, `delete mei@example.com`. */
  readonly bucket: string
  readonly limit: number
  /** Until when the place stays taken: the length of a window after Zoom counted the call, the end of Zoom's day, or the answer. */
  readonly kind: 'window' | 'day' | 'lock'
  /** Of a window, in milliseconds. */
  readonly lengthMs: number
  /** How an error names the limit. */
  readonly name: RateLimit
}

export const windowNeed = (bucket: string, limit: number, lengthMs: number): Need => ({
  bucket,
  limit,
  kind: 'window',
  lengthMs,
  name: 'per_second',
})

export const dayNeed = (bucket: string, limit: number, name: 'daily' | 'host_daily' = 'daily'): Need => ({
  bucket,
  limit,
  kind: 'day',
  lengthMs: 0,
  name,
})

export const lockNeed = (bucket: string): Need => ({ bucket, limit: 1, kind: 'lock', lengthMs: 0, name: 'concurrent' })

import type { FieldError, RateLimit } from '../errors.ts'

/** Zoom's error envelope (docs/zoom-facts.md §11). */
export interface Envelope {
  readonly zoomCode: number
  readonly message: string
  readonly fieldErrors: readonly FieldError[]
}

/** Reads `{code, message, errors?}`; `undefined` when a body is something else. */
export function parseEnvelope(body: unknown): Envelope | undefined {
  if (typeof body !== 'object' || body === null) return undefined
  const { code, message, errors } = body as { code?: unknown; message?: unknown; errors?: unknown }
  if (typeof code !== 'number' || typeof message !== 'string') return undefined
  const fieldErrors = Array.isArray(errors) ? errors.filter(isFieldError) : []
  return { zoomCode: code, message, fieldErrors: fieldErrors.map(({ field, message }) => ({ field, message })) }
}

function isFieldError(value: unknown): value is FieldError {
  const { field, message } = (value ?? {}) as Partial<FieldError>
  return typeof field === 'string' && typeof message === 'string'
}

/** The scopes that Zoom names in `does not contain scopes:[a, b]` (docs/zoom-facts.md §2). */
export function scopesOfMessage(message: string): string[] {
  const list = /scopes?:?\s*\[([^\]]*)\]/i.exec(message)?.[1] ?? ''
  return list.split(/[\s,]+/).filter((scope) => scope !== '')
}

/**
 * Which limit a 429 means (docs/zoom-facts.md §3.4, §3.5). Messages are translated, so the header comes first, and of the text
 * only what survives a translation; the cap of a host was seen without the header.
 */
export function limitOf(type: string | null, message: string): RateLimit {
  if (/00:00:00/.test(message)) return 'host_daily'
  if (/^qps$/i.test(type ?? '') || /per-second/i.test(message)) return 'per_second'
  if (/^daily/i.test(type ?? '') || /daily rate limit/i.test(message)) return 'daily'
  return /concurrent/i.test(message) ? 'concurrent' : 'unknown'
}

/** What to do after a refusal, by Zoom's code (docs/zoom-facts.md §5.2). */
const remedies: ReadonlyMap<number, string> = new Map([
  [200, 'The user or the plan of the account does not have this right: ask the administrator of the account.'],
  [300, 'Mend what Zoom names here.'],
  [1010, 'Give a user of the account that the app belongs to.'],
  [1120, 'The user has to be invited again before the call can succeed.'],
  [2300, 'Check apiUrl: it ends in /v2 and has no path after that.'],
  [3000, 'Where an occurrence_id was given, check it: get lists the dates of the series with their ids.'],
  [3002, 'The meeting is in progress: end it first.'],
  [3003, 'Sign in as the host of the meeting, or with an app that acts for the whole account.'],
  [3007, 'The meeting has ended, so it cannot be deleted any more.'],
  [3018, 'A personal meeting room cannot be deleted.'],
  [3037, 'A personal audio conference cannot be deleted.'],
  [3161, 'The user may not host or schedule meetings: give the user a Meetings licence or another host.'],
  [12702, 'Zoom keeps past meetings for one year.'],
])

/** The remedy for a refusal by its code, where there is one that fits every case. */
export function remedyOfRefusal(zoomCode: number): string | undefined {
  return remedies.get(zoomCode)
}

import { OAuthError } from './oauth-error.ts'
import { RateLimitError } from './rate-limit-error.ts'
import { ZoomApiError } from './zoom-error.ts'

/** Every way in which the emulator refuses. */
export type Refusal = ZoomApiError | OAuthError

export function isRefusal(error: unknown): error is Refusal {
  return error instanceof ZoomApiError || error instanceof OAuthError
}

export function headersOfRefusal(refusal: Refusal): Record<string, string> {
  return {
    'content-type': 'application/json',
    ...(refusal instanceof RateLimitError && refusal.headers),
    // The rest of a body that is too large stays unread, so nothing else can come on its connection.
    ...(refusal.status === 413 && { connection: 'close' }),
  }
}

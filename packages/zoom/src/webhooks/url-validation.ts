import type { Ambient } from '../http/ambient.ts'
import { WebhookError } from './errors.ts'
import type { WebhookEvent } from './events.ts'
import { hex } from './signature.ts'

/** What Zoom wants to hear within three seconds, as JSON with status 200, when it checks an address (docs/zoom-facts.md §9). */
export interface UrlValidationAnswer {
  readonly plainToken: string
  readonly encryptedToken: string
}

/** The answer to `endpoint.url_validation`, made with the secret token that signed the question; `undefined` for other events. */
export async function answerUrlValidation(
  ambient: Pick<Ambient, 'hmacSha256'>,
  event: WebhookEvent,
  secretToken: string,
): Promise<UrlValidationAnswer | undefined> {
  if (event.event !== 'endpoint.url_validation') return undefined
  const plainToken: unknown = event.payload.plainToken
  if (typeof plainToken !== 'string')
    throw new WebhookError('body_malformed', 'endpoint.url_validation has no plainToken.', 'Zoom sends one.')
  return { plainToken, encryptedToken: hex(await ambient.hmacSha256(secretToken, plainToken)) }
}

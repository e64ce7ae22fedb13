import { checkClientId, checkCredential } from './credentials.ts'
import type { AuthStrategy } from './strategy.ts'

/** An app that acts for itself: a chatbot. */
export interface ClientCredentialsApp {
  readonly clientId: string
  readonly clientSecret: string
}

/**
 * Signs in as the app itself, for its chatbot: the token has the scope `imchat:bot`, lives for an hour and reaches no user's things
 * (docs/zoom-facts.md §1.2). No person is asked and no account is named.
 *
 * @throws `ZoomError` with the code `invalid_input` when a part is missing or was pasted with spaces.
 */
export function clientCredentials(app: ClientCredentialsApp): AuthStrategy {
  const client = {
    id: checkClientId('clientId', app.clientId),
    secret: checkCredential('clientSecret', app.clientSecret),
  }
  return {
    kind: 'client_credentials',
    cacheKey: `client ${client.id}`,
    fetchToken: (context, _previous, signal) =>
      context.tokenEndpoint({ grant_type: 'client_credentials' }, client, signal),
  }
}

import { checkClientId, checkCredential } from './credentials.ts'
import type { AuthStrategy } from './strategy.ts'

/** What a Server-to-Server OAuth app's page on marketplace.zoom.us shows. */
export interface ServerToServerApp {
  readonly accountId: string
  readonly clientId: string
  readonly clientSecret: string
}

/**
 * Server-to-Server OAuth: the app acts for its own account, no person is asked (docs/zoom-facts.md §1.2).
 *
 * @throws `ZoomError` with the code `invalid_input` when a part is missing or was pasted with spaces.
 */
export function serverToServer(app: ServerToServerApp): AuthStrategy {
  const accountId = checkCredential('accountId', app.accountId)
  const client = {
    id: checkClientId('clientId', app.clientId),
    secret: checkCredential('clientSecret', app.clientSecret),
  }
  return {
    kind: 'server_to_server',
    cacheKey: `s2s ${accountId} ${client.id}`,
    fetchToken: (context, _previous, signal) =>
      context.tokenEndpoint({ grant_type: 'account_credentials', account_id: accountId }, client, signal),
  }
}

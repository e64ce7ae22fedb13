import type { AuthStrategy } from './strategy.ts'

/** Server-to-Server OAuth (docs/zoom-facts.md §1.2): the app's own account, no person asked. */
export function serverToServer(app: { accountId: string; clientId: string; clientSecret: string }): AuthStrategy {
  return {
    kind: 'server_to_server',
    cacheKey: `s2s ${app.accountId} ${app.clientId}`,
    fetchToken: (context, _previous, signal) =>
      context.tokenEndpoint(
        { grant_type: 'account_credentials', account_id: app.accountId },
        { id: app.clientId, secret: app.clientSecret },
        signal,
      ),
  }
}

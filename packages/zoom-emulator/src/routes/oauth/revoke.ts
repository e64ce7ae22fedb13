import { forgetTokens } from '../../domain/tokens.ts'
import type { Routes } from '../../http/context.ts'
import type { Emulator } from '../../http/env.ts'
import { OAuthError } from '../../http/oauth-error.ts'
import { readForm } from '../../http/read-form.ts'
import { findClient } from './client.ts'

/** `POST /oauth/revoke`: a user's app loses all that it has of the user, an account's app this one token. */
export function revokeRoute(app: Routes, { store }: Emulator): void {
  app.post('/oauth/revoke', async (context) => {
    const form = await readForm(context)
    const client = findClient(store, context.req.header('authorization'), form)
    const name = form.get('token') ?? ''
    const token = store.accessTokens.get(name) ?? store.refreshTokens.get(name)
    if (token?.clientId !== client.app.clientId) throw new OAuthError(400, 'invalid_grant', 'Invalid Token!')
    if (client.app.type === 'oauth') forgetTokens(store, token.clientId, token.userId)
    else store.accessTokens.delete(name)
    return context.json({ status: 'success' })
  })
}

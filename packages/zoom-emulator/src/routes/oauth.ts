import { scopesOf } from '../domain/scopes.ts'
import type { Emulator, Routes } from '../http/env.ts'

/** `/oauth/token`: only `account_credentials` so far. */
export function oauthRoutes(app: Routes, emulator: Emulator): void {
  app.post('/oauth/token', async (context) => {
    const form = new URLSearchParams(await context.req.text())
    const [id, secret] = Buffer.from(context.req.header('authorization')?.slice(6) ?? '', 'base64')
      .toString()
      .split(':')
    const client = emulator.store.apps.get(id ?? '')
    if (!client || client.clientSecret !== secret)
      return context.json({ reason: 'Invalid client_id or client_secret', error: 'invalid_client' }, 401)
    if (form.get('account_id') !== client.accountId)
      return context.json({ reason: 'Bad Request', error: 'invalid_request' }, 400)
    const account = emulator.store.accounts.get(client.accountId)
    const token = emulator.ids.secret(200)
    emulator.store.accessTokens.put({
      token,
      clientId: client.clientId,
      accountId: client.accountId,
      userId: account?.ownerId ?? '',
      scopes: scopesOf(client),
      expiresAt: emulator.clock.now() + 3_600_000,
    })
    return context.json({
      access_token: token,
      token_type: 'bearer',
      expires_in: 3600,
      scope: scopesOf(client).join(' '),
    })
  })
}

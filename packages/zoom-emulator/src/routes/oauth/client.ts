import type { App, OAuthApp, ServerToServerApp } from '../../domain/entities.ts'
import { OAuthError } from '../../http/oauth-error.ts'
import type { Store } from '../../storage/store.ts'

/** An app that calls `/oauth/*`. */
export interface OAuthClient {
  readonly app: ServerToServerApp | OAuthApp
  /** Whether it sent its secret; without, it must prove itself by PKCE. */
  readonly provedBySecret: boolean
}

/** Finds the app by a Basic header or by `client_id` and `client_secret` among the parameters (docs/zoom-facts.md §1.1). */
export function findClient(store: Store, authorization: string | undefined, form: URLSearchParams): OAuthClient {
  const [id, secret] = credentialsOf(authorization) ?? [form.get('client_id'), form.get('client_secret')]
  const app = id === null ? undefined : store.apps.get(id)
  if (!app || !hasClientId(app) || (secret ? secret !== app.clientSecret : app.type !== 'oauth')) throw invalidClient()
  return { app, provedBySecret: Boolean(secret) }
}

export function invalidClient(): OAuthError {
  return new OAuthError(401, 'invalid_client', 'Invalid client_id or client_secret')
}

/** A legacy JWT app signs its own tokens and has no business here. */
function hasClientId(app: App): app is ServerToServerApp | OAuthApp {
  return app.type !== 'jwt'
}

function credentialsOf(authorization: string | undefined): readonly [string, string] | undefined {
  const encoded = /^basic\s+(\S+)$/i.exec(authorization ?? '')?.[1]
  if (encoded === undefined) return undefined
  const text = Buffer.from(encoded, 'base64').toString()
  const colon = text.indexOf(':')
  return colon < 0 ? [text, ''] : [text.slice(0, colon), text.slice(colon + 1)]
}

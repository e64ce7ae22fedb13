import type { OAuthApp } from '../../domain/entities.ts'
import { redirectIsRegistered } from '../../domain/redirect.ts'
import { scopesOf } from '../../domain/scopes.ts'
import { issueCode } from '../../domain/tokens.ts'
import type { Routes } from '../../http/context.ts'
import type { Emulator } from '../../http/env.ts'
import { readForm } from '../../http/read-form.ts'
import { renderConsent, renderConsentRefusal } from '../../pages/consent.ts'
import { pageHeaders } from '../../pages/layout.ts'
import type { Store } from '../../storage/store.ts'
import { findUser, usersWhoMayConsent } from './consenting-user.ts'

/** What the authorise page was asked for. */
interface ConsentRequest {
  readonly app: OAuthApp
  readonly redirectUri: string
  readonly state: string | null
  readonly challenge?: { readonly codeChallenge: string; readonly codeChallengeMethod: 'S256' | 'plain' }
}

/** A refusal of the page, with Zoom's number (docs/zoom-facts.md §1.4). */
interface Refusal {
  readonly code: number
  readonly message: string
}

/** `GET /oauth/authorize` shows the consent page, `POST` takes its answer and sends the browser back to the app. */
export function authorizeRoutes(app: Routes, emulator: Emulator): void {
  const { store } = emulator
  app.on(['GET', 'POST'], '/oauth/authorize', async (context) => {
    const form = await readForm(context)
    const request = readRequest(store, form)
    if ('message' in request) return context.body(renderConsentRefusal(request), 400, pageHeaders)
    const users = usersWhoMayConsent(store, request.app)
    const user = findUser(users, form.get('user'))
    if (context.req.method === 'POST' && form.get('decision') === 'deny') {
      return context.redirect(wayBack(request, 'error', 'access_denied'), 302)
    }
    if (context.req.method === 'POST' && user) {
      const { app, redirectUri, challenge } = request
      const { code } = issueCode(emulator, { app, userId: user.id, redirectUri, ...challenge })
      return context.redirect(wayBack(request, 'code', code), 302)
    }
    const page = renderConsent({
      action: '/oauth/authorize',
      appName: request.app.name,
      scopes: scopesOf(request.app),
      users,
      parameters: [...form].filter(([name]) => name !== 'user' && name !== 'decision'),
      ...(context.req.method === 'POST' && { mistake: 'Choose a user of this account first.' }),
    })
    return context.body(page, context.req.method === 'POST' ? 400 : 200, pageHeaders)
  })
}

function wayBack({ redirectUri, state }: ConsentRequest, name: 'code' | 'error', value: string): string {
  const url = new URL(redirectUri)
  url.searchParams.append(name, value)
  if (state !== null) url.searchParams.append('state', state)
  return url.href
}

function readRequest(store: Store, form: URLSearchParams): ConsentRequest | Refusal {
  const clientId = form.get('client_id')
  if (!clientId) return { code: 4706, message: 'The parameter client_id is missing.' }
  const app = store.apps.get(clientId)
  if (app?.type !== 'oauth') return { code: 4702, message: `No app for users has the client_id ${clientId}.` }
  const responseType = form.get('response_type')
  if (responseType !== 'code') return { code: 4705, message: 'The parameter response_type has to be "code".' }
  const redirectUri = form.get('redirect_uri')
  if (!redirectUri || !redirectIsRegistered(app.redirectUris, redirectUri))
    return {
      code: 4709,
      message: `The redirect_uri ${redirectUri ?? '(none)'} is not one of the app's: ${app.redirectUris.join(', ')}.`,
    }
  const state = form.get('state')
  const codeChallenge = form.get('code_challenge')
  if (!codeChallenge) return { app, redirectUri, state }
  const method = form.get('code_challenge_method') ?? 'plain'
  if (method !== 'S256' && method !== 'plain')
    return { code: 4700, message: 'The parameter code_challenge_method has to be "S256" or "plain".' }
  return { app, redirectUri, state, challenge: { codeChallenge, codeChallengeMethod: method } }
}

import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider, { type Configuration } from 'oidc-provider'

/** What the provider tells of who signs in there. */
export type Claims = Readonly<Record<string, unknown>> & { readonly email?: string; readonly email_verified?: boolean }

/** A real OpenID Connect provider on this machine, at which people sign in by merely coming. */
export interface TestProvider extends AsyncDisposable {
  readonly issuer: string
  readonly port: number
  readonly clientId: string
  readonly clientSecret: string
  /** Who signs in from now on; `undefined`: they say no. */
  person: Claims | undefined
  /** How often it was asked about itself. */
  discoveries(): number
}

export interface TestProviderOptions {
  readonly redirectUri: string
  /** 0 unless said: any free port. */
  readonly port?: number
  readonly authentication?: 'client_secret_basic' | 'client_secret_post'
  /** Puts the claims into the ID token itself, as Google, Microsoft and Keycloak do. */
  readonly claimsInIdToken?: boolean
}

export async function startProvider(options: TestProviderOptions): Promise<TestProvider> {
  const { redirectUri, port = 0, authentication = 'client_secret_basic', claimsInIdToken = false } = options
  let discoveries = 0
  let answer: (request: IncomingMessage, response: ServerResponse) => void = () => {}
  const server = createServer((request, response) => {
    if (request.url?.startsWith('/.well-known/')) discoveries++
    answer(request, response)
  })
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address() as AddressInfo
  const issuer = `http://127.0.0.1:${address.port}`
  const client = { client_id: 'desk', client_secret: 'a secret: with + and %' }

  const test: TestProvider = {
    issuer,
    port: address.port,
    clientId: client.client_id,
    clientSecret: client.client_secret,
    person: { email: 'mei@example.org', email_verified: true },
    discoveries: () => discoveries,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
  const configuration: Configuration = {
    clients: [{ ...client, redirect_uris: [redirectUri], token_endpoint_auth_method: authentication }],
    clientAuthMethods: [authentication],
    claims: {
      openid: ['sub'],
      email: ['email', 'email_verified', 'xms_edov'],
      profile: ['name', 'locale', 'zoneinfo'],
    },
    conformIdTokenClaims: !claimsInIdToken,
    cookies: { keys: ['only for tests'] },
    features: { devInteractions: { enabled: false } },
    findAccount: (_context, id) => ({ accountId: id, claims: () => ({ ...test.person, sub: id }) }),
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    async loadExistingGrant({ oidc }) {
      const grant = new provider.Grant({ clientId: oidc.client?.clientId, accountId: oidc.session?.accountId })
      grant.addOIDCScope('openid email profile')
      await grant.save()
      return grant
    },
  }
  const provider = new Provider(issuer, configuration)
  const handle = provider.callback()
  answer = (request, response) => {
    if (!request.url?.startsWith('/interaction/')) return void handle(request, response)
    const result = test.person
      ? { login: { accountId: test.person.email ?? 'somebody' } }
      : { error: 'access_denied', error_description: 'The person said no.' }
    void provider.interactionFinished(request, response, result)
  }
  return test
}

/**
 * Goes through the provider's pages as a browser does.
 *
 * @returns the address that the provider sends the browser to in the end, which is not asked for
 */
export async function signInAtProvider(address: string, redirectUri: string): Promise<URL> {
  const cookies = new Map<string, string>()
  for (let url = new URL(address), steps = 0; steps < 10; steps++) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await fetch(url, { redirect: 'manual', headers: { cookie } })
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (value === '') cookies.delete(name)
      else cookies.set(name, value)
    }
    const location = response.headers.get('location')
    if (location === null) throw new Error(`The provider answers ${response.status}: ${await response.text()}`)
    url = new URL(location, url)
    if (url.href.startsWith(redirectUri)) return url
  }
  throw new Error('The provider sends the browser round and round.')
}

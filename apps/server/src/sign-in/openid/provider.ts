import * as openid from 'openid-client'
import { isSame } from '../tokens.ts'
import { failureOf, OpenIdFailure } from './failure.ts'
import { type Identity, identityFromClaims } from './identity.ts'

/** The desk as an app of the provider. */
export interface OpenIdApp {
  /** `https://accounts.google.com` */
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** Where the provider sends people back to; it stands with the provider in just these letters. */
  readonly redirectUri: string
}

/** What the callback is held against. The verifier is a secret, the others are too until the person is back. */
export interface OpenIdChecks {
  readonly state: string
  readonly nonce: string
  /** PKCE (RFC 7636): proves that who comes with the code is who asked for it. */
  readonly codeVerifier: string
}

export interface OpenIdSurroundings {
  readonly fetch: typeof fetch
  /** Milliseconds since 1970. */
  readonly now: () => number
}

export interface OpenIdProvider {
  /** The address to which a person is sent. @throws {OpenIdFailure} `provider_away` */
  addressFor(checks: OpenIdChecks): Promise<string>
  /** Who has come back. @throws {OpenIdFailure} */
  identify(answer: URLSearchParams, checks: OpenIdChecks): Promise<Identity>
}

/** What a provider says of itself is asked for again after a day: its addresses may move. */
const refreshAfterMs = 24 * 60 * 60_000
const timeoutSeconds = 10

/**
 * A provider is asked about itself when somebody first needs it, and at the next need again if it did not answer: one that was away when
 * the desk started is not left out until the next start.
 */
export function createOpenIdProvider(app: OpenIdApp, surroundings: OpenIdSurroundings): OpenIdProvider {
  const { now } = surroundings
  const issuer = new URL(app.issuer)
  const isLoopback = isOnThisMachine(issuer)
  let known: { readonly configuration: openid.Configuration; readonly at: number } | undefined
  let asking: Promise<openid.Configuration> | undefined

  const discover = async () => {
    const configuration = await openid.discovery(
      issuer,
      app.clientId,
      undefined,
      clientAuthentication(app.clientSecret),
      {
        [openid.customFetch]: (url, options) => send(surroundings, isLoopback, url, options),
        // Whoever stands between could hand out keys of their own: plain HTTP is for providers on this machine alone.
        execute: isLoopback ? [openid.allowInsecureRequests] : [],
        timeout: timeoutSeconds,
      },
    )
    known = { configuration, at: now() }
    return configuration
  }
  const configured = async () => {
    if (known && now() - known.at < refreshAfterMs) return known.configuration
    // Many who come at once ask once.
    asking ??= discover().finally(() => {
      asking = undefined
    })
    try {
      return await asking
    } catch (error) {
      if (known) return known.configuration
      throw new OpenIdFailure('provider_away', 'The provider has not told about itself (discovery).', error)
    }
  }

  return {
    async addressFor({ state, nonce, codeVerifier }) {
      const url = openid.buildAuthorizationUrl(await configured(), {
        redirect_uri: app.redirectUri,
        scope: 'openid email profile',
        state,
        nonce,
        code_challenge: await openid.calculatePKCECodeChallenge(codeVerifier),
        code_challenge_method: 'S256',
      })
      return url.href
    },

    async identify(answer, { state, nonce, codeVerifier }) {
      if (!isSame(answer.get('state') ?? '', state))
        throw new OpenIdFailure('expired', 'The provider sent back another state.')
      const configuration = await configured()
      const callback = new URL(app.redirectUri)
      callback.search = answer.toString()
      try {
        const tokens = await openid.authorizationCodeGrant(configuration, callback, {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: codeVerifier,
          idTokenExpected: true,
        })
        const claims = tokens.claims()
        if (claims === undefined) throw new OpenIdFailure('failed', 'The provider gave no ID token.')
        // Many providers keep the address out of the ID token where there is an access token to ask with (OpenID Connect Core §5.4).
        const more =
          claims.email === undefined && configuration.serverMetadata().userinfo_endpoint !== undefined
            ? await openid.fetchUserInfo(configuration, tokens.access_token, claims.sub)
            : {}
        return identityFromClaims(issuer, { ...claims, ...more })
      } catch (error) {
        throw failureOf(error)
      }
    },
  }
}

/** By header, which OpenID Connect has as the default, unless the provider's list has only the form. */
function clientAuthentication(secret: string): openid.ClientAuth {
  const [byHeader, byForm] = [openid.ClientSecretBasic(secret), openid.ClientSecretPost(secret)]
  return (server, ...rest) => {
    const known = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic']
    return (known.includes('client_secret_basic') ? byHeader : byForm)(server, ...rest)
  }
}

/** A provider on this machine may be asked by plain HTTP, and may not send us elsewhere by it. */
function send(
  surroundings: OpenIdSurroundings,
  isLoopback: boolean,
  url: string,
  options: openid.CustomFetchOptions,
): Promise<Response> {
  const { protocol } = new URL(url)
  if (protocol !== 'https:' && !(isLoopback && isOnThisMachine(new URL(url))))
    throw new TypeError('Only a provider on this machine is asked by plain HTTP.')
  return surroundings.fetch(url, options as RequestInit)
}

function isOnThisMachine({ hostname }: URL): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d+){3}$/.test(hostname)
}

/** A token as the token endpoint gave it, with its end as an instant. */
export interface Token {
  readonly accessToken: string
  /** End of its life, in milliseconds since 1970 (UTC); `undefined` when nobody said. */
  readonly expiresAt: number | undefined
  readonly refreshToken?: string | undefined
  /** Scopes by name, as Zoom listed them; empty when it listed none. */
  readonly scopes: readonly string[]
  /** The API address that came with the token (used only when it is https under zoom.us). */
  readonly apiUrl?: string | undefined
}

/** Posts a form to Zoom's token endpoint with the app's Basic credentials; throws `ZoomError` on refusal. */
export type TokenEndpoint = (
  form: Readonly<Record<string, string>>,
  client: { readonly id: string; readonly secret?: string | undefined },
  signal?: AbortSignal,
) => Promise<Token>

/** What a strategy may use while it asks for a token. */
export interface AuthContext {
  readonly tokenEndpoint: TokenEndpoint
  now(): number
}

/** One way to sign in. The client caches, shares and renews around it, so a strategy only says how a token is asked for. */
export interface AuthStrategy {
  /** `server_to_server`, `authorization_code`, `bearer` or `jwt`: shown by `convene doctor` and in errors. */
  readonly kind: string
  /** Names the token in a shared store; the same app, account and user give the same key. It must contain no secret. */
  readonly cacheKey: string
  /** Asks for a fresh token. `previous` is the one before it, kept in the store (its refresh token, for instance). */
  fetchToken(context: AuthContext, previous: Token | undefined, signal?: AbortSignal): Promise<Token>
}

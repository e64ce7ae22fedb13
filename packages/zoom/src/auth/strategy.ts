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
  /** HMAC with SHA-256 of a text, for tokens that an app signs itself. */
  hmacSha256(key: string, text: string): Promise<Uint8Array>
}

/** One way to sign in. The client caches, shares and renews around it, so a strategy only says how a token is asked for. */
export interface AuthStrategy {
  /** `server_to_server`, `authorization_code`, `client_credentials`, `bearer` or `jwt`: shown by `convene doctor` and in errors. */
  readonly kind: string
  /**
   * Names the token in a shared store; the same app, account and user give the same key. It must contain no secret.
   * Empty for tokens that must not be kept in a store.
   */
  readonly cacheKey: string
  /** A token from before; it counts where the store has none, or one that ends earlier. A function, so that printing shows no token. */
  readonly initial?: (() => Token) | undefined
  /** What to do when Zoom refuses the tokens of this kind of app for good. */
  readonly refusalRemedy?: string | undefined
  /** Asks for a fresh token. `previous` is the one before it, kept in the store (its refresh token, for instance). */
  fetchToken(context: AuthContext, previous: Token | undefined, signal?: AbortSignal): Promise<Token>
}

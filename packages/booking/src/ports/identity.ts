/** How somebody came in. */
export type SignInWay = 'link' | 'openid' | 'demo' | 'first_admin'

/** Somebody who is signed in. Of its token only the hash is kept. */
export interface Session {
  readonly tokenHash: string
  readonly memberId: string
  readonly way: SignInWay
  readonly createdAt: number
  /** The latest that it may be used; how long it may lie idle is for whoever looks at `seenAt`. */
  readonly expiresAt: number
  readonly seenAt: number
}

/** What can be used once to sign in: the link of a mail, the way back from a provider, the link of the first administrator. */
export interface SignInToken {
  readonly tokenHash: string
  readonly kind: 'link' | 'first_admin' | 'openid'
  readonly data: Readonly<Record<string, unknown>>
  readonly createdAt: number
  readonly expiresAt: number
}

/** A key of a program that acts for a member. Of the key itself only the hash is kept. */
export interface ApiKey {
  readonly id: string
  readonly tokenHash: string
  readonly memberId: string
  readonly name: string
  readonly scopes: readonly string[]
  readonly createdAt: number
  /** `undefined`: it does not expire. */
  readonly expiresAt: number | undefined
  readonly lastUsedAt: number | undefined
}

/** A limit on tries: so many within a window that begins with the first. */
export interface TryLimit {
  /** What is counted: `sign_in mei@example.com`, say. */
  readonly key: string
  readonly windowMs: number
  readonly most: number
}

/** `retryAt`: when the window ends. */
export type TryResult = { readonly ok: true } | { readonly ok: false; readonly retryAt: number }

export interface IdentityReading {
  readonly sessions: {
    /** Whether or not it has expired. */
    find(tokenHash: string): Promise<Session | undefined>
  }
  readonly apiKeys: {
    /** Whether or not it has expired. */
    find(tokenHash: string): Promise<ApiKey | undefined>
    /** The oldest first. */
    listOf(memberId: string): Promise<readonly ApiKey[]>
  }
}

export interface IdentityWriting {
  readonly sessions: IdentityReading['sessions'] & {
    add(session: Session): Promise<void>
    touch(tokenHash: string, seenAt: number): Promise<void>
    remove(tokenHash: string): Promise<void>
    /** Signs a member out everywhere. */
    removeOf(memberId: string): Promise<void>
  }
  readonly signInTokens: {
    add(token: SignInToken): Promise<void>
    /** Removes the token and hands it out: of any number that take it at once, one gets it. One that has expired nobody gets. */
    take(tokenHash: string, kind: SignInToken['kind'], now: number): Promise<SignInToken | undefined>
    /** Makes all of a kind useless. */
    removeAll(kind: SignInToken['kind']): Promise<void>
  }
  readonly apiKeys: IdentityReading['apiKeys'] & {
    add(key: ApiKey): Promise<void>
    touch(id: string, lastUsedAt: number): Promise<void>
    /** Whether the member had it. */
    remove(id: string, memberId: string): Promise<boolean>
    removeOf(memberId: string): Promise<void>
  }
  readonly tries: {
    /**
     * Counts one more. It is kept only if the transaction is: count in one of its own, before what is tried.
     */
    count(limit: TryLimit, now: number): Promise<TryResult>
  }
}

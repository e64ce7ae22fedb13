import type { Member } from '@convene/booking'
import type { ApiScope } from '@convene/booking/contract'

/** Who sent a request. */
export interface Signed {
  readonly member: Member
  /** `session`: a page, by its cookie; `key`: a program, by `Authorization: Bearer cvn_…`. */
  readonly by: 'session' | 'key'
  /** Of the key; a session may do all that its member may. */
  readonly scopes: ReadonlySet<ApiScope> | 'all'
  /** Names session or key in limits and in the log; neither can be used by who knows it. */
  readonly id: string
}

/** Finds out who sent a request. */
export interface Authenticator {
  /** `undefined`: nobody who is known, or whose session or key has ended. */
  authenticate(request: Request): Promise<Signed | undefined>
  /** The same for what goes on by itself: it does not keep an idle session alive. */
  lookAgain(request: Request): Promise<Signed | undefined>
}

import type { User } from '../../domain/entities.ts'
import type { Store } from '../../storage/store.ts'

/** Ends what apps were allowed to do for a user: every token and code of the user's. */
export function forgetSignIns(store: Store, { id }: Pick<User, 'id'>): void {
  for (const tokens of [store.accessTokens, store.refreshTokens])
    for (const token of [...tokens.values()]) if (token.userId === id) tokens.delete(token.token)
  for (const code of [...store.authorizationCodes.values()])
    if (code.userId === id) store.authorizationCodes.delete(code.code)
}

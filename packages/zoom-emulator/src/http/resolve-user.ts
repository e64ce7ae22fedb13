import type { User } from '../domain/entities.ts'
import type { Caller, Emulator } from './env.ts'
import { userNotFound, ZoomApiError } from './zoom-error.ts'

/**
 * The user that a path names by `me`, id or e-mail (in any case); `me` of a Server-to-Server app is the account's owner
 * (docs/zoom-facts.md §1.5). Nobody of that name in the caller's account is 404/1001; somebody else than the caller, for an
 * app without account-wide scopes, is 400/200.
 */
export function resolveUser({ store }: Emulator, { account, user: self, accountWide }: Caller, id: string): User {
  // Read anew: the caller was found before the body came, and may have been changed since.
  const byId = store.users.get(id === 'me' ? self.id : id)
  const user = byId?.accountId === account.id ? byId : store.userByEmail(account.id, id)
  if (!user) throw userNotFound(id)
  if (user.id !== self.id && !accountWide)
    throw new ZoomApiError(400, 200, 'No permission to access another user: use "me", or an app with :admin scopes.')
  return user
}

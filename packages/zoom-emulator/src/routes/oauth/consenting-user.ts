import type { OAuthApp, User } from '../../domain/entities.ts'
import type { Store } from '../../storage/store.ts'

/** The people whom a consent page lets somebody be. */
export function usersWhoMayConsent(store: Store, app: OAuthApp): User[] {
  return [...store.users.values()].filter((user) => user.accountId === app.accountId && user.status === 'active')
}

/** The one of them that a form names, by id or e-mail. */
export function findUser(users: readonly User[], name: string | null): User | undefined {
  return users.find(({ id, email }) => id === name || email.toLowerCase() === name?.toLowerCase())
}

import { isDeepStrictEqual } from 'node:util'
import type { Store } from '../storage/store.ts'
import type { User } from './entities.ts'
import type { Seed } from './seed.ts'

/** Puts a seed into an empty store. */
export function fillStore(store: Store, seed: Seed): void {
  store.transaction(() => {
    store.accounts.put(seed.account)
    for (const app of seed.apps) store.apps.put(app)
    for (const user of seed.users) store.users.put(user)
    for (const subscription of seed.webhooks) store.webhookSubscriptions.put(subscription)
  })
}

/** Whether a store that was kept in a file holds what the seed would put there. */
export function holdsSeed(store: Store, seed: Seed): boolean {
  // A seed does not say when its users were made.
  const undated = (user: User | undefined) => user && { ...user, createdAt: 0 }
  return (
    isDeepStrictEqual(store.accounts.get(seed.account.id), seed.account) &&
    seed.apps.every((app) => isDeepStrictEqual(store.apps.get(app.clientId), app)) &&
    seed.users.every((user) => isDeepStrictEqual(undated(store.users.get(user.id)), undated(user)))
  )
}

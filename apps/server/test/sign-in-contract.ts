import { test } from 'node:test'
import type { Store } from '@convene/booking'
import { testApiKeys } from './sign-in-contract/api-keys.ts'
import { testFirstAdmin } from './sign-in-contract/first-admin.ts'
import { testLinks } from './sign-in-contract/links.ts'
import { member, openDesk, type SignInTest } from './sign-in-contract/open-desk.ts'
import { testSessions } from './sign-in-contract/sessions.ts'

/** What people rely on when they sign in, whatever engine keeps the desk. */
export function testSignIn(name: string, openHome: () => Promise<AsyncDisposable & { open(): Promise<Store> }>): void {
  const deskTest: SignInTest = (title, run) =>
    test(`signing in ${name}: ${title}`, async () => {
      await using home = await openHome()
      await using store = await home.open()
      await using otherStore = await home.open()
      await store.transaction(async ({ members }) => {
        await members.save(member('mei'))
        await members.save(member('ken'))
        await members.save(member('gone', { isActive: false }))
      })
      await run(openDesk(store), openDesk(otherStore))
    })
  testLinks(deskTest)
  testSessions(deskTest)
  testApiKeys(deskTest)
  testFirstAdmin(deskTest)
}

import { test } from 'node:test'
import { testBookings } from './store-contract/bookings.ts'
import { hostOf, memberOf } from './store-contract/desk-data.ts'
import { testForeign } from './store-contract/foreign.ts'
import type { StoreHome, StoreTest } from './store-contract/home.ts'
import { testIdentity } from './store-contract/identity.ts'
import { testLanes } from './store-contract/lanes.ts'
import { testMessages } from './store-contract/messages.ts'
import { testPeople } from './store-contract/people.ts'
import { testRequests } from './store-contract/requests.ts'
import { testRetention } from './store-contract/retention.ts'
import { testStanding } from './store-contract/standing.ts'
import { testTransactions } from './store-contract/transactions.ts'

/** What every store of the desk promises, whatever engine keeps it. */
export function testStore(name: string, openHome: () => Promise<StoreHome>): void {
  const storeTest: StoreTest = (title, run) =>
    test(`the desk ${name}: ${title}`, async () => {
      await using home = await openHome()
      await using store = await home.open()
      await store.transaction(async ({ members, hosts }) => {
        for (const id of ['mei', 'ken']) await members.save(memberOf(id))
        for (const id of ['a', 'b']) await hosts.save(hostOf(id))
      })
      await run(store, home)
    })
  testPeople(storeTest)
  testBookings(storeTest)
  testLanes(storeTest)
  testForeign(storeTest)
  testMessages(storeTest)
  testRequests(storeTest)
  testRetention(storeTest)
  testIdentity(storeTest)
  testStanding(storeTest)
  testTransactions(storeTest)
}

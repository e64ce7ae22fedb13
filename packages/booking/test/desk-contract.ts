import { test } from 'node:test'
import type { Store } from '../src/ports.ts'
import { testAdministration } from './desk-contract/administration.ts'
import { testApproval } from './desk-contract/approval.ts'
import { testBooking } from './desk-contract/booking.ts'
import { testChanging } from './desk-contract/changing.ts'
import { testDeputies } from './desk-contract/deputies.ts'
import { testDrift } from './desk-contract/drift.ts'
import { type DeskTest, openDesk } from './desk-contract/open-desk.ts'
import { testOverruns } from './desk-contract/overruns.ts'
import { testSettling } from './desk-contract/settling.ts'

/** What members, managers and administrators rely on, whatever engine keeps the desk. */
export function testDesk(name: string, openHome: () => Promise<AsyncDisposable & { open(): Promise<Store> }>): void {
  const deskTest: DeskTest = (title, run) =>
    test(`the desk ${name}: ${title}`, async () => {
      await using home = await openHome()
      await using store = await home.open()
      await run(await openDesk(store))
    })
  testBooking(deskTest)
  testChanging(deskTest)
  testApproval(deskTest)
  testDeputies(deskTest)
  testSettling(deskTest)
  testDrift(deskTest)
  testOverruns(deskTest)
  testAdministration(deskTest)
}

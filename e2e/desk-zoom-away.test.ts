import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, suite, test } from 'node:test'
import type { BookingSummary, BookingView, PageOf } from '@convene/booking/contract'
import { startEmulator } from '@convene/zoom-emulator'
import type { Browser, Page } from 'playwright-core'
import { sharedBrowser } from './parts/browser.ts'
import { type DeskNetwork, openDeskNetwork } from './parts/desk.ts'
import type { DeskCaller } from './parts/desk-caller.ts'
import { openDeskTab } from './parts/desk-tab.ts'
import { checkReadable } from './parts/read-by-everybody.ts'
import { header } from './parts/read-mail.ts'

const found = await sharedBrowser()
const options = found.missing === undefined ? {} : { skip: found.missing }

const minute = 60_000
const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10)

suite('a desk whose Zoom is away', options, () => {
  const browser = found.browser as Browser
  const folder = mkdtempSync(join(tmpdir(), 'convene-away-'))
  const data = join(folder, 'zoom.db')
  let network: DeskNetwork
  let mei: DeskCaller
  before(async () => {
    network = await openDeskNetwork({ startAt: new Date().toISOString(), emulator: { data } })
    const { url } = await network.startDesk()
    mei = await network.signIn('mei', url)
  })
  after(async () => {
    await network?.[Symbol.asyncDispose]()
    rmSync(folder, { recursive: true, force: true })
  })

  const says = (tab: Page, text: string) => tab.getByRole('status').filter({ hasText: text }).first().waitFor()

  async function book(tab: Page, title: string): Promise<string> {
    await tab.getByLabel('Title').fill(title)
    await tab.getByRole('textbox', { name: 'People' }).fill('guest@example.org')
    await says(tab, 'The host is free')
    await tab.getByRole('button', { name: /^Book / }).click()
    await tab.waitForURL(/\/bookings\/[\w-]+$/)
    return new URL(tab.url()).pathname
  }

  /** The link that page, Zoom and mail show, at rest: one, and the same. */
  async function assertOneLink(tab: Page, path: string, title: string): Promise<void> {
    const booking = () => mei.ask<BookingView>('GET', path)
    await network.until(async () => (await booking()).state === 'confirmed', { leapMs: minute })
    // By itself.
    const link = await tab.getByRole('link', { name: 'Join the meeting' }).getAttribute('href')
    const atZoom = async () => {
      const links: string[] = []
      for await (const { topic, join_url } of network.client.meetings.list({ userId: 'host-1@example.com' }))
        if (topic === title) links.push(join_url)
      return links
    }
    await network.until(() => confirmations(title).length > 0, { leapMs: minute })
    for (let times = 0; times < 10; times++) network.leap(minute)
    await network.until(async () => (await atZoom()).length === 1, { leapMs: minute })
    assert.deepEqual(await atZoom(), [link])
    assert.equal((await booking()).meeting?.joinUrl, link)
    const ids = new Set(confirmations(title).map((mail) => header(mail, 'message-id')))
    assert.equal(ids.size, 1, 'one mail tells it')
  }
  const creations = () =>
    network.zoom.control.journal.list().filter(({ operation }) => operation === 'POST /users/{userId}/meetings').length
  const confirmations = (title: string) =>
    network.mail.mails.filter(
      (mail) => mail.to.includes('guest@example.org') && header(mail, 'subject').includes(title),
    )

  test('says that Zoom has not answered where an answer was lost, and ends with the one meeting that was made', async () => {
    await using opened = await openDeskTab(browser, mei, `/book?start=${tomorrow}T12:00&minutes=60&timeZone=UTC`)
    const { tab, complaints } = opened
    const operation = 'POST /users/{userId}/meetings'
    network.zoom.control.faults.add({ operation, count: 1, effect: 'done', cut: true, list_lag_ms: 100_000 })
    const path = await book(tab, 'Recital')
    await says(tab, 'Zoom has not answered; your time is reserved.')
    await checkReadable(tab, 'desk-no-answer')
    await assertOneLink(tab, path, 'Recital')
    assert.equal(creations(), 1, 'it was not asked for twice')
    assert.deepEqual(complaints, [])
  })

  test('says so and holds the time, and the link comes when Zoom is back', async () => {
    const { url } = network.zoom
    await using opened = await openDeskTab(browser, mei, `/book?start=${tomorrow}T10:00&minutes=60&timeZone=UTC`)
    const { tab, complaints } = opened
    await says(tab, 'The host is free')
    await network.zoom.close()
    const path = await book(tab, 'Rehearsal')
    await says(tab, 'Zoom does not answer at the moment; your time is reserved.')
    await tab.getByText(/^Next try: /).waitFor()
    await tab.getByText(/^Zoom has not answered since /).waitFor()
    await checkReadable(tab, 'desk-zoom-away')
    await tab.getByRole('link', { name: 'My bookings' }).click()
    await tab.getByText('Rehearsal').waitFor()
    await checkReadable(tab, 'desk-zoom-away-list')
    await tab.goBack()

    await using _back = await startEmulator({ port: Number(new URL(url).port), data, clock: network.time.clock })
    await assertOneLink(tab, path, 'Rehearsal')
    await says(tab, 'The meeting is made at Zoom.')
    assert.equal(await tab.getByText(/^Zoom has not answered since /).count(), 0)
    assert.deepEqual(complaints, [])
    const { rows } = await mei.ask<PageOf<BookingSummary>>('GET', '/bookings')
    assert.deepEqual(rows.map(({ title }) => title).sort(), ['Recital', 'Rehearsal'])
  })
})

import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import type { BookingView, Problem } from '@convene/booking/contract'
import type { Browser, Page } from 'playwright-core'
import { sharedBrowser } from './parts/browser.ts'
import { type DeskNetwork, openDeskNetwork } from './parts/desk.ts'
import type { DeskCaller } from './parts/desk-caller.ts'
import { openDeskTab } from './parts/desk-tab.ts'
import { checkReadable } from './parts/read-by-everybody.ts'

const found = await sharedBrowser()
const options = found.missing === undefined ? {} : { skip: found.missing }

const dayMs = 86_400_000
const dayFromNow = (days: number) => new Date(Date.now() + days * dayMs).toISOString().slice(0, 10)

suite('two people at one desk', options, () => {
  const browser = found.browser as Browser
  let network: DeskNetwork
  let mei: DeskCaller
  let ken: DeskCaller
  before(async () => {
    // A browser has a clock of its own.
    network = await openDeskNetwork({ startAt: new Date().toISOString(), members: [{ id: 'mei' }, { id: 'ken' }] })
    const { url } = await network.startDesk()
    mei = await network.signIn('mei', url)
    ken = await network.signIn('ken', url)
  })
  after(async () => {
    await network?.[Symbol.asyncDispose]()
  })

  test('who race for the last host from two browsers: one gets it, the other one is told, and books another time by a click', async () => {
    const path = `/book?start=${dayFromNow(2)}T10:00&minutes=60&timeZone=UTC`
    await using hers = await openDeskTab(browser, mei, path)
    await using his = await openDeskTab(browser, ken, path)
    const book = (tab: Page) => tab.getByRole('button', { name: /^Book / })
    for (const [{ tab }, title] of [
      [hers, 'Choir'],
      [his, 'Chess'],
    ] as const) {
      await tab.getByLabel('Title').fill(title)
      await tab.getByRole('status').filter({ hasText: 'The host is free' }).waitFor()
    }
    await Promise.all([hers, his].map(({ tab }) => tab.getByLabel('Title').press('Enter')))
    const isBooked = /\/bookings\/[\w-]+$/
    await Promise.race([hers.tab.waitForURL(isBooked), his.tab.waitForURL(isBooked)])
    const [winner, loser] = isBooked.test(hers.tab.url()) ? [hers, his] : [his, hers]
    await winner.tab.getByRole('link', { name: 'Join the meeting' }).waitFor()

    await loser.tab.getByRole('status').filter({ hasText: 'The host is not free' }).waitFor()
    await loser.tab.getByRole('heading', { name: 'Free instead' }).waitFor()
    assert.ok(!isBooked.test(loser.tab.url()))
    await checkReadable(loser.tab, 'desk-just-taken')
    await loser.tab
      .getByRole('button', { name: /^Take / })
      .first()
      .click()
    await loser.tab.getByRole('status').filter({ hasText: 'The host is free' }).waitFor()
    await book(loser.tab).click()
    await loser.tab.waitForURL(isBooked)
    await loser.tab.getByRole('link', { name: 'Join the meeting' }).waitFor()
    assert.deepEqual([...winner.complaints, ...loser.complaints], [])

    const held = await network.store.read((reading) =>
      reading.held(['host-1'], { from: 0, to: Date.now() + 9 * dayMs }),
    )
    assert.equal(held.length, 2)
  })

  test('what one has booked the other one sees nothing of, whichever way he asks', async () => {
    const { id } = await mei.ask<BookingView>('POST', '/bookings', {
      title: 'Salary of Ken',
      start: `${dayFromNow(3)}T10:00`,
      timeZone: 'UTC',
      minutes: 60,
      agenda: 'Nobody else is to know',
    })
    const booking = () => mei.ask<BookingView>('GET', `/bookings/${id}`)
    await network.until(async () => (await booking()).meeting !== null)
    const { meeting, revision } = await booking()
    const secrets = ['Salary', 'Nobody else', String(meeting?.id), meeting?.passcode ?? '', meeting?.joinUrl ?? '']
    const body = { revision, scope: { scope: 'all' }, change: { title: 'Mine' }, mayMove: false }
    const asked = await Promise.all([
      ken.call<Problem>('GET', `/bookings/${id}`),
      ken.call<Problem>('GET', `/bookings/${id}/invitation`),
      ken.call<Problem>('GET', `/bookings/${id}/calendar.ics`),
      ken.call<Problem>('POST', `/bookings/${id}/start`),
      ken.call<Problem>('POST', `/bookings/${id}/preview`, { body }),
      ken.call<Problem>('PATCH', `/bookings/${id}`, { body }),
      ken.call<Problem>('POST', `/bookings/${id}/cancel`, { body: { revision, scope: { scope: 'all' } } }),
      ken.call<Problem>('POST', `/bookings/${id}/extend`, { body: { revision } }),
    ])
    for (const { status, body } of asked) {
      assert.deepEqual([status, body.code], [404, 'not_found'], JSON.stringify(body))
      for (const secret of secrets) assert.ok(!JSON.stringify(body).includes(secret))
    }
    const range = `from=${dayFromNow(3)}T00:00:00Z&to=${dayFromNow(4)}T00:00:00Z`
    const calendar = await ken.call('GET', `/calendar?${range}`)
    assert.equal(calendar.status, 200)
    const list = await ken.call('GET', `/bookings?${range}`)
    for (const secret of secrets) assert.ok(!JSON.stringify([calendar.body, list.body]).includes(secret))
    assert.equal((await ken.call('GET', `/bookings?${range}&whose=all`)).status, 403)

    await using his = await openDeskTab(browser, ken, `/bookings/${id}`)
    await his.tab.getByRole('heading', { level: 1, name: 'This booking is not there' }).waitFor()
    await checkReadable(his.tab, 'desk-not-his')
    const shown = await his.tab.content()
    for (const secret of secrets) assert.ok(!shown.includes(secret))
    assert.equal((await booking()).title, 'Salary of Ken')
  })
})

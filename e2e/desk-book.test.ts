import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import type { Page } from 'playwright-core'
import { sharedBrowser } from './parts/browser.ts'
import { dayFromNow, type PageDesk, startPageDesk } from './parts/desk-page.ts'
import { checkEachLook } from './parts/looks.ts'
import { checkReadable } from './parts/read-by-everybody.ts'

const { browser, missing } = await sharedBrowser()
const options = missing === undefined ? {} : { skip: missing }

const bookAt = (day: string, time: string, minutes = 60): string =>
  `/book?start=${day}T${time}&minutes=${minutes}&timeZone=Asia/Taipei`
const isFree = (tab: Page, text: string | RegExp): Promise<void> =>
  tab.getByRole('status').filter({ hasText: text }).first().waitFor()

suite('booking on the page', options, () => {
  let network: PageDesk
  before(async () => {
    assert.ok(browser)
    network = await startPageDesk({ browser, policies: { longestMinutes: 180 } })
  })
  after(async () => {
    await network?.[Symbol.asyncDispose]()
  })

  test('a meeting is booked by the keyboard alone, and its link comes by itself', async () => {
    await using opened = await network.open('mei', bookAt(dayFromNow(2), '09:00'))
    const { tab, failures } = opened
    await isFree(tab, '3 of 3 hosts free')
    await tab.getByLabel('Title').focus()
    await tab.keyboard.type('Parents of class 3B')
    await tab.keyboard.press('Enter')
    await tab.getByRole('heading', { level: 1, name: 'Parents of class 3B' }).waitFor()
    await tab.getByRole('status').filter({ hasText: 'Ready' }).waitFor()
    const link = await tab.getByRole('link', { name: 'Join the meeting' }).getAttribute('href')
    assert.match(link ?? '', new RegExp(`^${network.emulator.url}/j/\\d+\\?pwd=`))
    assert.equal(await tab.evaluate('document.activeElement.tagName'), 'H1', 'the heading has the focus')
    assert.deepEqual(failures, [])
  })

  test('a series with a date that is taken is booked after one click, on one host under one link', async () => {
    const day = dayFromNow(10)
    const second = dayFromNow(17)
    for (const host of [1, 2, 3]) await network.book('ken', { start: `${second}T14:00`, title: `Exam ${host}` })
    await using opened = await network.open('mei', bookAt(day, '14:30'))
    const { tab, failures } = opened
    await tab.getByLabel('Title').fill('Choir')
    await tab.getByRole('radio', { name: 'Weekly' }).check()
    await tab.getByLabel('How many dates').fill('4')
    await tab.getByRole('heading', { name: '1 of 4 dates is taken. Solve it here:' }).waitFor()
    await checkReadable(tab, 'desk-book-series-taken')
    await tab.getByRole('button', { name: /: take 3:00/ }).click()
    await tab.getByRole('button', { name: /^Book 4 dates from/ }).click()
    await tab.getByRole('heading', { level: 1, name: 'Choir' }).waitFor()
    await tab.getByRole('status').filter({ hasText: 'Ready' }).waitFor()
    assert.equal(await tab.getByText('3:00 – 4:00 PM').count(), 1, 'the one date that was moved')
    assert.deepEqual(failures, [])
  })

  test('a rule that is broken is named, and passed by one click', async () => {
    await using opened = await network.open('mei', bookAt(dayFromNow(3), '09:00', 240))
    const { tab } = opened
    await tab.getByLabel('Title').fill('Long talk')
    await tab.getByText('A meeting lasts 3 hours at most.').waitFor()
    assert.equal(
      await tab.getByRole('button', { name: 'Not within the rules yet' }).getAttribute('aria-disabled'),
      'true',
    )
    await checkReadable(tab, 'desk-book-rule')
    await tab.getByRole('button', { name: 'Make it 3 hr' }).click()
    const people = tab.getByLabel('People', { exact: true })
    await people.fill('bob@')
    await tab.getByRole('button', { name: /^Book / }).click()
    await tab.getByText('This is no e-mail address: bob@.').waitFor()
    assert.ok(await people.evaluate((field) => field.matches(':focus')), 'nobody is left out in silence')
    await people.fill('bob@example.com')
    await tab.getByRole('button', { name: /^Book / }).click()
    await tab.getByRole('heading', { level: 1, name: 'Long talk' }).waitFor()
  })

  test('one date of a series is moved, and another one is cancelled', async () => {
    const end = { count: 3 }
    const id = await network.book('mei', {
      title: 'Reading',
      start: `${dayFromNow(4)}T10:00`,
      recurrence: { freq: 'daily', interval: 1, end },
    })
    await using opened = await network.open('mei', `/bookings/${id}`)
    const { tab, failures } = opened
    await tab.getByRole('status').filter({ hasText: 'Ready' }).waitFor()
    const changes = tab.getByRole('button', { name: /^Change \w+,/ })
    await changes.nth(1).click()
    await tab.getByLabel('Start', { exact: true }).fill('11:30')
    await tab.getByText('The link stays the same.').waitFor()
    await checkReadable(tab, 'desk-booking-change')
    await tab.getByRole('button', { name: 'Change it' }).click()
    await tab.getByText('11:30 AM – 12:30 PM').waitFor()
    await tab.getByRole('button', { name: 'Cancel it' }).click()
    await tab.getByRole('radio', { name: /^Only / }).check()
    await checkReadable(tab, 'desk-booking-cancel')
    await tab.getByRole('button', { name: /^Cancel \w+,/ }).click()
    await tab.getByText('2 dates').first().waitFor()
    assert.equal(await changes.count(), 2)
    assert.deepEqual(failures, [])
  })

  test('a meeting that begins at once needs a length and nothing else', async () => {
    await using opened = await network.open('ken', '/book')
    const { tab, failures } = opened
    await tab.getByRole('button', { name: 'Meet now', exact: true }).click()
    await checkReadable(tab, 'desk-meet-now')
    await tab.getByRole('button', { name: 'Meet now, for 30 min' }).click()
    await tab.getByRole('heading', { level: 1, name: 'Meeting of Ken Adams' }).waitFor()
    await tab.getByRole('link', { name: 'Join the meeting' }).waitFor()
    assert.deepEqual(failures, [])
  })

  test('what was typed outlives a reload and a sign-in, and a double click books once', async () => {
    await using opened = await network.open('mei', bookAt(dayFromNow(6), '16:00'))
    const { tab } = opened
    await tab.getByLabel('Title').fill('Typed once')
    await tab.reload()
    assert.equal(await tab.getByLabel('Title').inputValue(), 'Typed once')
    await isFree(tab, 'hosts free')
    // The session has ended meanwhile.
    await tab.context().clearCookies()
    await tab.getByRole('button', { name: /^Book / }).click()
    await tab.getByRole('button', { name: '林美玲' }).click()
    assert.equal(await tab.getByLabel('Title').inputValue(), 'Typed once')
    assert.equal(await tab.getByLabel('Start', { exact: true }).inputValue(), '16:00')
    await isFree(tab, 'hosts free')
    await tab.getByRole('button', { name: /^Book / }).dblclick()
    await tab.getByRole('heading', { level: 1, name: 'Typed once' }).waitFor()
    await tab.getByRole('link', { name: 'My bookings' }).click()
    const rows = tab.getByRole('link', { name: 'Typed once' })
    await rows.first().waitFor()
    assert.equal(await rows.count(), 1)
  })

  test('a file of the page that cannot be loaded is told, and loading the page again helps', async () => {
    await using opened = await network.open('mei', '/book')
    const { tab } = opened
    await isFree(tab, 'hosts free')
    await tab.route('**/assets/**', (route) => route.abort())
    await tab.getByRole('link', { name: 'Calendar' }).click()
    await tab.getByRole('heading', { name: 'This page could not be shown' }).waitFor()
    await tab.unroute('**/assets/**')
    await tab.getByRole('button', { name: 'Load the page again' }).click()
    await tab.getByRole('heading', { name: 'Calendar' }).waitFor()
  })

  test('a desk that cannot be reached is told, and the same submit goes through when it is back', async () => {
    await using opened = await network.open('mei', bookAt(dayFromNow(11), '17:00'))
    const { tab } = opened
    await tab.getByLabel('Title').fill('Sent twice')
    await isFree(tab, 'hosts free')
    let arrived = 0
    // The desk books, and its answer is lost.
    await tab.route('**/api/v1/bookings', async (route) => {
      if (arrived++ === 0) await route.fetch()
      await route.abort()
    })
    await tab.getByRole('button', { name: /^Book / }).click()
    await tab.getByRole('alert').filter({ hasText: 'The desk could not be reached' }).waitFor()
    await tab.unroute('**/api/v1/bookings')
    await tab.getByRole('button', { name: /^Book / }).click()
    await tab.getByRole('heading', { level: 1, name: 'Sent twice' }).waitFor()
    await tab.getByRole('link', { name: 'My bookings' }).click()
    const rows = tab.getByRole('link', { name: 'Sent twice' })
    await rows.first().waitFor()
    assert.equal(await rows.count(), 1)
  })

  test('a dialog gives the focus back, and the back button leads where one came from', async () => {
    const id = await network.book('mei', { title: 'Focus', start: `${dayFromNow(12)}T10:00` })
    await using opened = await network.open('mei', '/bookings')
    const { tab } = opened
    await tab.getByRole('link', { name: /Focus/ }).click()
    assert.equal(new URL(tab.url()).pathname, `/bookings/${id}`)
    await tab.getByRole('button', { name: 'Change', exact: true }).press('Enter')
    await tab.getByRole('dialog').waitFor()
    await tab.keyboard.press('Escape')
    await tab.getByRole('dialog').waitFor({ state: 'detached' })
    assert.equal(await tab.evaluate('document.activeElement.textContent'), 'Change')
    await tab.goBack()
    await tab.getByRole('heading', { level: 1, name: 'My bookings' }).waitFor()
    assert.equal(await tab.title(), 'My bookings – Desk of the school')
  })

  test('who signs out leaves nothing behind for the next one at the machine', async () => {
    await using opened = await network.open('mei', '/book')
    const { tab } = opened
    await tab.getByLabel('Title').fill('Not for others')
    await tab.getByRole('button', { name: 'Sign out' }).click()
    await tab.getByRole('button', { name: 'Ken Adams' }).click()
    assert.equal(await tab.getByLabel('Title').inputValue(), '')
  })

  test('what needs approval is asked for, and shown as approved to whoever waits for it', async () => {
    await using opened = await network.open('tomas', bookAt(dayFromNow(7), '08:00'))
    const { tab } = opened
    await tab.getByLabel('Title').fill('Interview')
    await tab.getByRole('button', { name: /^Ask for / }).click()
    await tab.getByRole('status').filter({ hasText: 'Waits for approval' }).waitFor()
    await using managed = await network.open('ken', new URL(tab.url()).pathname)
    await managed.tab.getByRole('button', { name: 'Approve' }).click()
    await tab.getByRole('status').filter({ hasText: 'Ready' }).waitFor()
  })

  test('somebody else’s booking is not there', async () => {
    const id = await network.book('ken', { start: `${dayFromNow(8)}T08:00` })
    await using opened = await network.open('mei', `/bookings/${id}`)
    await opened.tab.getByRole('heading', { name: 'This booking is not there' }).waitFor()
  })

  test('who was named may start the meeting, and sees no link', async () => {
    const { store } = network.desk.context
    const setOpening = (opening: 'without_host' | 'start_link') =>
      store.transaction(async ({ policies }) => policies.set({ ...(await policies.get()), opening }))
    await setOpening('start_link')
    await using opened = await network.open('mei', bookAt(dayFromNow(11), '08:00'))
    const { tab, failures } = opened
    await tab.getByLabel('Title').fill('Open day')
    await tab.getByText('Agenda, number of people, deputies').click()
    await tab.getByLabel('Deputies').fill('nobody@example.com')
    await tab.getByRole('button', { name: /^Book / }).click()
    await tab.getByText('No active member has this address.').waitFor()
    await checkReadable(tab, 'desk-book-deputy')
    await tab.getByLabel('Deputies').fill('tomas@example.com')
    await tab.getByRole('button', { name: /^Book / }).click()
    await tab.getByRole('heading', { level: 1, name: 'Open day' }).waitFor()
    await tab.getByRole('status').filter({ hasText: 'Ready' }).waitFor()
    await using named = await network.open('tomas', '/bookings')
    await named.tab.getByText('you are a deputy').click()
    await named.tab.getByRole('heading', { level: 1, name: 'Open day' }).waitFor()
    await named.tab.getByRole('button', { name: 'Start the meeting' }).waitFor()
    assert.equal(await named.tab.getByText(/Join link|Passcode|tomas@/).count(), 0)
    await checkReadable(named.tab, 'desk-booking-deputy')
    await tab.getByRole('button', { name: 'Change', exact: true }).click()
    await tab.getByRole('dialog').getByLabel('Deputies').fill('')
    await tab.getByRole('button', { name: 'Change it' }).click()
    await named.tab.getByRole('heading', { name: 'This booking is not there' }).waitFor()
    await setOpening('without_host')
    assert.deepEqual([...failures, ...named.failures], [])
  })

  before(() => network.book('mei', { title: 'Quartet', start: `${dayFromNow(20)}T10:00` }))
  const scenes: Readonly<Record<string, { readonly path: string; ready(tab: Page): Promise<void> }>> = {
    book: { path: bookAt(dayFromNow(9), '12:00'), ready: (tab) => isFree(tab, 'hosts free') },
    bookings: { path: '/bookings', ready: (tab) => tab.getByText('Quartet').first().waitFor() },
    'past bookings': { path: '/bookings?when=past', ready: (tab) => tab.getByText('no past booking').waitFor() },
    'no such page': { path: '/nowhere', ready: (tab) => tab.getByText('misspelt').waitFor() },
  }
  test('each scene can be read by everybody, on each screen and in each of the colours', async () => {
    await using opened = await network.open(undefined, '/')
    const { tab, failures } = opened
    await tab.getByRole('heading', { name: 'Sign in', exact: true }).waitFor()
    await checkEachLook(tab, 'desk-sign-in')
    await tab.getByRole('button', { name: '林美玲' }).click()
    await tab.getByRole('heading', { name: 'Book a meeting' }).waitFor()
    for (const [name, { path, ready }] of Object.entries(scenes)) {
      await tab.goto(network.desk.url + path)
      await ready(tab)
      await checkEachLook(tab, `desk-${name}`)
    }
    assert.deepEqual(failures, [])
  })
})

import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import type { Page } from 'playwright-core'
import { sharedBrowser } from './parts/browser.ts'
import { dayFromNow, type PageDesk, startPageDesk, timeZone } from './parts/desk-page.ts'
import { checkEachLook } from './parts/looks.ts'
import { checkReadable } from './parts/read-by-everybody.ts'

const { browser, missing } = await sharedBrowser()
const options = missing === undefined ? {} : { skip: missing }

const day = dayFromNow(2)
const calendar = (query: string): string => `/calendar?day=${day}&${query}`
/** The element that has the focus says this. */
const focused = (tab: Page): Promise<string> =>
  tab.evaluate('document.activeElement.getAttribute("aria-label") ?? document.activeElement.textContent')

suite('the calendar', options, () => {
  let network: PageDesk
  let choir: string
  before(async () => {
    assert.ok(browser)
    const hours = Object.fromEntries(
      ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'].map((weekday) => [
        weekday,
        [{ from: '08:00', to: '18:00' }],
      ]),
    )
    network = await startPageDesk({
      browser,
      hosts: [
        { hours },
        { plan: 'business', lanes: 2, timeZone: 'Europe/Berlin' },
        ...Array.from({ length: 198 }, () => ({})),
      ],
    })
    choir = await network.book('mei', { title: 'Choir', start: `${day}T10:00` })
    await network.book('ken', { title: 'Not for others', start: `${day}T10:00` })
    await network.book('tomas', { title: 'Interview', start: `${day}T13:00` })
    const recurrence = { freq: 'daily', interval: 1, end: { count: 3 } } as const
    await network.book('mei', { title: 'Reading', start: `${day}T15:00`, minutes: 90, recurrence })
  })
  after(async () => {
    await network?.[Symbol.asyncDispose]()
  })

  test('by arrow keys one goes from block to block, and Enter opens what is one’s own', async () => {
    await using opened = await network.open('mei', calendar('form=grid'))
    const { tab, failures } = opened
    const mine = tab.locator('[data-place]', { hasText: 'Mine: Choir' })
    await mine.waitFor()
    // One stop of the Tab key, the others by arrows.
    assert.equal(await tab.locator('[data-place][tabindex="0"]').count(), 1)
    await tab.locator('[data-place][tabindex="0"]').focus()
    assert.match(await focused(tab), /^Book: free 8:00 – 10:00/)
    await tab.keyboard.press('ArrowRight')
    assert.match(await focused(tab), /^Mine: Choir, 10:00 – 11:00/)
    await tab.keyboard.press('ArrowDown')
    assert.match(await focused(tab), /^(Busy|Book)/)
    await tab.keyboard.press('ArrowUp')
    assert.match(await focused(tab), /^Mine: Choir/)
    await tab.keyboard.press('Enter')
    await tab.getByRole('heading', { level: 1, name: 'Choir' }).waitFor()
    await tab.goBack()
    await mine.waitFor()
    assert.deepEqual(failures, [])
  })

  test('of others one sees that a host is busy, and a manager the title', async () => {
    await using opened = await network.open('mei', calendar('form=list'))
    await opened.tab.getByText('Busy').first().waitFor()
    assert.ok(!(await opened.tab.textContent('body'))?.includes('Not for others'))
    await using managed = await network.open('ken', calendar('form=list'))
    await managed.tab.getByText('Interview').waitFor()
    await managed.tab.getByText('Waits for approval').first().waitFor()
  })

  test('a free time opens Book with it, by the keyboard and by a click at the place that is meant', async () => {
    await using opened = await network.open('mei', calendar('form=grid&host=room%20150'))
    const { tab, failures } = opened
    const free = tab.getByRole('link', { name: 'Book: free all day' })
    await free.focus()
    await tab.keyboard.press('Enter')
    await tab.getByRole('heading', { name: 'Book a meeting' }).waitFor()
    assert.equal(await tab.getByLabel('Start', { exact: true }).inputValue(), '00:00')
    await tab.goBack()
    const { width = 0, height = 0 } = (await free.boundingBox()) ?? {}
    await free.click({ position: { x: (width * 13) / 24 + 2, y: height / 2 } })
    await tab.getByRole('heading', { name: 'Book a meeting' }).waitFor()
    assert.equal(await tab.getByLabel('Date').inputValue(), day)
    assert.equal(await tab.getByLabel('Start', { exact: true }).inputValue(), '13:00')
    assert.deepEqual(failures, [])
  })

  test('a date is moved by a form that says before what it costs and whether the link stays', async () => {
    const id = await network.book('mei', { title: 'Budget', start: `${day}T08:00` })
    await using opened = await network.open('mei', calendar('range=week&form=grid'))
    const { tab, failures } = opened
    await tab.locator('[data-place]', { hasText: 'Budget' }).focus()
    await tab.keyboard.press('m')
    const dialog = tab.getByRole('dialog', { name: 'Move Budget' })
    await dialog.getByLabel('Start', { exact: true }).fill('09:00')
    await dialog.getByText(/^Room \d+: /).waitFor()
    await dialog.getByText(/link/).first().waitFor()
    await checkReadable(tab, 'desk-calendar-move')
    await dialog.getByRole('button', { name: /^Change it/ }).click()
    await tab.locator('[data-place]', { hasText: /^Budget, 9:00 – 10:00/ }).waitFor()
    const startsAt = await network.desk.context.store.read(async ({ bookings }) => (await bookings.find(id))?.start)
    assert.equal(startsAt, `${day}T09:00`)
    assert.deepEqual(failures, [])
  })

  test('dragging leads to the same form, and nothing changes before it is confirmed', async () => {
    await using opened = await network.open('mei', calendar('form=grid'))
    const { tab } = opened
    const block = tab.locator('.block', { hasText: 'Choir' })
    const box = await block.boundingBox()
    assert.ok(box)
    const hour = box.width
    await tab.mouse.move(box.x + hour / 2, box.y + box.height / 2)
    await tab.mouse.down()
    await tab.mouse.move(box.x + hour / 2 + hour * 2, box.y + box.height / 2, { steps: 8 })
    await tab.locator('.block.is-dragged', { hasText: '12:00 – 1:00' }).waitFor()
    await tab.mouse.up()
    const dialog = tab.getByRole('dialog', { name: 'Move Choir' })
    await dialog.waitFor()
    assert.equal(await dialog.getByLabel('Start', { exact: true }).inputValue(), '12:00')
    await tab.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    const start = await network.desk.context.store.read(async ({ bookings }) => (await bookings.find(choir))?.start)
    assert.equal(start, `${day}T10:00`)
  })

  test('one date of a series is moved from the list, and the others stay', async () => {
    await using opened = await network.open('mei', calendar('range=week&form=list'))
    const { tab } = opened
    await tab
      .getByRole('button', { name: /^Move Mine: Reading/ })
      .first()
      .click()
    const dialog = tab.getByRole('dialog', { name: 'Move Reading' })
    assert.ok(await dialog.getByRole('radio', { name: /^Only / }).isChecked())
    await dialog.getByLabel('Start', { exact: true }).fill('16:00')
    await dialog.getByText('The link stays the same.').waitFor()
    await dialog.getByRole('button', { name: /^Change it/ }).click()
    await tab.getByText('4:00 – 5:30 PM').waitFor()
    assert.ok((await tab.getByText('3:00 – 4:30 PM').count()) >= 1)
  })

  test('whoever likes the list better finds it again, with the same filter as the timetable', async () => {
    await using opened = await network.open('mei', calendar('form=grid'))
    const { tab } = opened
    await tab.getByRole('radio', { name: 'List' }).check()
    await tab.getByRole('heading', { name: 'Room 1', exact: true }).waitFor()
    await tab.getByLabel('Name of a host').fill('room 12')
    await tab.getByRole('heading', { name: 'Room 120', exact: true }).waitFor()
    assert.equal(await tab.getByRole('heading', { level: 2, name: /^Room/ }).count(), 12)
    await tab.goto(`${network.desk.url}/calendar`)
    await tab.getByRole('heading', { name: 'Room 1', exact: true }).waitFor()
    assert.ok(await tab.getByRole('radio', { name: 'List' }).isChecked())
    await tab.getByLabel('Name of a host').fill('nobody')
    await tab.getByRole('button', { name: 'Show all hosts' }).click()
    await tab.getByRole('heading', { name: 'Room 1', exact: true }).waitFor()
  })

  test('of two hundred hosts those in sight are drawn, and the last one is reached by scrolling and by keys', async () => {
    await using opened = await network.open('mei', calendar('form=grid'))
    const { tab } = opened
    await tab.locator('.host-row').first().waitFor()
    assert.ok((await tab.locator('.host-row').count()) < 40)
    await tab.evaluate('document.querySelector(".timetable").scrollTop = 1e6')
    await tab.getByText('Room 200', { exact: true }).waitFor()
    assert.ok((await tab.locator('.host-row').count()) < 40)
    await tab.locator('.host-row', { hasText: 'Room 199' }).locator('[data-place]').first().focus()
    await tab.keyboard.press('ArrowDown')
    assert.equal(
      await tab.evaluate('document.activeElement.closest(".host-row").querySelector(".host-name").textContent'),
      'Room 200',
    )
  })

  test('Page Down is the next day, and a date that is typed is gone to', async () => {
    await using opened = await network.open('mei', calendar('form=grid'))
    const { tab } = opened
    await tab.locator('[data-place][tabindex="0"]').focus()
    await tab.keyboard.press('PageDown')
    await tab.waitForURL(new RegExp(`day=${dayFromNow(3)}`))
    await tab.getByLabel('Go to date').fill(day)
    await tab.waitForURL(new RegExp(`day=${day}`))
    await tab.getByRole('button', { name: 'Today' }).click()
    await tab.waitForURL(new RegExp(`day=${dayFromNow(0)}`))
  })

  test('what somebody else books is seen without asking again', async () => {
    await using opened = await network.open('ken', calendar('form=list'))
    await opened.tab.getByText('Interview').waitFor()
    await network.book('tomas', { title: 'Second interview', start: `${day}T16:00` })
    await opened.tab.getByText('Second interview').waitFor()
  })

  test('a day on which the clocks go back has an hour twice, and the zone of a host elsewhere is named', async () => {
    await network.desk.context.store.transaction(async ({ members }) => {
      const mei = await members.find('mei')
      assert.ok(mei)
      await members.save({ ...mei, timeZone: 'Europe/Berlin' })
    })
    await using opened = await network.open('mei', '/calendar?day=2026-10-25&form=grid')
    const { tab } = opened
    await tab.getByText('This day has 25 hours: the clocks go back.').waitFor()
    await tab.locator('.timetable-hour').nth(24).waitFor({ state: 'attached' })
    assert.equal(await tab.locator('.timetable-hour').count(), 25)
    assert.deepEqual(await tab.locator('.timetable-hour', { hasText: 'UTC' }).allTextContents(), [
      '2:00 AM UTC+2',
      '2:00 AM UTC+1',
    ])
    await tab.locator('.host-row', { hasText: 'Room 1' }).getByText('Taipei, UTC+8').first().waitFor()
    await tab.goto(`${network.desk.url}/calendar?day=2026-03-29&form=grid`)
    await tab.getByText('This day has 23 hours: the clocks go forward.').waitFor()
    await tab.locator('.timetable-hour').nth(22).waitFor({ state: 'attached' })
    assert.equal(await tab.locator('.timetable-hour').count(), 23)
    await network.desk.context.store.transaction(async ({ members }) => {
      const mei = await members.find('mei')
      if (mei) await members.save({ ...mei, timeZone })
    })
  })

  const scenes: Readonly<Record<string, string>> = {
    'day-timetable': 'form=grid',
    'day-list': 'form=list&host=room%2019',
    'week-timetable': 'range=week&form=grid',
    'week-list': 'range=week&form=list',
    'no-such-host': 'form=grid&host=nobody',
  }
  test('everybody can read it, on each screen and in each of the colours', async () => {
    await using opened = await network.open('mei', calendar('form=grid'))
    const { tab, failures } = opened
    for (const [name, query] of Object.entries(scenes)) {
      await tab.goto(network.desk.url + calendar(query))
      await tab.locator('.timetable, .week, .day-agenda, .empty').first().waitFor()
      await checkEachLook(tab, `desk-calendar-${name}`)
    }
    assert.deepEqual(failures, [])
  })
})

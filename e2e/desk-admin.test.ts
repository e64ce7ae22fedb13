import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { createZoomClient, optionsFromEnvironment } from '@convene/zoom'
import type { Page } from 'playwright-core'
import { sharedBrowser } from './parts/browser.ts'
import { type DeskPerson, dayFromNow, type PageDesk, startPageDesk } from './parts/desk-page.ts'
import { checkEachLook } from './parts/looks.ts'
import { checkReadable } from './parts/read-by-everybody.ts'

const { browser, missing } = await sharedBrowser()
const options = missing === undefined ? {} : { skip: missing }

const day = dayFromNow(3)
/** The row of a table that names this. */
const row = (tab: Page, text: string | RegExp) => tab.getByRole('row').filter({ hasText: text })

suite('the pages of administration', options, () => {
  let network: PageDesk
  before(async () => {
    assert.ok(browser)
    network = await startPageDesk({ browser, hosts: [{}, { plan: 'business', lanes: 2 }, {}] })
  })
  after(async () => {
    await network?.[Symbol.asyncDispose]()
  })

  test('a user of the Zoom account becomes a host, and what is wrong with it is said at its field', async () => {
    await using opened = await network.open('ada', '/admin/hosts')
    const { tab, failures } = opened
    await row(tab, 'Room 1').getByText('0 of 100 changes spent').waitFor()
    const zoom = createZoomClient(optionsFromEnvironment(network.emulator.env))
    const user = { email: 'hall@example.com', first_name: 'Hall', last_name: 'Way', type: 2 } as const
    await zoom.users.create({ action: 'custCreate', user_info: user })
    await tab.getByRole('button', { name: 'Add a host' }).click()
    const dialog = tab.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Add Hall Way' }).click()
    await dialog.getByLabel('Name').fill('Great hall')
    await dialog.getByLabel('People in a meeting').fill('0')
    await dialog.getByRole('radio', { name: 'At opening hours' }).check()
    await dialog.getByLabel('Monday to').fill('08:00')
    await dialog.getByText('Monday: give a beginning and a later end.').waitFor()
    await dialog.getByLabel('Monday to').fill('12:00')
    await dialog.getByRole('button', { name: 'Save' }).click()
    const people = dialog.getByLabel('People in a meeting')
    await tab.waitForFunction('document.querySelector("[aria-invalid=true]")')
    assert.equal(await people.getAttribute('aria-invalid'), 'true')
    await checkReadable(tab, 'desk-admin-host-form')
    await people.fill('500')
    await dialog.getByRole('button', { name: 'Save' }).click()
    await row(tab, 'Great hall').getByText('Mon 09:00–12:00').waitFor()
    assert.deepEqual(failures, [])
  })

  test('a host is looked at on demand, and taken out of use', async () => {
    await using opened = await network.open('ada', '/admin/hosts')
    const { tab } = opened
    await tab.getByRole('button', { name: 'Check now: Room 3' }).click()
    await row(tab, 'Room 3').getByText('Well').waitFor()
    await tab.getByRole('button', { name: 'Change Room 3' }).click()
    await tab.getByLabel('In use', { exact: true }).uncheck()
    await tab.getByRole('button', { name: 'Save' }).click()
    await row(tab, 'Room 3').getByText('Not in use').waitFor()
  })

  test('somebody is added, found, changed, and erased after a warning of what goes and what stays', async () => {
    await using opened = await network.open('ada', '/admin/members')
    const { tab, failures } = opened
    await tab.getByRole('button', { name: 'Add a member' }).click()
    await tab.getByLabel('E-mail address').fill('nobody')
    await tab.getByLabel('Name', { exact: true }).fill('Ayşe Yılmaz')
    await tab.getByRole('button', { name: 'Save' }).click()
    await tab
      .getByText(/such as mei@example.com/)
      .first()
      .waitFor()
    await tab.getByLabel('E-mail address').fill('ayse@example.com')
    await tab.getByRole('button', { name: 'Save' }).click()
    await tab.getByLabel('Search by name or address').fill('ayse')
    await row(tab, 'ayse@example.com').waitFor()
    await row(tab, '林美玲').waitFor({ state: 'detached' })
    await tab.getByRole('button', { name: 'Change Ayşe Yılmaz' }).click()
    await tab.getByLabel('Role').selectOption('manager')
    await tab.getByRole('button', { name: 'Save' }).click()
    await row(tab, 'ayse@example.com').getByText('Manager').waitFor()
    await tab.getByRole('button', { name: 'Erase Ayşe Yılmaz' }).click()
    const dialog = tab.getByRole('dialog')
    await dialog.getByText('their bookings as slots of nobody; those to come take place').waitFor()
    await checkReadable(tab, 'desk-admin-erase')
    const erase = dialog.getByRole('button', { name: 'Erase' })
    assert.equal(await erase.getAttribute('aria-disabled'), 'true')
    await dialog.getByLabel('I know that this cannot be taken back').check()
    await erase.click()
    await tab.getByText('There is no such member.').waitFor()
    assert.deepEqual(failures, [])
  })

  test('a rule says what it would refuse, is kept, and holds in Book', async () => {
    await using opened = await network.open('ada', '/admin/policies')
    const { tab } = opened
    await tab.getByLabel('Not too long').check()
    await tab.getByLabel('minutes at most').fill('0')
    await tab.getByText('Give a whole number from 1 to 1440.').waitFor()
    await tab.getByLabel('minutes at most').fill('45')
    await tab.getByText('A meeting of 45 min passes; one of 46 min is refused.').waitFor()
    await tab.getByRole('button', { name: 'Save the rules' }).click()
    await tab.getByText('The rules are saved.').waitFor()
    await tab.goto(`${network.desk.url}/book?start=${day}T09:00&minutes=60&timeZone=Asia/Taipei`)
    await tab.getByText(/lasts 45 min/).waitFor()
    await tab.goto(`${network.desk.url}/admin/policies`)
    assert.equal(await tab.getByLabel('minutes at most').inputValue(), '45')
    await tab.getByLabel('Not too long').uncheck()
    await tab.getByRole('button', { name: 'Save the rules' }).click()
    await tab.getByText('The rules are saved.').waitFor()
  })

  test('sharing of hosts is confirmed in full words, and kept with who did and when', async () => {
    await using opened = await network.open('ada', '/admin/policies')
    const { tab } = opened
    await tab.getByText(/^Confirmed by Ada König on /).waitFor()
    await tab.getByRole('button', { name: 'Stop sharing' }).click()
    await checkReadable(tab, 'desk-admin-pool')
    await tab.getByRole('dialog').getByRole('button', { name: 'Stop sharing' }).click()
    const share = tab.getByRole('button', { name: 'Share hosts of the pool' })
    await share.waitFor()
    assert.equal(await share.getAttribute('aria-disabled'), 'true')
    await tab.getByText(/a written consent of Zoom/).waitFor()
    await tab.getByLabel('I have read this and confirm it').check()
    await share.click()
    await tab.getByText(/^Confirmed by Ada König on /).waitFor()
  })

  test('a manager approves by the keyboard alone, and declines after a question', async () => {
    const id = await network.book('tomas', { title: 'Interview', start: `${day}T08:00` })
    await network.book('tomas', { title: 'Party', start: `${day}T20:00` })
    await using opened = await network.open('ken', '/admin')
    const { tab, failures } = opened
    await tab.getByText('None on this host.').first().waitFor()
    await checkReadable(tab, 'desk-admin-approvals')
    await tab.getByRole('button', { name: 'Approve Interview' }).focus()
    await tab.keyboard.press('Enter')
    await tab.getByRole('button', { name: 'Approve Interview' }).waitFor({ state: 'detached' })
    await tab.locator('h1:focus').waitFor()
    await tab.getByRole('button', { name: 'Decline Party' }).click()
    await tab.getByRole('dialog').getByRole('button', { name: 'Decline Party' }).click()
    await tab.getByText('Nothing waits for approval.').waitFor()
    const state = await network.desk.context.store.read(async ({ bookings }) => (await bookings.find(id))?.state)
    assert.notEqual(state, 'requested')
    assert.deepEqual(failures, [])
  })

  test('what somebody changed at Zoom stands beside what was booked, and is put back', async () => {
    const id = await network.book('mei', { title: 'Choir', start: `${day}T11:00` })
    await using booked = await network.open('mei', `/bookings/${id}`)
    await booked.tab.getByRole('status').filter({ hasText: 'Ready' }).waitFor()
    await network.desk.context.store.transaction(({ drift }) =>
      drift.set({
        bookingId: id,
        is: 'changed',
        fields: [{ field: 'topic', booked: 'Choir', atZoom: 'Chor' }],
        candidates: [],
        seenAt: Date.parse(`${day}T00:00:00Z`),
      }),
    )
    await using opened = await network.open('ada', '/admin/drift')
    const { tab } = opened
    await row(tab, 'Title').getByText('Chor', { exact: true }).waitFor()
    await checkReadable(tab, 'desk-admin-drift')
    await tab.getByRole('button', { name: 'Put back what was booked' }).click()
    await tab.getByText('Everything at Zoom is as it was booked.').waitFor()
  })

  test('the connection is tested step by step', async () => {
    await using opened = await network.open('ada', '/admin/connection')
    const { tab } = opened
    await tab.getByRole('button', { name: 'Test now' }).click()
    await tab.getByRole('heading', { name: /The app signs in/ }).waitFor()
    await tab.getByText('This is the emulator, not Zoom.').waitFor()
    await checkReadable(tab, 'desk-admin-connection')
  })

  test('an administrator books beside the rules, and the log says so', async () => {
    await network.book('ken', { title: 'First', start: `${day}T14:00` })
    await using opened = await network.open('ada', '/admin/override')
    const { tab, failures } = opened
    await tab.getByRole('button', { name: 'Book beside the rules' }).click()
    await tab.getByText(/^Choose a host and a member/).waitFor()
    await tab.getByLabel('Host', { exact: true }).selectOption({ label: 'Room 1' })
    await tab.getByLabel('For whom').fill('mei')
    await tab.getByRole('button', { name: 'Choose 林美玲' }).click()
    await tab.getByLabel('Title').fill('Fire drill')
    await tab.getByLabel('Date', { exact: true }).fill(day)
    await tab.getByLabel('Start', { exact: true }).fill('14:00')
    await tab.getByLabel('Weekly').check()
    await tab.getByLabel('How many dates').fill('3')
    await checkReadable(tab, 'desk-admin-override')
    await tab.getByRole('button', { name: 'Book beside the rules' }).click()
    await tab.getByRole('heading', { level: 1, name: 'Fire drill' }).waitFor()
    await tab.getByText(/, 3 dates$/).waitFor()
    await tab.goto(`${network.desk.url}/admin/audit`)
    await row(tab, 'booked beside the rules').getByText('Ada König').waitFor()
    const [file] = await Promise.all([
      tab.waitForEvent('download'),
      tab.getByRole('link', { name: 'As a table (CSV)' }).click(),
    ])
    assert.match(file.suggestedFilename(), /\.csv$/)
    assert.deepEqual(failures, [])
  })

  test('a key for a program is shown once, works, and does not work once it is removed', async () => {
    await using opened = await network.open('mei', '/profile')
    const { tab } = opened
    await tab.getByRole('button', { name: 'Make a key' }).click()
    const dialog = tab.getByRole('dialog')
    await dialog.getByLabel('Name').fill('Timetable')
    await checkReadable(tab, 'desk-profile-new-key')
    await dialog.getByRole('button', { name: 'Make a key' }).click()
    const key = (await tab.locator('.secret').first().textContent()) ?? ''
    assert.match(key, /^cvn_/)
    const call = () => fetch(`${network.desk.url}/api/v1/bookings`, { headers: { authorization: `Bearer ${key}` } })
    assert.equal((await call()).status, 200)
    await tab.getByRole('button', { name: 'I have copied it' }).click()
    assert.ok(!(await tab.textContent('body'))?.includes(key))
    await tab.getByRole('button', { name: 'Remove Timetable' }).click()
    await tab.getByRole('dialog').getByRole('button', { name: 'Remove' }).click()
    await tab.getByText('You have no keys.').waitFor()
    assert.equal((await call()).status, 401)
  })

  test('one’s zone is changed in the profile, and times are shown in it', async () => {
    await using opened = await network.open('tomas', '/profile')
    const { tab } = opened
    await tab.getByLabel('Time zone').selectOption('Europe/Berlin')
    await tab.getByRole('button', { name: 'Save' }).click()
    await tab.getByText('Your profile is saved.').waitFor()
    await tab.goto(`${network.desk.url}/calendar`)
    await tab.getByText(/^Times are in Berlin/).waitFor()
  })

  test('mails that were not sent are read, with their calendar file', async () => {
    await network.book('mei', { title: 'Concert', start: `${dayFromNow(5)}T19:00` })
    await using opened = await network.open('mei', '/mails')
    const { tab, failures } = opened
    await tab.getByText('None of these mails was sent.').waitFor()
    await tab
      .getByRole('button', { name: /Concert/ })
      .first()
      .click()
    const [file] = await Promise.all([
      tab.waitForEvent('download'),
      tab.getByRole('link', { name: /^Download .*\.ics$/ }).click(),
    ])
    assert.match(file.suggestedFilename(), /\.ics$/)
    await checkReadable(tab, 'desk-mails')
    assert.deepEqual(failures, [])
  })

  test('who may not see a page of administration is told so, and finds no way to it', async () => {
    await using opened = await network.open('mei', '/admin/hosts')
    await opened.tab.getByText('You may not do this. Ask an administrator.').waitFor()
    assert.equal(await opened.tab.getByRole('link', { name: 'Administration' }).count(), 0)
  })

  const scenes: readonly (readonly [who: DeskPerson, paths: readonly string[]])[] = [
    [
      'ada',
      [
        '/admin/approvals',
        '/admin/hosts',
        '/admin/members',
        '/admin/policies',
        '/admin/drift',
        '/admin/override',
        '/admin/connection',
        '/admin/audit',
      ],
    ],
    ['mei', ['/profile', '/what-is-kept', '/mails']],
  ]
  test('everybody can read them, on each screen and in each of the colours', async () => {
    for (const [who, paths] of scenes) {
      await using opened = await network.open(who, '/book')
      const { tab, failures } = opened
      await tab.getByRole('heading', { name: 'Book a meeting' }).waitFor()
      for (const path of paths) {
        await tab.goto(network.desk.url + path)
        await tab.locator('.table, .empty, .panel, .step, .mails-two, .actions .button-main').first().waitFor()
        await checkEachLook(tab, `desk${path.replaceAll('/', '-')}`)
      }
      assert.deepEqual(failures, [])
    }
  })
})

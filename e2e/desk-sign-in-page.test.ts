import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { sharedBrowser } from './parts/browser.ts'
import { startPageDesk } from './parts/desk-page.ts'
import { checkReadable } from './parts/read-by-everybody.ts'

const { browser, missing } = await sharedBrowser()
const options = missing === undefined ? {} : { skip: missing }

suite('signing in on the page', options, () => {
  test('a link by mail opens a page with one button, and leads to what was wanted', async () => {
    assert.ok(browser)
    await using network = await startPageDesk({ browser })
    await using asking = await network.open(undefined, '/bookings')
    const { tab, failures } = asking
    await tab.getByLabel('Your e-mail address').fill('nobody')
    await tab.getByRole('button', { name: 'Send me a link' }).click()
    await tab.getByText('Write your whole e-mail address').waitFor()
    await checkReadable(tab, 'desk-sign-in-mistake')
    await tab.getByLabel('Your e-mail address').fill('mei@example.com')
    await tab.getByRole('button', { name: 'Send me a link' }).click()
    await tab.getByRole('heading', { name: 'Look into your mail' }).waitFor()
    await checkReadable(tab, 'desk-sign-in-sent')

    await using reading = await network.open('ada', '/mails')
    await reading.tab.getByRole('button', { name: /mei@example.com/ }).click()
    const mail = reading.tab.getByText('#token=').first()
    await mail.waitFor()
    const [link = ''] = /http\S+#token=[\w-]+/.exec((await mail.textContent()) ?? '') ?? []
    await tab.goto(link)
    await tab.getByRole('heading', { name: 'Sign in now?' }).waitFor()
    await checkReadable(tab, 'desk-sign-in-confirm')
    await tab.getByRole('button', { name: 'Sign in', exact: true }).click()
    await tab.getByRole('heading', { name: 'My bookings' }).waitFor()
    assert.deepEqual(failures, [])

    await using late = await network.open(undefined, link.slice(network.desk.url.length))
    await late.tab.getByRole('button', { name: 'Sign in', exact: true }).click()
    await late.tab.getByRole('button', { name: 'Ask for a new link' }).click()
    await late.tab.getByRole('heading', { name: 'Sign in', exact: true }).waitFor()
  })

  test('the link of the first start makes the first administrator', async () => {
    assert.ok(browser)
    await using network = await startPageDesk({ browser, isNew: true })
    const link = network.desk.firstAdminLink ?? ''
    await using opened = await network.open(undefined, link.slice(network.desk.url.length))
    const { tab, failures } = opened
    await tab.getByRole('button', { name: 'Begin' }).click()
    await tab.getByText('Write your name as others know it.').waitFor()
    await checkReadable(tab, 'desk-first-admin')
    await tab.getByLabel('Your name').fill('Ada König')
    await tab.getByLabel('Your e-mail address').fill('ada@example.com')
    await tab.getByRole('button', { name: 'Begin' }).click()
    await tab.getByRole('heading', { name: 'Book a meeting' }).waitFor()
    await tab.getByRole('link', { name: 'Administration' }).waitFor()
    assert.deepEqual(failures, [])
  })
})

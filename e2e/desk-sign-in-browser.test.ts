/** What a browser keeps of a sign-in, and what it tells whom. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { sharedBrowser } from './parts/browser.ts'
import { startMailPeer } from './parts/mail-peer.ts'
import { bodyOf } from './parts/read-mail.ts'
import { openTestDesk, type TestDesk } from './parts/sign-in-desk.ts'

const { browser, missing } = await sharedBrowser()

async function openTab({ desk }: TestDesk) {
  assert.ok(browser)
  const context = await browser.newContext({ locale: 'en-GB', timezoneId: 'Asia/Taipei' })
  const tab = await context.newPage()
  const asked: string[] = []
  tab.on('request', (request) => asked.push(request.url()))
  const isSignedIn = async () => (await context.cookies(desk.url)).some(({ name }) => name === 'convene')
  return { tab, asked, isSignedIn, [Symbol.asyncDispose]: () => context.close() }
}

describe('in a browser', { skip: missing ?? false }, () => {
  test('a link of a mail signs in by a click, and leaves nothing of itself behind', async () => {
    await using mails = await startMailPeer()
    await using desk = await openTestDesk({ settings: { SMTP_URL: mails.url, MAIL_FROM: 'desk@example.org' } })
    await using asking = await openTab(desk)
    await asking.tab.goto(`${desk.desk.url}/calendar`)
    await asking.tab.getByLabel('Your e-mail address').fill('ken@example.org')
    await asking.tab.getByRole('button', { name: 'Send me a link' }).click()
    await asking.tab.getByRole('heading', { name: 'Look into your mail' }).waitFor()
    for (let tries = 0; mails.mails.length === 0 && tries < 200; tries++) await wait(50)
    const [mail] = mails.mails
    assert.ok(mail)
    const url = /https?:\S+\/sign-in\S+/.exec(bodyOf(mail, 'text/plain'))?.[0] ?? ''
    const token = new URL(url).hash.replace('#token=', '')

    await using opened = await openTab(desk)
    const { tab, asked, isSignedIn } = opened
    await tab.goto(url)
    const button = tab.getByRole('main').getByRole('button', { name: 'Sign in' })
    await button.waitFor()
    assert.equal(await isSignedIn(), false)
    await button.click()
    await tab.waitForURL(`${desk.desk.url}/calendar`)
    assert.equal(await isSignedIn(), true)
    assert.ok(asked.every((one) => !one.includes(token)))
    assert.equal(await tab.evaluate('document.cookie'), '', 'no script reads the cookie')
    await tab.goBack().catch(() => {})
    assert.ok(!tab.url().includes(token), 'nor is the token a step back')
  })

  test('a provider that is away is told of where one signs in', async () => {
    await using desk = await openTestDesk({
      settings: {
        OPENID_ISSUER: 'http://127.0.0.1:9',
        OPENID_CLIENT_ID: 'desk',
        OPENID_CLIENT_SECRET: 'secret',
        OPENID_NAME: 'Springfield',
      },
    })
    await using opened = await openTab(desk)
    await opened.tab.goto(`${desk.desk.url}/book`)
    await opened.tab.getByRole('link', { name: 'Sign in with Springfield' }).click()
    await opened.tab.waitForURL(/problem=provider_away/)
    await opened.tab
      .getByText(/does not answer|cannot be reached/i)
      .first()
      .waitFor()
  })
})

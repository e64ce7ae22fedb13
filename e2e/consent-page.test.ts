import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import { test } from 'node:test'
import { startEmulator } from '@convene/zoom-emulator'
import type { Page } from 'playwright-core'
import { sharedBrowser } from './parts/browser.ts'

const { browser, missing } = await sharedBrowser()
const options = missing === undefined ? {} : { skip: missing }

/** Opens the consent page of an app that waits on a port of its own, as a command does. */
async function withConsentPage(
  look: { width: number; colorScheme: 'light' | 'dark' },
  use: (page: Page, callback: Promise<URL>) => Promise<void>,
): Promise<void> {
  await using zoom = await startEmulator()
  const { promise: callback, resolve } = Promise.withResolvers<URL>()
  const app = createServer((request, response) => {
    resolve(new URL(request.url ?? '', 'http://127.0.0.1'))
    response.end('Signed in.')
  })
  await new Promise<void>((ready) => app.listen(0, '127.0.0.1', ready))
  const address = app.address()
  const port = typeof address === 'object' ? address?.port : undefined
  const page = await browser?.newPage({
    viewport: { width: look.width, height: 700 },
    colorScheme: look.colorScheme,
  })
  if (!page) return
  try {
    const query = new URLSearchParams({
      response_type: 'code',
      client_id: 'demo-oauth-client',
      redirect_uri: `http://127.0.0.1:${port}/callback`,
      state: 'xyz',
    })
    await page.goto(`${zoom.url}/oauth/authorize?${query}`)
    await use(page, callback)
  } finally {
    await page.close()
    app.closeAllConnections()
    app.close()
  }
}

for (const look of [
  { width: 320, colorScheme: 'dark' },
  { width: 1280, colorScheme: 'light' },
] as const)
  test(
    `a person chooses a user and allows an app, ${look.width} pixels wide and ${look.colorScheme}`,
    options,
    async () => {
      await withConsentPage(look, async (page, callback) => {
        await page.getByText('Emulated, not Zoom').waitFor()
        assert.ok(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'), 'nothing sticks out')
        await page.getByRole('radio', { name: /Mei Lin/ }).check()
        await page.getByRole('button', { name: 'Allow' }).click()
        const { pathname, searchParams } = await callback
        assert.equal(pathname, '/callback')
        assert.ok(searchParams.get('code'))
        assert.equal(searchParams.get('state'), 'xyz')
      })
    },
  )

test('the consent page works by keyboard alone', options, async () => {
  await withConsentPage({ width: 800, colorScheme: 'light' }, async (page, callback) => {
    // To the users, one down, past the list of scopes, and on to the second button.
    for (const key of ['Tab', 'ArrowDown', 'Tab', 'Tab', 'Tab', 'Enter']) await page.keyboard.press(key)
    assert.equal((await callback).searchParams.get('error'), 'access_denied')
  })
})

test('a person enters the code of a device and allows it, by keyboard alone', options, async () => {
  assert.ok(browser)
  await using zoom = await startEmulator()
  const authorization = `Basic ${btoa('demo-oauth-client:demo-oauth-secret')}`
  const begun = await zoom.fetch('/oauth/devicecode', { method: 'POST', headers: { authorization } })
  const code = (await begun.json()) as { user_code: string; verification_uri: string }
  const page = await browser.newPage({ viewport: { width: 320, height: 700 } })
  try {
    await page.goto(code.verification_uri)
    await page.getByText('Emulated, not Zoom').waitFor()
    await page.keyboard.press('Tab')
    await page.keyboard.type('wrong')
    await page.keyboard.press('Enter')
    await page.getByRole('alert').getByText('No device waits').waitFor()
    await page.getByLabel('The code that your device shows').fill(code.user_code.toLowerCase())
    await page.keyboard.press('Enter')
    await page.getByText(`shows the code ${code.user_code}`).waitFor()
    assert.ok(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'), 'nothing sticks out')
    for (const key of ['Tab', 'ArrowDown', 'Tab', 'Tab', 'Enter']) await page.keyboard.press(key)
    await page.getByRole('heading', { name: 'Your device is connected' }).waitFor()
  } finally {
    await page.close()
  }
})

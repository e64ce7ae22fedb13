import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import { after, before, test } from 'node:test'
import { startEmulator } from '@convene/zoom-emulator'
import type { Page } from 'playwright-core'
import { type FoundBrowser, startBrowser } from './parts/browser.ts'

let found: FoundBrowser
before(async () => {
  found = await startBrowser()
})
after(() => found.browser?.close())

/** Opens the consent page of an app that waits on a port of its own, as a command does. */
async function withConsentPage(
  options: { width: number; colorScheme: 'light' | 'dark' },
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
  const page = await found.browser?.newPage({
    viewport: { width: options.width, height: 700 },
    colorScheme: options.colorScheme,
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

for (const options of [
  { width: 320, colorScheme: 'dark' },
  { width: 1280, colorScheme: 'light' },
] as const)
  test(`a person chooses a user and allows an app, ${options.width} pixels wide and ${options.colorScheme}`, async (t) => {
    if (found.missing) return t.skip(found.missing)
    await withConsentPage(options, async (page, callback) => {
      await page.getByText('Emulated, not Zoom').waitFor()
      assert.ok(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'), 'nothing sticks out')
      await page.getByRole('radio', { name: /Mei Lin/ }).check()
      await page.getByRole('button', { name: 'Allow' }).click()
      const { pathname, searchParams } = await callback
      assert.equal(pathname, '/callback')
      assert.ok(searchParams.get('code'))
      assert.equal(searchParams.get('state'), 'xyz')
    })
  })

test('the consent page works by keyboard alone', async (t) => {
  if (found.missing) return t.skip(found.missing)
  await withConsentPage({ width: 800, colorScheme: 'light' }, async (page, callback) => {
    // To the users, one down, past the list of scopes, and on to the second button.
    for (const key of ['Tab', 'ArrowDown', 'Tab', 'Tab', 'Tab', 'Enter']) await page.keyboard.press(key)
    assert.equal((await callback).searchParams.get('error'), 'access_denied')
  })
})

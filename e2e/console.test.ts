import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { suite, test } from 'node:test'
import { createZoomClient, optionsFromEnvironment, type ZoomClient } from '@convene/zoom'
import { createNodeWebhookHandler } from '@convene/zoom/webhooks/node'
import { type RunningEmulator, startEmulator } from '@convene/zoom-emulator'
import type { Page } from 'playwright-core'
import { sharedBrowser } from './parts/browser.ts'
import { checkEachLook } from './parts/looks.ts'

const { browser, missing } = await sharedBrowser()
const options = missing === undefined ? {} : { skip: missing }

/** A program that makes meetings and receives webhooks; its database can be away. */
interface Program extends AsyncDisposable {
  readonly emulator: RunningEmulator
  readonly zoom: ZoomClient
  readonly address: string
  readonly heard: string[]
  isAway: boolean
}

async function startProgram(): Promise<Program> {
  const emulator = await startEmulator()
  await emulator.clock.freeze('2026-11-22T12:00:00Z')
  const heard: string[] = []
  const handle = createNodeWebhookHandler({
    secretToken: emulator.env.ZOOM_WEBHOOK_SECRET_TOKEN ?? '',
    onOther({ event }) {
      if (program.isAway) throw new Error('the database is away')
      heard.push(event)
    },
    onError() {},
    ambient: { now: emulator.clock.now },
  })
  const server = createServer(handle)
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const program: Program = {
    emulator,
    zoom: createZoomClient({ ...optionsFromEnvironment(emulator.env), ambient: { now: emulator.clock.now } }),
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhooks`,
    heard,
    isAway: false,
    async [Symbol.asyncDispose]() {
      await emulator.close()
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
    },
  }
  return program
}

const weekly = { topic: 'Weekly', start_time: '2026-12-17T18:00:00', timezone: 'Asia/Taipei', password: 'hush4me' }

async function openPage(address: string, settings: Parameters<NonNullable<typeof browser>['newContext']>[0] = {}) {
  const context = await browser?.newContext(settings)
  const page = await context?.newPage()
  assert.ok(context && page)
  const failures: string[] = []
  page.on('pageerror', (error) => failures.push(String(error)))
  page.on('console', (message) => {
    if (message.type() === 'error') failures.push(message.text())
  })
  await page.goto(address)
  return { page, failures, [Symbol.asyncDispose]: () => context.close() }
}
const goTo = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Console' }).getByRole('link', { name }).click()

suite('the console of the emulator in a browser', options, () => {
  test('a person sees what a program did, sends a webhook again, moves the clock, and lets a call go wrong', async () => {
    await using program = await startProgram()
    const { emulator, zoom, heard, address } = program
    await using opened = await openPage(emulator.url)
    const { page, failures } = opened

    await page.getByText('ZOOM_CLIENT_SECRET=demo-secret').waitFor()
    await goTo(page, 'Webhooks')
    await page.getByText('Subscribe an address').click()
    await page.getByLabel('Address').fill(address)
    await page.getByRole('button', { name: 'Check and subscribe' }).click()
    await page.getByText('The address answered its check').waitFor()

    await page.getByLabel('The next event').selectOption({ label: 'comes a minute later' })
    await page.getByRole('button', { name: 'Let this happen' }).click()
    await page.getByText('The next event comes a minute later.').waitFor()
    await zoom.meetings.create({ ...weekly, topic: 'Late' })
    await page.getByText('Nothing is to go wrong.').waitFor()
    await emulator.clock.advance(60_000)
    assert.deepEqual(heard.splice(0), ['meeting.created'])

    program.isAway = true
    const { id } = await zoom.meetings.create(weekly)
    await page
      .getByText(/attempts: 1/)
      .nth(1)
      .waitFor()
    await page.locator('summary', { hasText: 'meeting.created' }).first().click()
    await page.getByText(/it answered 503/).waitFor()
    assert.doesNotMatch((await page.textContent('body')) ?? '', /hush4me/)
    program.isAway = false
    await page.getByRole('button', { name: 'Send again: meeting.created' }).first().click()
    await page.getByText('It was sent again.').waitFor()
    await page.getByText('delivered', { exact: true }).nth(1).waitFor()
    assert.deepEqual(heard, ['meeting.created'])

    await goTo(page, 'Meetings')
    await page.getByText('Weekly', { exact: true }).waitFor()
    assert.doesNotMatch(await page.content(), /zak=|pwd=|hush4me/)
    await page.getByRole('link', { name: 'Start: Weekly' }).click()
    await page.getByRole('button', { name: 'Start meeting' }).click()
    await page.getByText('You are in the meeting').waitFor()
    await page.goto(`${emulator.url}/console/meetings`)
    await page.getByText('In it: 1 person: Olive Owner').waitFor()

    await goTo(page, 'Requests')
    await page.locator('summary', { hasText: 'POST /v2/users/me/meetings' }).first().click()
    await page.getByText('"topic": "Weekly"').first().waitFor()
    assert.doesNotMatch((await page.textContent('body')) ?? '', /hush4me|demo-secret/)

    await goTo(page, 'Clock')
    await page.getByRole('button', { name: '1 day' }).click()
    await page.getByText('2026-11-23 12:01:00 UTC').waitFor()
    assert.equal(emulator.clock.now(), Date.parse('2026-11-23T12:01:00Z'))

    await goTo(page, 'Faults')
    await page.getByLabel('A call of').fill('GET /meetings/*')
    await page.getByLabel('What happens to it').selectOption({ label: 'fails with 500' })
    await page.getByRole('button', { name: 'Add the fault' }).click()
    await page.getByText('The fault is in force.').waitFor()
    const failing = createZoomClient({
      ...optionsFromEnvironment(emulator.env),
      ambient: { now: emulator.clock.now },
      retries: 0,
    })
    await assert.rejects(failing.meetings.get({ meetingId: id }), /500/)
    await page.getByText('calls met 1, struck 1').waitFor()
    await page.getByRole('button', { name: /^Remove: fault-1/ }).click()
    await page.getByText('No fault').waitFor()
    assert.deepEqual(failures, [])
  })

  test('an open row stays open and in focus while new ones come, and the updates can be paused', async () => {
    await using program = await startProgram()
    const { emulator, zoom } = program
    await zoom.meetings.create({ ...weekly, topic: 'First' })
    await using opened = await openPage(`${emulator.url}/console/requests`)
    const { page } = opened
    const first = page.locator('summary', { hasText: 'POST /v2/users/me/meetings' }).first()
    await first.focus()
    await page.keyboard.press('Enter')
    await page.getByText('"topic": "First"').first().waitFor()
    await zoom.users.me()
    await page.getByText('GET /v2/users/me').waitFor()
    assert.ok(await page.getByText('"topic": "First"').first().isVisible())
    assert.match(String(await page.evaluate('document.activeElement.textContent')), /POST \/v2\/users\/me\/meetings/)
    await page.getByRole('button', { name: 'Pause updates' }).click()
    assert.equal(await page.getByRole('button', { name: 'Pause updates' }).getAttribute('aria-pressed'), 'true')
  })

  test('a delivery that was opened shows what becomes of it, and the focus stays on it', async () => {
    await using program = await startProgram()
    const { emulator, zoom, address } = program
    await emulator.control.webhooks.subscribe({ url: address })
    program.isAway = true
    await zoom.meetings.create(weekly)
    await using opened = await openPage(`${emulator.url}/console/webhooks`)
    const { page } = opened
    await page.locator('summary', { hasText: 'meeting.created' }).focus()
    await page.keyboard.press('Enter')
    program.isAway = false
    await emulator.clock.advance(10 * 60_000)
    await page.getByText('delivered', { exact: true }).waitFor()
    assert.ok(await page.getByText(/it answered 503/).isVisible())
    assert.match(String(await page.evaluate('document.activeElement.textContent')), /meeting\.created/)
  })

  test('an address that leads nowhere gets a page in a browser, and what Zoom answers in a program', async () => {
    await using program = await startProgram()
    const { emulator } = program
    await using opened = await openPage(`${emulator.url}/console/nothing`)
    await opened.page.getByRole('heading', { name: 'There is no such page' }).waitFor()
    await opened.page.getByRole('link', { name: 'the console' }).click()
    await opened.page.getByRole('heading', { name: 'A Zoom to develop against' }).waitFor()
    const answer = await fetch(`${emulator.url}/console/nothing`)
    assert.equal(((await answer.json()) as { code: number }).code, 2300)
  })

  test('without scripts everything can still be seen and done', async () => {
    await using program = await startProgram()
    const { emulator, zoom } = program
    await zoom.meetings.create(weekly)
    await using opened = await openPage(`${emulator.url}/console/requests`, { javaScriptEnabled: false })
    const { page } = opened
    await page.locator('summary', { hasText: 'POST /v2/users/me/meetings' }).click()
    assert.ok(await page.getByText('"topic": "Weekly"').first().isVisible())
    assert.equal(await page.getByRole('button', { name: 'Pause updates' }).isVisible(), false)
    await goTo(page, 'Clock')
    await page.getByRole('button', { name: '1 hour' }).click()
    await page.getByText('The clock was moved').waitFor()
    assert.equal(emulator.clock.now(), Date.parse('2026-11-22T13:00:00Z'))
    await page.getByLabel(/^Instant in UTC/).fill('tomorrow')
    await page.getByRole('button', { name: 'Set', exact: true }).click()
    assert.match((await page.getByRole('alert').textContent()) ?? '', /"tomorrow" is no instant/)
    await page.getByRole('button', { name: 'Reset the emulator' }).click()
    await goTo(page, 'Meetings')
    await page.getByText('No meeting yet').waitFor()
  })

  test('every page can be read by everybody, on each screen and in each of the colours', async () => {
    await using program = await startProgram()
    const { emulator, zoom, address } = program
    await using opened = await openPage(emulator.url)
    const { page, failures } = opened
    const look = async (state: string) => {
      for (const name of ['', 'meetings', 'requests', 'webhooks', 'clock', 'faults']) {
        await page.goto(`${emulator.url}/${name && `console/${name}`}`)
        await page.evaluate('for (const row of document.querySelectorAll("details")) row.open = true')
        await checkEachLook(page, `console-${name || 'overview'}-${state}`)
      }
    }
    await look('empty')
    await emulator.control.webhooks.subscribe({ url: address })
    program.isAway = true
    await zoom.meetings.create({ ...weekly, topic: `Long ${'x'.repeat(80)}` })
    const gone = await zoom.meetings.create(weekly)
    await zoom.meetings.delete({ meetingId: gone.id })
    await zoom.meetings.get({ meetingId: gone.id }).catch(() => {})
    emulator.control.faults.add({ operation: 'GET *', status: 503, count: 1 })
    emulator.control.webhooks.disturb({ effect: 'swap' })
    await emulator.control.accounts.create({ name: 'blue' })
    await emulator.clock.advance(0)
    await look('full')
    await page.goto(`${emulator.url}/console/clock`)
    await page.getByLabel(/^Instant in UTC/).fill('soon')
    await page.getByRole('button', { name: 'Set', exact: true }).click()
    await checkEachLook(page, 'console-clock-mistake')
    assert.deepEqual(
      failures.filter((failure) => !failure.includes('400')),
      [],
    )
  })
})

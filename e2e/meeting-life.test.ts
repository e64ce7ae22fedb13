import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { createZoomClient, optionsFromEnvironment } from '@convene/zoom'
import { type RunningEmulator, startEmulator } from '@convene/zoom-emulator'
import type { BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { sharedBrowser } from './parts/browser.ts'
import { checkEachLook } from './parts/looks.ts'
import { checkReadable } from './parts/read-by-everybody.ts'

const { browser, missing } = await sharedBrowser()
const options = missing === undefined ? {} : { skip: missing }

/** An emulator, and a browser as wide as a small phone. */
async function setUp(settings: BrowserContextOptions = {}) {
  const context = await browser?.newContext({ viewport: { width: 320, height: 640 }, ...settings })
  assert.ok(context)
  const emulator = await startEmulator()
  const failures: string[] = []
  context.on('weberror', (error) => failures.push(String(error.error())))
  context.on('console', (message) => {
    if (message.type() === 'error') failures.push(message.text())
  })
  return {
    context,
    emulator,
    failures,
    async [Symbol.asyncDispose]() {
      await context.close()
      await emulator.close()
    },
  }
}

/** Opens a link in a tab of its own. */
async function open(context: BrowserContext, link: string): Promise<Page> {
  const tab = await context.newPage()
  await tab.goto(link)
  return tab
}

const press = (tab: Page, name: string) => tab.getByRole('button', { name, exact: true }).click()
const status = (tab: Page) => tab.getByRole('status')
const sees = (tab: Page, text: string) => status(tab).filter({ hasText: text }).waitFor()

async function createMeeting(emulator: RunningEmulator, settings: object) {
  const zoom = createZoomClient(optionsFromEnvironment(emulator.env))
  return zoom.meetings.create({ topic: 'Information weekly', type: 3, settings })
}

suite('a meeting, played in browsers', options, () => {
  test(
    'host and guests play a whole meeting, which can be read in all its states, and its past is told',
    options,
    async () => {
      await using stage = await setUp()
      const { context, emulator } = stage
      const { id, start_url = '', join_url } = await createMeeting(emulator, { waiting_room: true })
      const look = (tab: Page, state: string) => checkEachLook(tab, `meeting ${state}`)

      // Ann comes before the host, and stands at the door.
      const ann = await open(context, join_url)
      await look(ann, 'join')
      await ann.getByLabel('Your name').fill('Ann')
      await press(ann, 'Join')
      await sees(ann, 'The host has not started this meeting yet')
      await look(ann, 'at the door')

      // The host starts; Ann's page tells her without being loaded again.
      const host = await open(context, start_url)
      await look(host, 'start')
      await press(host, 'Start meeting')
      await sees(host, 'You are in the meeting. 1 person here')
      await sees(ann, 'You are in the waiting room')
      await look(ann, 'waiting room')

      // Ben comes as a user of the account.
      const ben = await open(context, join_url)
      await ben.getByLabel('Your name').fill('Ben')
      await ben.getByLabel('E-mail address (optional)').fill('mei@example.com')
      await press(ben, 'Join')
      await sees(ben, 'You are in the waiting room')

      await sees(host, '2 people in the waiting room')
      await look(host, 'host with people waiting')
      await press(host, 'Admit: Ann')
      await sees(ann, 'You are in the meeting. 2 people here')
      await press(host, 'Admit all')
      await sees(ben, '3 people here')
      await look(host, 'host')
      await look(ann, 'in')

      // Ben is sent back and let in again, Ann leaves and comes again, Ben is removed.
      await press(host, 'Put in waiting room: Ben')
      await sees(ben, 'You are in the waiting room')
      await press(host, 'Admit: Ben')
      await press(ann, 'Leave')
      await sees(ann, 'You have left the meeting')
      await look(ann, 'left')
      await ann.getByRole('link', { name: 'Join again' }).click()
      await ann.getByLabel('Your name').fill('Ann')
      await press(ann, 'Join')
      await sees(host, '1 person in the waiting room')
      await press(host, 'Admit: Ann')
      await press(host, 'Remove: Ben')
      await sees(ben, 'The host has removed you')
      await look(ben, 'removed')

      await press(host, 'End meeting for all')
      await sees(host, 'The meeting has ended')
      await sees(ann, 'The meeting has ended')
      await look(ann, 'ended')
      assert.deepEqual(stage.failures, [])

      const zoom = createZoomClient(optionsFromEnvironment(emulator.env))
      const { uuid, status: state } = await zoom.meetings.get({ meetingId: id })
      assert.equal(state, 'waiting')
      const { access_token } = (await (
        await fetch(`${emulator.env.ZOOM_OAUTH_URL}/token`, {
          method: 'POST',
          headers: { authorization: `Basic ${btoa('demo-client:demo-secret')}` },
          body: new URLSearchParams({ grant_type: 'account_credentials', account_id: 'demo-account' }),
        })
      ).json()) as { access_token: string }
      const read = async (path: string) =>
        (
          await fetch(`${emulator.env.ZOOM_API_URL}/past_meetings/${encodeURIComponent(uuid ?? '')}${path}`, {
            headers: { authorization: `Bearer ${access_token}` },
          })
        ).json() as Promise<Record<string, unknown>>
      assert.equal((await read('')).participants_count, 4)
      const { participants } = (await read('/participants')) as { participants: { name: string; status: string }[] }
      assert.deepEqual(participants.map(({ name, status: place }) => `${name} ${place}`).sort(), [
        'Ann in_meeting',
        'Ann in_meeting',
        'Ann in_waiting_room',
        'Ann in_waiting_room',
        'Ben in_meeting',
        'Ben in_meeting',
        'Ben in_waiting_room',
        'Ben in_waiting_room',
        'Olive Owner in_meeting',
      ])
    },
  )

  test('the whole meeting can be played without scripts and by keyboard alone', options, async () => {
    await using stage = await setUp({ javaScriptEnabled: false })
    const { context, emulator } = stage
    const { start_url = '', join_url } = await createMeeting(emulator, { waiting_room: true })
    const ann = await open(context, join_url)
    await ann.getByLabel('Your name').focus()
    await ann.keyboard.type('Ann')
    await ann.keyboard.press('Enter')
    const host = await open(context, start_url)
    await host.keyboard.press('Tab')
    await host.keyboard.press('Enter')
    await sees(host, '1 person in the waiting room')
    await ann.getByRole('link', { name: 'Look again' }).focus()
    await ann.keyboard.press('Enter')
    await sees(ann, 'You are in the waiting room')
    await host.keyboard.press('Tab')
    await host.keyboard.press('Enter')
    await sees(host, '2 people here')
  })

  test('a keyboard user who leads keeps the place when somebody comes', options, async () => {
    await using stage = await setUp()
    const { context, emulator } = stage
    const { id, start_url = '' } = await createMeeting(emulator, { waiting_room: true })
    const host = await open(context, start_url)
    await press(host, 'Start meeting')
    await host.locator('#leave').focus()
    emulator.control.life.join(id, { name: 'Ann' })
    await sees(host, '1 person in the waiting room')
    assert.equal(await host.evaluate('document.activeElement.id'), 'leave')
  })

  test('a meeting for signed-in people says so, and lets a user of the account in', options, async () => {
    await using stage = await setUp()
    const { context, emulator } = stage
    const { join_url } = await createMeeting(emulator, { meeting_authentication: true, join_before_host: true })
    const ann = await open(context, join_url)
    await ann.getByLabel('Your name').fill('Ann')
    await press(ann, 'Join')
    await ann.getByRole('alert').filter({ hasText: 'lets only signed-in people in' }).waitFor()
    assert.equal(await ann.getByLabel('Your name').inputValue(), 'Ann')
    await checkReadable(ann, 'meeting join refused')
    await ann.getByLabel('E-mail address (optional)').fill('kenji@example.com')
    await press(ann, 'Join')
    await sees(ann, 'You are in the meeting')
  })
})

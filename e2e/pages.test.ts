import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, suite, test } from 'node:test'
import { createZoomClient, type Operation, optionsFromEnvironment } from '@convene/zoom'
import { everyWeeks } from '@convene/zoom/recurrence'
import { type RunningEmulator, startEmulator } from '@convene/zoom-emulator'
import { sharedBrowser } from './parts/browser.ts'
import { checkEachLook } from './parts/looks.ts'
import { checkReadable } from './parts/read-by-everybody.ts'

const { browser, missing } = await sharedBrowser()
const options = missing === undefined ? {} : { skip: missing }

/** The program to which a person comes back after the consent. */
const program = createServer((request, response) => response.end(`back at ${request.url}`))
let redirectUri: string
let emulator: RunningEmulator
let addresses: Readonly<Record<string, string>>
before(async () => {
  await once(program.listen(0, '127.0.0.1'), 'listening')
  redirectUri = `http://127.0.0.1:${(program.address() as AddressInfo).port}/callback`
  emulator = await startEmulator({
    seed: {
      apps: [
        { type: 'server_to_server' },
        { type: 'oauth', client_id: 'page-client', client_secret: 'page-secret', redirect_uris: [redirectUri] },
      ],
    },
  })
  const zoom = createZoomClient(optionsFromEnvironment(emulator.env))
  const meeting = await zoom.meetings.create({
    topic: `Information weekly of the department with the long name, ${'x'.repeat(60)}`,
    start_time: '2030-12-20T18:00:00',
    timezone: 'Asia/Taipei',
    duration: 60,
    recurrence: everyWeeks(2, ['friday'], { count: 6 }),
  })
  const open = await zoom.meetings.create({ topic: 'Open day', settings: { approval_type: 1 } })
  const updateQuestions: Operation = {
    id: 'registrants.updateQuestions',
    method: 'PATCH',
    path: '/meetings/{meetingId}/registrants/questions',
    repeat: 'absolute',
    scopes: { granular: [], classic: [] },
  }
  const body = {
    questions: [{ field_name: 'city', required: true }, { field_name: 'no_of_employees' }],
    custom_questions: [{ title: 'Food', type: 'single', required: true, answers: ['Rice', 'Noodles'] }],
  }
  await zoom.request(updateQuestions, { path: { meetingId: open.id }, body })
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: 'page-client',
    redirect_uri: redirectUri,
    state: 'kept',
  })
  addresses = {
    home: emulator.url,
    join: meeting.join_url,
    'join without the passcode': meeting.join_url.split('?')[0] ?? '',
    start: meeting.start_url ?? '',
    consent: `${emulator.url}/oauth/authorize?${query}`,
    'consent of an unknown app': `${emulator.url}/oauth/authorize?client_id=nobody&response_type=code`,
    'a meeting that is not there': `${emulator.url}/j/99999999999`,
    registration: open.registration_url ?? '',
  }
})
after(async () => {
  program.close()
  await emulator.close()
})

const pages = [
  'home',
  'join',
  'join without the passcode',
  'start',
  'consent',
  'consent of an unknown app',
  'a meeting that is not there',
  'registration',
]
suite('the pages of the emulator in a browser', options, () => {
  for (const page of pages)
    test(
      `the page "${page}" can be read by everybody, on each screen and in each of the colours`,
      options,
      async () => {
        const context = await browser?.newContext()
        const tab = await context?.newPage()
        assert.ok(context && tab)
        const failures: string[] = []
        tab.on('pageerror', (error) => failures.push(String(error)))
        tab.on('request', (request) => {
          if (new URL(request.url()).origin !== emulator.url) failures.push(`asks another host: ${request.url()}`)
        })
        await tab.goto(addresses[page] ?? '')
        await checkEachLook(tab, page)
        assert.deepEqual(failures, [])
        await context.close()
      },
    )

  test('a person who consents comes back to the program with a code and its state', async () => {
    const context = await browser?.newContext()
    const tab = await context?.newPage()
    assert.ok(context && tab)
    await tab.goto(addresses.consent ?? '')
    await tab.getByRole('button', { name: 'Allow' }).click()
    await tab.waitForURL(`${redirectUri}**`)
    const back = new URL(tab.url()).searchParams
    assert.equal(back.get('state'), 'kept')
    assert.ok(back.get('code'))
    await context.close()
  })

  test('a person registers with the keyboard, is told what is missing, and then that the host decides', async () => {
    const context = await browser?.newContext({ viewport: { width: 320, height: 640 } })
    const tab = await context?.newPage()
    assert.ok(context && tab)
    await tab.goto(addresses.registration ?? '')
    const type = async (text: string) => {
      await tab.keyboard.press('Tab')
      await tab.keyboard.type(text)
    }
    for (const text of ['Ayla', 'ayla@example.com', 'Demir']) await type(text)
    await tab.keyboard.press('Enter')
    const summary = tab.getByRole('alert')
    await summary.getByRole('link', { name: 'Food' }).waitFor()
    await checkReadable(tab, 'registration with what is missing')
    await summary.getByRole('link', { name: 'City' }).press('Enter')
    await tab.keyboard.type('Izmir')
    await tab.keyboard.press('Tab')
    await tab.keyboard.press('Tab')
    await tab.keyboard.press('Space')
    await tab.keyboard.press('Enter')
    await tab.getByRole('heading', { name: 'Waiting for approval' }).waitFor()
    await context.close()
  })
})

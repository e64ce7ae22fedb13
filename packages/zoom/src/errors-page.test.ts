import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { test } from 'node:test'
import { createFakeTime } from '../test/fake-time.ts'
import { answer, type Behaviour, silent, startScriptedServer } from '../test/scripted-server.ts'
import { serverToServer } from './auth/server-to-server.ts'
import { createZoomClient, type ZoomClient } from './client.ts'
import { createMeetingKeeper } from './ensure/keeper.ts'
import { ZoomError, type ZoomErrorCode } from './errors.ts'
import { createSqliteJournal } from './journal/sqlite.ts'

const token = answer(200, { access_token: 't1', expires_in: 3599 })
const refusal = (status: number, code: number, message: string, errors?: object[]) =>
  answer(status, { code, message, errors })
const meetingId = 85746065432
const create = (zoom: ZoomClient, signal?: AbortSignal) =>
  zoom.meetings.create({ start_time: '2026-12-17T18:00:00', timezone: 'Asia/Taipei' }, { signal })

interface Case {
  /** What Zoom answers, one after the other; first the request for a token. */
  readonly script: readonly Behaviour[]
  readonly call: (zoom: ZoomClient, signal: AbortSignal) => Promise<unknown>
  /** What happens while Zoom is silent. */
  readonly meanwhile?: (given: { expire: () => void; abort: () => void }) => unknown
}

const cases: Readonly<Record<ZoomErrorCode, Case>> = {
  invalid_input: { script: [], call: (zoom) => zoom.meetings.create({ duration: -5 }) },
  sign_in_refused: {
    script: [answer(400, { reason: 'Invalid client_id or client_secret', error: 'invalid_client' })],
    call: (zoom) => zoom.users.me(),
  },
  scope_missing: {
    script: [
      token,
      refusal(
        400,
        4711,
        'Invalid access token, does not contain scopes:[meeting:write:meeting, meeting:write:meeting:admin].',
      ),
    ],
    call: create,
  },
  not_found: {
    script: [token, refusal(404, 3001, `Meeting does not exist: ${meetingId}.`)],
    call: (zoom) => zoom.meetings.get({ meetingId }),
  },
  conflict: {
    script: [token, refusal(409, 1005, 'User already in the account: ada@example.com')],
    call: (zoom) =>
      zoom.request(
        { id: 'users.create', method: 'POST', path: '/users', repeat: 'never', scopes: { granular: [], classic: [] } },
        { body: { action: 'create' } },
      ),
  },
  rate_limited: {
    script: [
      token,
      refusal(
        429,
        429,
        'You have exceeded the daily rate limit (100) of Meeting Create/Update API requests permitted for this particular user. You may resume these requests at GMT 00:00:00.',
      ),
    ],
    call: create,
  },
  zoom_refused: {
    script: [
      token,
      refusal(400, 300, 'Validation Failed.', [
        { field: 'settings.jbh_time', message: 'Invalid parameter: jbh_time.' },
      ]),
    ],
    call: create,
  },
  start_shifted: {
    script: [
      token,
      answer(201, { id: meetingId, join_url: 'https://zoom.us/j/1', start_time: '2026-12-17T18:00:00Z' }),
    ],
    call: create,
  },
  timeout: { script: [token, silent], call: create, meanwhile: ({ expire }) => expire() },
  aborted: { script: [token, silent], call: create, meanwhile: ({ abort }) => abort() },
  network: {
    script: [token],
    call: (zoom) => zoom.meetings.get({ meetingId }),
  },
  malformed_answer: {
    script: [token, answer(200, '<html>Sign in to the wireless network</html>')],
    call: (zoom) => zoom.meetings.get({ meetingId }),
  },
  key_reused: {
    script: [],
    async call(zoom) {
      using database = new DatabaseSync(':memory:')
      const keeper = createMeetingKeeper({ zoom, journal: createSqliteJournal(database) })
      const meeting = { topic: 'Interview', start_time: '2030-12-20T10:00:00Z' }
      await keeper.planMeeting({ key: 'booking-17', host: 'mei@example.com', meeting })
      await keeper.planMeeting({ key: 'booking-17', host: 'mei@example.com', meeting: { ...meeting, topic: 'Talk' } })
    },
  },
  key_unknown: {
    script: [],
    async call(zoom) {
      using database = new DatabaseSync(':memory:')
      await createMeetingKeeper({ zoom, journal: createSqliteJournal(database) }).planCancellation({
        key: 'booking-17',
      })
    },
  },
}

/** The address of a server that has ended: nobody listens there. */
async function addressOfNobody(): Promise<string> {
  await using server = await startScriptedServer()
  return `${server.url}/v2`
}

const page = readFileSync(new URL('../../../docs/errors.md', import.meta.url), 'utf8')

for (const [code, { script, call, meanwhile }] of Object.entries(cases))
  test(`docs/errors.md quotes ${code} as a program gets it`, async () => {
    await using server = await startScriptedServer(...script)
    const time = createFakeTime(Date.parse('2026-12-17T08:00:00Z'))
    const controller = new AbortController()
    const nobody = await addressOfNobody()
    const zoom = createZoomClient({
      auth: serverToServer({ accountId: 'acc', clientId: 'cid', clientSecret: 'the-app-secret' }),
      apiUrl: code === 'network' ? nobody : `${server.url}/v2`,
      oauthUrl: `${server.url}/oauth`,
      ambient: time,
    })
    const failed = call(zoom, controller.signal).then(
      () => assert.fail('should be rejected'),
      (error: unknown) => error,
    )
    if (meanwhile) {
      await server.waitFor(2)
      meanwhile({ expire: time.expire, abort: () => controller.abort() })
    }
    const error = await failed
    assert.ok(error instanceof ZoomError && error.code === code, String(error))
    const section = page.split(`\n## ${code}\n`)[1]?.split('\n## ')[0]
    const quoted = /^> (.*)$/m.exec(section ?? '')?.[1]
    assert.equal(quoted, error.message.replace(/127\.0\.0\.1:\d+/, '127.0.0.1:4747'))
  })

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inspect } from 'node:util'
import fc from 'fast-check'
import { ZoomError } from '../errors.ts'
import { hidden, redactCause, redactText, redactValue } from './redact.ts'

const secret = fc.stringMatching(/^[A-Za-z0-9]{10,30}$/)
/** Every place in which a secret of Zoom was seen to stand. */
const places: ((secret: string) => string)[] = [
  (s) => `https://us02web.zoom.us/j/85746065432?pwd=${s}.1`,
  (s) => `https://us02web.zoom.us/w/85746065432?tk=${s}&pwd=${s}`,
  (s) => `https://us02web.zoom.us/s/85746065432?zak=${s}`,
  (s) => `see https://zoom.us/s/85746065432?x=1&y=${s} now`,
  (s) => `Authorization: Bearer ${s}`,
  (s) => `authorization: Basic ${s}==`,
  (s) => `grant_type=refresh_token&refresh_token=${s}&x=1`,
  (s) => `client_secret=${s}`,
  (s) => `http://127.0.0.1:9/callback?code=${s}&state=x`,
  (s) => `{"access_token":"${s}","expires_in":3599}`,
  (s) => `{"password": "${s}"}`,
  (s) => `{"h323_password":"${s}","pstn_password":"${s}","encrypted_password":"${s}"}`,
  (s) => `{"start_url":"https://zoom.us/s/1?zak=${s}"}`,
  (s) => `Passcode: ${s}`,
  (s) => `eyJhbGciOiJIUzI1NiJ9.eyJ${s}.${s}`,
  (s) => `https://user:${s}@example.org/v2`,
]

test('no secret survives in a text, wherever it stands', () => {
  fc.assert(
    fc.property(secret, fc.constantFrom(...places), fc.lorem(), (value, place, words) => {
      const text = `${words} ${place(value)} ${words}`
      assert.ok(!redactText(text).includes(value), redactText(text))
      assert.equal(redactText(redactText(text)), redactText(text))
    }),
  )
})

test('no secret survives in data, in a cause or in a printed error', () => {
  fc.assert(
    fc.property(secret, fc.constantFrom(...places), (value, place) => {
      const inner = new Error(place(value))
      const cause = Object.assign(new Error('outer', { cause: inner }), { config: { authorization: value } })
      const error = new ZoomError('network', place(value), { cause, meeting: { password: value } })
      const shown = [
        JSON.stringify(redactValue({ list: [{ text: place(value), password: value }] })),
        inspect(redactCause(cause), { depth: 9, showHidden: true }),
        inspect(error, { depth: 9 }),
        JSON.stringify(error),
      ]
      for (const text of shown) assert.ok(!text.includes(value), text)
    }),
    { numRuns: 50 },
  )
})

test('what is no secret stays readable', () => {
  for (const text of [
    'https://us02web.zoom.us/j/85746065432',
    'Meeting does not exist: 85746065432.',
    'Invalid access token, does not contain scopes:[user:read:list_users:admin].',
    'The password is too weak.',
    'connect ECONNREFUSED 127.0.0.1:4747',
    'settings.jbh_time: Invalid parameter: jbh_time.',
  ])
    assert.equal(redactText(text), text)
  const at = new Date(0)
  assert.deepEqual(redactValue({ id: 1, default_password: true, at, none: null }), {
    id: 1,
    default_password: true,
    at,
    none: null,
  })
  assert.deepEqual(redactValue({ password: 123456, passcode: 'x' }), { password: hidden, passcode: hidden })
})

test('a cause that contains itself is printed all the same', () => {
  const round = Object.assign(new Error('round'), { self: {} as unknown })
  round.self = round
  assert.equal((redactCause(round) as Error).message, 'round')
})

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { inspect } from 'node:util'
import { invalidInput, ZoomError, zoomErrorCodes } from './errors.ts'

test('docs/errors.md explains every code, under the anchor an error points to, and no other', () => {
  const page = readFileSync(new URL('../../../docs/errors.md', import.meta.url), 'utf8')
  const anchors = [...page.matchAll(/^## (\w+)$/gm)].map(([, anchor]) => anchor)
  assert.deepEqual(anchors, [...zoomErrorCodes])
  for (const code of zoomErrorCodes) assert.equal(new ZoomError(code, 'x').docsAnchor, `docs/errors.md#${code}`)
})

test('the message says what happened and ends with the remedy', () => {
  const error = new ZoomError('not_found', 'Meeting 123 does not exist.', { remedy: 'Check the id.', zoomCode: 3001 })
  assert.equal(error.message, 'Meeting 123 does not exist. Check the id.')
  assert.equal(error.remedy, 'Check the id.')
  assert.deepEqual(error.details, { remedy: 'Check the id.', zoomCode: 3001 })
  assert.match(String(error.stack), /^ZoomError: Meeting 123/)
})

test('invalid input names the field, the value and the remedy, and was surely not sent', () => {
  const error = invalidInput('duration', -5, 'Give minutes from 1 to 1440.')
  assert.equal(error.message, 'duration is -5, which cannot be used. Give minutes from 1 to 1440.')
  assert.deepEqual(error.details, {
    field: 'duration',
    value: -5,
    remedy: 'Give minutes from 1 to 1440.',
    outcome: 'not_done',
  })
  assert.match(invalidInput('topic', undefined, 'Give one.').message, /^topic is missing,/)
  assert.match(invalidInput('id', 10n, 'Give a number.').message, /^id is 10,/)
})

test('nothing that prints an error shows a secret, wherever it came in', () => {
  const secret = 'Hunter2Hunter2'
  const jwt = 'eyJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJrIn0.c2ln'
  const deepest = new TypeError(`fetch failed: https://zoom.us/j/123?pwd=${secret}`)
  const errors = [
    new ZoomError('zoom_refused', `Bearer ${secret} was refused`, { cause: deepest }),
    new ZoomError('network', `POST /token with client_secret=${secret}`, { cause: new Error('x', { cause: deepest }) }),
    new ZoomError('start_shifted', `${jwt}`, { meeting: { id: 1, start_url: `https://zoom.us/s/1?zak=${secret}` } }),
    new ZoomError('network', 'x', {
      cause: Object.assign(new Error('socket'), { config: { headers: { authorization: secret } } }),
    }),
    new ZoomError('malformed_answer', `{"password":"${secret}","start_url":"https://zoom.us/s/1?zak=${secret}"}`),
    new ZoomError('network', 'x', { cause: { access_token: secret } }),
    new ZoomError('network', 'x', { cause: new AggregateError([deepest], 'all failed') }),
    new ZoomError('zoom_refused', 'x', {
      fieldErrors: [{ field: 'join_url', message: `no: https://zoom.us/j/1?pwd=${secret}` }],
    }),
    new ZoomError('invalid_input', 'x', { value: { password: secret } }),
    invalidInput('settings.password', secret, 'At most 10 characters.'),
    invalidInput('settings', { password: secret, h323_password: secret }, 'Leave it out.'),
  ]
  for (const error of errors) {
    const printed = [String(error), error.stack, inspect(error, { depth: 9 }), JSON.stringify(error)]
    printed.push(inspect(error.details, { depth: 9 }), JSON.stringify(error.details))
    printed.push(inspect({ ...error }, { depth: 9, showHidden: false }), inspect(error.cause, { depth: 9 }))
    for (const text of printed) {
      assert.ok(!text?.includes(secret), `shown in: ${text}`)
      assert.ok(!text?.includes(jwt), `shown in: ${text}`)
    }
  }
})

test('a cause without secrets is kept as it is; the meeting of start_shifted stays readable for the program', () => {
  const cause = Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:9'), { code: 'ECONNREFUSED' })
  assert.equal(new ZoomError('network', 'x', { cause }).cause, cause)
  const meeting = { id: 1, start_url: 'https://zoom.us/s/1?zak=abc' }
  assert.equal(new ZoomError('start_shifted', 'x', { meeting }).details.meeting, meeting)
})

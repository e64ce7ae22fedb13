import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { startSignedCalls } from '../../test/signed-calls.ts'
import { createJournal } from './journal.ts'
import { maskValue } from './mask.ts'

const weekly = { topic: 'Weekly', duration: 60, password: 'hush4me', settings: { waiting_room: true } }

test('the journal tells what was asked and answered, without a secret', async () => {
  await using zoom = await startSignedCalls()
  const { journal } = zoom.emulator.control
  await zoom.send('POST', '/users/me/meetings?note=a&tk=hush4me', weekly)
  await zoom.send('GET', '/meetings/1')
  const [token, create, missing] = journal.list()
  assert.equal(token?.operation, 'POST /oauth/token')
  assert.deepEqual([create?.number, create?.operation, create?.status], [2, 'POST /users/{userId}/meetings', 201])
  assert.deepEqual(
    [create?.at, create?.account_id, create?.client_id],
    ['2026-11-22T04:00:00.000Z', 'demo-account', 'demo-client'],
  )
  assert.deepEqual(create?.query, { note: 'a', tk: '***' })
  assert.deepEqual(create?.body, { ...weekly, password: '***' })
  assert.equal(create?.headers.authorization, 'Bearer ***')
  assert.ok(create !== undefined && create.duration_ms !== undefined && create.duration_ms >= 0)
  assert.deepEqual([missing?.status, missing?.answer], [404, { code: 3001, message: 'Meeting does not exist: 1.' }])
  const text = JSON.stringify(journal.list())
  for (const secret of ['hush4me', 'demo-secret', 'eyJ'])
    assert.ok(!text.includes(secret), `${secret} stands in the journal`)
  assert.match(text, /"join_url":"http[^"]*\?pwd=\*\*\*"/)
})

test('only the last requests are kept, and none where the size is 0', () => {
  const numbers = (size: number) => {
    const journal = createJournal(size, () => 0)
    for (let sent = 0; sent < 5; sent++)
      journal.keep(journal.open(new Request('http://localhost/v2/users'), '/v2/users'))
    return journal.entries().map(({ number }) => number)
  }
  assert.deepEqual(numbers(3), [3, 4, 5])
  assert.deepEqual(numbers(9), [1, 2, 3, 4, 5])
  assert.deepEqual(numbers(0), [])
})

test('no text under a name of a secret is ever shown', () => {
  const names = [
    'password',
    'h323_password',
    'client_secret',
    'access_token',
    'zak',
    'host_key',
    'passcode',
    'pwd',
    'tk',
  ]
  fc.assert(
    fc.property(fc.constantFrom(...names), fc.string({ minLength: 1 }), fc.boolean(), (name, secret, isDeep) => {
      const value = isDeep ? { a: [{ [name]: secret }] } : { [name]: [secret] }
      const shown = JSON.stringify(maskValue(value))
      assert.equal(shown, isDeep ? `{"a":[{"${name}":"***"}]}` : `{"${name}":["***"]}`)
    }),
  )
})

test('verify finds calls by operation, part of the body and query', async () => {
  await using zoom = await startSignedCalls()
  const { verify } = zoom.emulator.control.journal
  await zoom.send('POST', '/users/me/meetings', weekly)
  await zoom.send('POST', '/users/me/meetings', weekly)
  await zoom.send('GET', '/users/me/meetings?page_size=30')
  const operation = 'POST /users/{userId}/meetings'
  assert.deepEqual(verify({ operation, times: 2, body: { settings: { waiting_room: true } } }), { ok: true, times: 2 })
  assert.deepEqual(verify({ operation, status: 201 }), { ok: true, times: 2 })
  assert.deepEqual(verify({ operation: 'GET *', query: { page_size: 30 } }), { ok: true, times: 1 })
  assert.deepEqual(verify({ operation: 'DELETE *', times: 0 }), { ok: true, times: 0 })
})

test('what verify did not find it tells with what came nearest, field by field', async () => {
  await using zoom = await startSignedCalls()
  const { verify } = zoom.emulator.control.journal
  await zoom.send('POST', '/users/me/meetings', { topic: 'Other', duration: 30 })
  await zoom.send('POST', '/users/me/meetings', weekly)
  const verdict = verify({
    operation: 'POST /users/{userId}/meetings',
    times: 1,
    body: { topic: 'Weekly', duration: 45, password: 'another' },
  })
  assert.ok(!verdict.ok)
  assert.equal(
    verdict.message,
    [
      'POST /users/{userId}/meetings with this body was called never, not once.',
      '  request 3, /v2/users/me/meetings: body.duration: 60 instead of 45; body.password: another value',
      '  request 2, /v2/users/me/meetings: body.topic: "Other" instead of "Weekly"; body.duration: 30 instead of 45; body.password: nothing instead of "***"',
    ].join('\n'),
  )
  const none = verify({ operation: 'DELETE /meetings/{meetingId}' })
  assert.match(
    none.ok ? '' : none.message,
    /was called never, not at least once\.\n {2}Called were: POST \/oauth\/token, POST/,
  )
})

test('a call that cannot be read is refused with the field', async () => {
  await using zoom = await startSignedCalls()
  const { verify } = zoom.emulator.control.journal
  assert.throws(() => verify({ operation: 'POST /user/{userId}/meetings' }), {
    code: 'input_invalid',
    message: /did you mean "POST \/users/,
  })
  assert.throws(() => verify({ operation: '*', times: -1 }), { message: 'times: -1 is not a whole number from 0 on' })
})

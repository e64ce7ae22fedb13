import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startZoom, type TestZoom } from '../../test/start-zoom.ts'
import { createReceiver, secretToken } from '../../test/webhook-receiver.ts'

const url = 'https://hooks.example.com/zoom'

async function control({ emulator }: TestZoom, method: string, path: string, body?: object) {
  const answer = await fetch(`${emulator.url}/_emulator/webhooks${path}`, {
    method,
    headers: { 'x-convene': '1', 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  })
  const text = await answer.text()
  return { status: answer.status, body: text === '' ? undefined : JSON.parse(text) }
}

test('a program in any language subscribes, disturbs, reads, sends again, checks and ends', async () => {
  const receiver = createReceiver()
  await using zoom = await startZoom({ deliver: receiver.deliver })
  const made = await control(zoom, 'POST', '', { url, secret_token: secretToken, events: ['meeting.*'] })
  assert.equal(made.status, 201)
  assert.deepEqual([made.body.url, made.body.client_id, made.body.events], [url, 'demo-client', ['meeting.*']])
  assert.equal((await control(zoom, 'POST', '/disturb', { effect: 'delay', delay_ms: 5_000 })).status, 204)
  assert.deepEqual((await control(zoom, 'GET', '')).body.disturbances, [{ effect: 'delay', delay_ms: 5_000 }])

  receiver.answer(500)
  await zoom.create({})
  await zoom.emulator.clock.advance(5_000)
  const [delivery] = (await control(zoom, 'GET', '')).body.deliveries
  assert.deepEqual([delivery.state, delivery.attempts.length], ['waiting', 1])
  assert.equal(delivery.next_attempt_at, '2026-11-22T04:05:05Z')
  assert.equal(JSON.parse(delivery.body).event, 'meeting.created')

  receiver.answer(204)
  const tried = await control(zoom, 'POST', `/deliveries/${delivery.id}/retry`)
  assert.deepEqual([tried.body.state, tried.body.attempts[1].by_hand], ['delivered', true])
  receiver.answer(500)
  assert.match((await control(zoom, 'POST', `/${made.body.id}/check`)).body.check_problem, /answered 500/)
  assert.equal((await control(zoom, 'DELETE', `/${made.body.id}`)).status, 204)
  assert.deepEqual((await control(zoom, 'GET', '')).body.subscriptions, [])
})

const refused: { path: string; body?: object; status: number; message: RegExp }[] = [
  { path: '', body: {}, status: 400, message: /^url: / },
  { path: '', body: { url: 'nowhere' }, status: 400, message: /no address/ },
  { path: '', body: { url, secret_token: 'another' }, status: 400, message: /failed the check/ },
  { path: '/disturb', body: { effect: 'explode' }, status: 400, message: /^effect: / },
  { path: '/nobody/check', status: 404, message: /There is no "nobody"/ },
  { path: '/deliveries/nobody/retry', status: 404, message: /There is no "nobody"/ },
]
for (const { path, body, status, message } of refused)
  test(`a call that cannot be done is refused in words: POST ${path} ${JSON.stringify(body)}`, async () => {
    await using zoom = await startZoom({ deliver: createReceiver().deliver })
    const answer = await control(zoom, 'POST', path, body)
    assert.equal(answer.status, status)
    assert.match(answer.body.message, message)
  })

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { signIn, startSignedCalls } from '../../../test/signed-calls.ts'
import type { RunningEmulator } from '../../index.ts'

/** Sends a call whose body comes only when `send` is called. */
async function beginCall(
  emulator: RunningEmulator,
  [method, path]: readonly [method: string, path: string],
  request: Request,
): Promise<{ send(): Promise<Response> }> {
  const bytes = await request.bytes()
  const { promise: mayCome, resolve } = Promise.withResolvers<void>()
  const body = new ReadableStream({
    async pull(controller) {
      await mayCome
      controller.enqueue(bytes)
      controller.close()
    },
  })
  const headers = {
    authorization: await signIn(emulator),
    'content-type': request.headers.get('content-type') ?? '',
  }
  const answer = emulator.fetch(`${emulator.url}/v2${path}`, { method, headers, body, duplex: 'half' })
  return {
    send() {
      resolve()
      return answer
    },
  }
}

const json = (body: object) => new Request('http://a.test', { method: 'POST', body: JSON.stringify(body) })

test('two changes of a user at the same time both hold', async () => {
  await using calls = await startSignedCalls()
  const slow = await beginCall(calls.emulator, ['PATCH', '/users/me'], json({ dept: 'Stage' }))
  assert.equal((await calls.send('PATCH', '/users/me', { first_name: 'Olga' })).status, 204)
  assert.equal((await slow.send()).status, 204)
  const user = (await (await calls.send('GET', '/users/me')).json()) as Record<string, string>
  assert.deepEqual([user.first_name, user.dept], ['Olga', 'Stage'])
})

test('two changes of an account at the same time both hold', async () => {
  await using calls = await startSignedCalls()
  const change = (name: string) => ({ schedule_meeting: { [name]: true } })
  const path = '/accounts/me/settings'
  const slow = await beginCall(calls.emulator, ['PATCH', path], json(change('host_video')))
  assert.equal((await calls.send('PATCH', path, change('join_before_host'))).status, 204)
  assert.equal((await slow.send()).status, 204)
  const { schedule_meeting: settings } = (await (await calls.send('GET', path)).json()) as {
    schedule_meeting: Record<string, boolean>
  }
  assert.deepEqual([settings.host_video, settings.join_before_host], [true, true])
})

test('a picture that takes its time undoes no change made meanwhile', async () => {
  await using calls = await startSignedCalls()
  const form = new FormData()
  form.set('pic_file', new File([Uint8Array.of(0xff, 0xd8, 0xff, 0)], 'a.jpg'))
  const picture = new Request('http://a.test', { method: 'POST', body: form })
  const slow = await beginCall(calls.emulator, ['POST', '/users/me/picture'], picture)
  assert.equal((await calls.send('PATCH', '/users/me', { dept: 'Stage' })).status, 204)
  assert.equal((await slow.send()).status, 201)
  const user = (await (await calls.send('GET', '/users/me')).json()) as Record<string, string>
  assert.equal(user.dept, 'Stage')
  assert.ok(user.pic_url)
})

test('who is deleted before the body has come gets no meeting', async () => {
  await using calls = await startSignedCalls()
  const slow = await beginCall(calls.emulator, ['POST', '/users/mei@example.com/meetings'], json({ topic: 'Late' }))
  assert.equal((await calls.send('DELETE', '/users/mei@example.com?action=delete')).status, 204)
  assert.equal((await slow.send()).status, 404)
})

import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { signIn } from '../test/signed-calls.ts'
import { startEmulator } from './index.ts'

const program = fileURLToPath(new URL('../test/print-history.ts', import.meta.url))
const play = (TZ: string) =>
  execFileSync(process.execPath, [program], { encoding: 'utf8', env: { ...process.env, TZ } }).split('\n')

test('the same calls on a seeded emulator give the same answers, headers, webhooks and journal, byte for byte, in any process', () => {
  const first = play('UTC')
  assert.ok(first.length > 80)
  assert.deepEqual(play('Asia/Tokyo'), first)
})

test('a seeded emulator begins again with a reset, an isolated account too: token, meeting and headers are the same once more', async () => {
  await using emulator = await startEmulator({ listen: false, randomSeed: 1 })
  for (const zoom of [emulator, await emulator.control.accounts.create({ name: 'ann', randomSeed: 1 })]) {
    const first = async () => {
      await zoom.clock.freeze('2026-12-17T10:00:00Z')
      const headers = { authorization: await signIn(zoom) }
      const answer = await zoom.fetch(`${zoom.url}/v2/users/me/meetings`, {
        method: 'POST',
        headers,
        body: '{"type":2}',
      })
      assert.equal(answer.status, 201)
      return [headers, [...answer.headers], await answer.text()]
    }
    const before = await first()
    zoom.control.reset()
    assert.deepEqual(await first(), before)
  }
})

test('without a socket an emulator has an address that no fetch goes to, and answers by its own fetch', async () => {
  await using zoom = await startEmulator({ listen: false })
  assert.equal(zoom.url, 'http://127.0.0.1:9')
  assert.equal(zoom.env.ZOOM_API_URL, 'http://127.0.0.1:9/v2')
  await assert.rejects(fetch(`${zoom.url}/v2/users/me`), ({ cause }: Error) => /bad port/.test(String(cause)))
  assert.equal((await zoom.fetch('/v2/users/me')).status, 401)
  await assert.rejects(startEmulator({ listen: false, port: 4747 }), { code: 'input_invalid', message: /^port: / })
})

test('a handed-in clock with timers is all the time there is: a webhook leaves when its timer rings, and waits no real second', async () => {
  let now = Date.parse('2026-12-17T10:00:00Z')
  const timers = new Set<{ readonly at: number; readonly ring: () => void }>()
  const clock = {
    now: () => now,
    after(ms: number, ring: () => void) {
      const timer = { at: now + ms, ring }
      timers.add(timer)
      return () => void timers.delete(timer)
    },
  }
  /** Rings what is due within `ms`, soonest first, and lets what follows from it end. */
  const pass = async (ms: number) => {
    const end = now + ms
    for (;;) {
      const [next] = [...timers].filter(({ at }) => at <= end).toSorted((a, b) => a.at - b.at)
      if (!next) break
      timers.delete(next)
      now = next.at
      next.ring()
      for (let turn = 0; turn < 100; turn++) await undefined
    }
    now = end
  }
  // A receiver that never answers.
  const deliver = () => new Promise<Response>(() => {})
  await using zoom = await startEmulator({
    listen: false,
    clock,
    deliver,
    seed: { webhooks: [{ url: 'https://desk.example/', events: ['*'] }] },
  })
  const headers = { authorization: await signIn(zoom) }
  const made = await zoom.fetch('/v2/users/me/meetings', { method: 'POST', headers, body: '{"topic":"Weekly"}' })
  assert.equal(made.status, 201)
  const attempts = () => zoom.control.webhooks.deliveries()[0]?.attempts.map(({ problem }) => problem)
  assert.deepEqual(attempts(), [])
  await pass(2_999)
  assert.deepEqual(attempts(), [])
  await pass(1)
  assert.deepEqual(attempts(), ['there was no answer within 3 seconds'])
  assert.equal(zoom.control.journal.list().at(-1)?.duration_ms, 0)
})

test('worlds that were opened, used and closed leave nothing behind', () => {
  const file = fileURLToPath(new URL('../test/print-world-growth.ts', import.meta.url))
  const bytes = Number(execFileSync(process.execPath, ['--expose-gc', file, '150'], { encoding: 'utf8' }))
  // An emulator that is kept has more than 100,000; the rest is code that gets warm.
  assert.ok(bytes < 20_000, `${bytes} bytes each`)
})

/** Plays one long history on an emulator without a socket, and prints all that came out of it, for a test that plays it twice. */

import { startSignedCalls } from './signed-calls.ts'
import { testNow } from './start-zoom.ts'
import { createReceiver, secretToken } from './webhook-receiver.ts'

/** Time that stands still, and timers that never ring: what is due happens when the emulator's clock is moved. */
const clock = { now: () => Date.parse(testNow), after: () => () => {} }
const receiver = createReceiver()
const webhooks = [{ url: 'https://desk.example/zoom', events: ['*'], secret_token: secretToken }]
await using calls = await startSignedCalls({
  listen: false,
  randomSeed: 4,
  clock,
  deliver: receiver.deliver,
  seed: { webhooks },
  switches: { limits: 'all' },
})
const { control, url, env } = calls.emulator
const printed: unknown[] = [url, env]

async function call(method: string, path: string, body?: object) {
  try {
    const answer = await calls.send(method, path, body)
    const text = await answer.text()
    printed.push([answer.status, [...answer.headers], text])
    return text === '' ? {} : JSON.parse(text)
  } catch (error) {
    printed.push(String(error))
    return {}
  }
}

const start_time = '2026-12-17T18:00:00'
const single = { topic: 'Weekly', start_time, timezone: 'Asia/Taipei', duration: 60 }
const series = { ...single, type: 8, recurrence: { type: 2, weekly_days: '6', end_times: 5 } }

async function play() {
  const { id } = await call('POST', '/users/me/meetings', single)
  await call('POST', '/users/me/meetings', { ...series, settings: { approval_type: 1, registration_type: 1 } })
  const { id: open } = await call('POST', '/users/mei@example.com/meetings', {
    ...single,
    settings: { approval_type: 0 },
  })
  await call('POST', `/meetings/${open}/registrants`, { email: 'ann@example.com', first_name: 'Ann' })
  await call('GET', '/users/me/meetings?type=scheduled&page_size=1')
  await call('GET', `/meetings/${id}`)
  await call('GET', `/meetings/${id}/invitation`)
  await call('PATCH', `/meetings/${id}`, { topic: 'Moved', start_time: '2026-12-18T18:00:00' })
  await call('POST', `/meetings/${id}/invite_links`, { attendees: [{ name: 'Zoë' }], ttl: 3600 })
  const create = 'POST /users/{userId}/meetings'
  control.faults.add({ operation: create, cut: true, effect: 'done', chance: 0.3, seed: 7 })
  control.faults.add({ operation: create, status: 503, effect: 'late', late_ms: 30_000, chance: 0.3, seed: 8 })
  control.faults.add({ operation: create, list_lag_ms: 60_000, cut: 40, chance: 0.5, seed: 9 })
  control.webhooks.disturb({ effect: 'swap', event: 'meeting.created', times: 2 })
  for (let round = 0; round < 30; round++) {
    await call('POST', '/users/nora@example.com/meetings', { ...single, topic: `Room ${round}` })
    if (round % 5 === 0) await control.clock.advance(1_100)
  }
  receiver.answer(503)
  await control.clock.advance(40_000)
  receiver.answer(200)
  await call('GET', '/users/nora@example.com/meetings?page_size=300')
  control.life.start(open)
  control.life.join(open, { name: 'Ann', email: 'ann@example.com' })
  await control.clock.advance(20 * 60_000)
  control.life.end(open)
  await control.clock.advance(20 * 60_000)
  await call('GET', `/past_meetings/${open}/participants`)
  await call('DELETE', `/meetings/${id}`)
  await call('GET', `/meetings/${id}`)
  await control.clock.advance(2 * 3_600_000)
  await call('GET', '/users/me')
  printed.push(receiver.received.splice(0).map(({ headers, text }) => [[...headers], text]))
  printed.push(control.webhooks.deliveries(), control.limits(), control.faults.list(), control.journal.list())
}

await play()
printed.push('again, after a reset')
control.reset()
await control.clock.freeze(testNow)
await play()
for (const one of printed) console.log(JSON.stringify(one))

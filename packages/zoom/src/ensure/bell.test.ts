import assert from 'node:assert/strict'
import { getEventListeners } from 'node:events'
import { test } from 'node:test'
import { now } from '../../test/records.ts'
import { createShelf } from '../../test/shelf.ts'
import { createBell } from './bell.ts'

test('a bell wakes all who wait; a wait ends also by time and by its signal, and leaves nothing behind', async () => {
  const { time, ambient } = createShelf()
  const bell = createBell(ambient)
  const controller = new AbortController()
  const ends: number[] = []
  const wait = async (ms: number, signal?: AbortSignal) => {
    await bell.wait(ms, signal)
    ends.push(time.now() - now)
  }
  const ringing = time.wait(50).then(() => bell.ring())
  const waits = Promise.all([wait(10), wait(1000), wait(1000, controller.signal), ringing])
  await time.run(waits)
  assert.deepEqual(ends, [10, 50, 50])
  const aborting = time.wait(5).then(() => controller.abort())
  await time.run(Promise.all([wait(1000, controller.signal), aborting]))
  await time.run(wait(1000, controller.signal))
  assert.deepEqual(ends.slice(3), [55, 55])
  assert.equal(getEventListeners(controller.signal, 'abort').length, 0)
})

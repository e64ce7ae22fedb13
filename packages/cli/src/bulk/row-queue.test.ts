import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createRowQueue } from './row-queue.ts'

const rows = (...names: string[]) => names.map((name) => ({ name, host: name.slice(0, 1) }))

test('hosts take turns', () => {
  const queue = createRowQueue(rows('a1', 'a2', 'a3', 'b1', 'c1'))
  const order = Array.from({ length: 6 }, () => queue.take(0)?.name)
  assert.deepEqual(order, ['a1', 'b1', 'c1', 'a2', 'a3', undefined])
  assert.equal(queue.nextAt(), undefined)
})

test('a host whose limit is reached rests, and holds up nobody else', () => {
  const queue = createRowQueue(rows('a1', 'a2', 'b1', 'b2'))
  const first = queue.take(0)
  assert.ok(first)
  queue.putBack(first, 1000)
  assert.deepEqual([queue.take(0)?.name, queue.take(0)?.name, queue.take(0)?.name], ['b1', 'b2', undefined])
  assert.equal(queue.nextAt(), 1000)
  assert.deepEqual([queue.take(1000)?.name, queue.take(1000)?.name], ['a1', 'a2'])
})

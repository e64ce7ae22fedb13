import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { createQueue, mostOvertakings, type Queue } from './queue.ts'

const all = () => true

/** Takes the next call, as the pump does while nothing is in the way. */
function takeNext(queue: Queue<string>): string | undefined {
  for (const group of queue.inOrder())
    for (const lane of group.awake.slice(0, 1)) {
      const [waiter] = lane.waiters
      queue.served(group, lane, all)
      return waiter?.call
    }
  return undefined
}
const takeAll = (queue: Queue<string>) => {
  const taken: string[] = []
  for (let call = takeNext(queue); call !== undefined; call = takeNext(queue)) taken.push(call)
  return taken
}

test('hosts take turns, whoever asked for more', () => {
  const queue = createQueue<string>()
  for (const [host, count] of Object.entries({ mei: 4, kenji: 2, lars: 1 }))
    for (let i = 1; i <= count; i++) queue.add('create', host, 1, `${host}${i}`)
  assert.deepEqual(takeAll(queue), ['mei1', 'kenji1', 'lars1', 'mei2', 'kenji2', 'mei3', 'mei4'])
})

test('a person goes before a sweep, and the sweep still comes after every nine', () => {
  const queue = createQueue<string>()
  for (let i = 0; i < 5; i++) queue.add('sweep', undefined, 2, 'sweep')
  for (let i = 0; i < 20; i++) queue.add('create', undefined, 0, 'person')
  const taken = takeAll(queue)
  assert.deepEqual(taken.slice(0, 9), Array(9).fill('person'))
  assert.deepEqual([taken.indexOf('sweep'), taken.indexOf('sweep', 10)], [9, 19])
})

test('a call that was given up leaves no gap, and its host no lane', () => {
  const queue = createQueue<string>()
  const gone = queue.add('create', 'mei', 1, 'mei1')
  queue.add('create', 'mei', 1, 'mei2')
  const alone = queue.add('create', 'lars', 1, 'lars1')
  queue.giveUp(queue.groupOf('create', 1), gone)
  queue.giveUp(queue.groupOf('create', 1), alone)
  assert.equal(queue.waiting(), 1)
  assert.deepEqual(takeAll(queue), ['mei2'])
  assert.deepEqual(queue.groupOf('create', 1).awake, [])
})

test('a host that sleeps is passed over until it wakes', () => {
  const queue = createQueue<string>()
  for (const host of ['mei', 'lars']) queue.add('create', host, 1, host)
  const group = queue.groupOf('create', 1)
  const [lane] = group.awake
  assert.ok(lane)
  queue.sleep(group, lane, 5000)
  assert.equal(queue.wakesAt(), 5000)
  assert.deepEqual(takeAll(queue), ['lars'])
  queue.wake(5000)
  assert.deepEqual(takeAll(queue), ['mei'])
})

test('whatever waits, all of it goes once, no group is overtaken for ever, and calls of one host keep their order', () => {
  const call = fc.record({
    key: fc.constantFrom('create', 'update', 'list'),
    host: fc.constantFrom('a', 'b', undefined),
    rank: fc.nat(2),
  })
  fc.assert(
    fc.property(fc.array(call, { maxLength: 120 }), (calls) => {
      const queue = createQueue<string>()
      for (const [index, { key, host, rank }] of calls.entries())
        queue.add(key, host, rank, `${rank} ${key} ${host} ${index}`)
      const taken = takeAll(queue)
      assert.equal(new Set(taken).size, calls.length)
      const kinds = Map.groupBy(taken, (one) => one.split(' ').slice(0, 3).join(' '))
      for (const ones of kinds.values())
        assert.deepEqual(
          ones,
          ones.toSorted((a, b) => Number(a.split(' ')[3]) - Number(b.split(' ')[3])),
        )
      // While it waits, each of the at most nine groups goes at least once in so many turns.
      const groups = Map.groupBy(taken.entries().toArray(), ([, one]) => one.split(' ').slice(0, 2).join(' '))
      for (const places of groups.values())
        for (const [index, [place]] of places.entries())
          assert.ok(place - (places[index - 1]?.[0] ?? -1) <= mostOvertakings + 9)
    }),
  )
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { createDueList, type Due } from './timers.ts'

test('what is due comes soonest first, of one instant in the order of asking, whatever is called off meanwhile', () => {
  const step = fc.oneof(
    { weight: 3, arbitrary: fc.record({ add: fc.integer({ min: 0, max: 20 }) }) },
    { weight: 1, arbitrary: fc.record({ remove: fc.nat() }) },
    { weight: 1, arbitrary: fc.constant({ take: true }) },
  )
  fc.assert(
    fc.property(fc.array(step, { maxLength: 300 }), (steps) => {
      const list = createDueList()
      let plain: Due[] = []
      for (const one of steps) {
        if ('add' in one) {
          const due = { instant: one.add, run: () => undefined }
          list.add(due)
          plain.push(due)
        } else {
          const gone = 'remove' in one ? plain[one.remove % plain.length] : list.first
          if (gone) list.remove(gone)
          plain = plain.filter((due) => due !== gone)
        }
        assert.equal(list.first, plain.toSorted((a, b) => a.instant - b.instant)[0])
      }
      list.clear()
      assert.equal(list.first, undefined)
    }),
    { numRuns: 200 },
  )
})

test('a hundred thousand things wait and are called off in no time', () => {
  const list = createDueList()
  const dues = Array.from({ length: 100_000 }, (_, place) => ({ instant: (place * 7919) % 100_003, run: () => place }))
  const before = process.cpuUsage()
  for (const due of dues) list.add(due)
  for (const due of dues.slice(0, 99_000)) list.remove(due)
  let last = -1
  for (let due = list.first; due; due = list.first) {
    assert.ok(due.instant >= last)
    last = due.instant
    list.remove(due)
  }
  const { user, system } = process.cpuUsage(before)
  assert.ok(user + system < 2_000_000, `${user + system} µs`)
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rowsInSight, stackRows } from './visible-rows.ts'

test('of two hundred rows only those in sight are drawn, and a few beside them', () => {
  const rows = stackRows(Array.from({ length: 200 }, (_, index) => (index % 10 === 0 ? 88 : 44)))
  assert.equal(rows.height, 20 * 88 + 180 * 44)

  const window = rowsInSight(rows, 2000, 2600)

  const drawn = rows.tops.slice(window.first, window.end)
  assert.ok((drawn[0] ?? Infinity) < 2000)
  assert.ok((rows.tops[window.end] ?? 0) > 2600)
  assert.ok(window.end - window.first < 25, String(window.end - window.first))
})

test('the first and the last row are drawn at the ends, and nothing of no rows', () => {
  const rows = stackRows([40, 40, 40])
  assert.deepEqual(rowsInSight(rows, 0, 500), { first: 0, end: 3 })
  assert.deepEqual(rowsInSight(stackRows([]), 0, 500), { first: 0, end: 0 })
})

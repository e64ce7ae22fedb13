import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sideBySide } from './side-by-side.ts'

const rows: readonly (readonly [title: string, spans: readonly [number, number][], columns: readonly string[]])[] = [
  [
    'what touches no other has the whole width',
    [
      [0, 10],
      [10, 20],
    ],
    ['1/1', '1/1'],
  ],
  [
    'two at the same time share the width',
    [
      [0, 10],
      [5, 15],
    ],
    ['1/2', '2/2'],
  ],
  [
    'a place that is free again is taken again',
    [
      [0, 10],
      [0, 4],
      [5, 9],
    ],
    ['1/2', '2/2', '2/2'],
  ],
  [
    'a later group is as wide as it needs',
    [
      [0, 10],
      [2, 4],
      [20, 30],
    ],
    ['1/2', '2/2', '1/1'],
  ],
  [
    'three at once',
    [
      [0, 9],
      [1, 9],
      [2, 9],
    ],
    ['1/3', '2/3', '3/3'],
  ],
]

for (const [title, spans, columns] of rows)
  test(title, () => {
    const placed = sideBySide(spans.map(([from, to]) => ({ from, to })))
    assert.deepEqual(
      placed.map(({ column, of }) => `${column + 1}/${of}`),
      columns,
    )
  })

test('no two in one column overlap', () => {
  const spans = Array.from({ length: 200 }, (_, index) => {
    const from = (index * 37) % 1000
    return { from, to: from + 10 + ((index * 13) % 90) }
  })
  const placed = sideBySide(spans)
  for (const a of placed)
    for (const b of placed)
      if (a !== b && a.column === b.column) assert.ok(a.item.to <= b.item.from || b.item.to <= a.item.from)
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type ArrowKey, firstPlace, goTo } from './go-to.ts'

const span = (from: number, to: number) => ({ from, to })
const lines = [[span(0, 10), span(10, 20), span(30, 40)], [], [span(5, 12), span(12, 50)], [span(100, 110)]]

const moves: readonly (readonly [from: readonly [number, number], key: ArrowKey, to: readonly [number, number]])[] = [
  [[0, 0], 'ArrowRight', [0, 1]],
  [[0, 2], 'ArrowRight', [0, 2]],
  [[0, 0], 'ArrowLeft', [0, 0]],
  [[0, 0], 'End', [0, 2]],
  [[0, 2], 'Home', [0, 0]],
  [[0, 0], 'ArrowDown', [2, 0]],
  [[0, 2], 'ArrowDown', [2, 1]],
  [[2, 1], 'ArrowUp', [0, 1]],
  [[2, 1], 'ArrowDown', [3, 0]],
  [[3, 0], 'ArrowDown', [3, 0]],
  [[0, 1], 'ArrowUp', [0, 1]],
]
for (const [[line, index], key, [toLine, toIndex]] of moves)
  test(`${key} leads from ${line}.${index} to ${toLine}.${toIndex}`, () => {
    assert.deepEqual(goTo(lines, { line, index }, key), { line: toLine, index: toIndex })
  })

test('on the way through lines the time is kept at which it began', () => {
  const day = [[span(0, 10), span(10, 11)], [span(0, 24)]]
  const down = goTo(day, { line: 0, index: 1 }, 'ArrowDown', 10)
  assert.deepEqual(down, { line: 1, index: 0 })
  assert.deepEqual(goTo(day, down, 'ArrowUp', 10), { line: 0, index: 1 })
})

test('the first place is in the first line that holds anything', () => {
  assert.deepEqual(firstPlace([[], [span(1, 2)]]), { line: 1, index: 0 })
  assert.equal(firstPlace([[], []]), undefined)
})

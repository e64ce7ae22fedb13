import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseTimeSpan } from './time-span.ts'

const rows: readonly (readonly [text: string, ms: number])[] = [
  ['500ms', 500],
  ['2s', 2_000],
  ['1.5s', 1_500],
  ['30m', 1_800_000],
  ['2h', 7_200_000],
  ['1h30m', 5_400_000],
  ['1H 30M', 5_400_000],
  ['7d', 604_800_000],
]
for (const [text, ms] of rows) test(`${text} is ${ms} ms`, () => assert.equal(parseTimeSpan('advance', text), ms))

for (const text of ['', '2', 'h', '2 weeks', '2h tomorrow', '-2h'])
  test(`"${text}" is refused with a form that works`, () => {
    assert.throws(() => parseTimeSpan('--delay', text), { code: 'wrong_value', remedy: /--delay 2h/ })
  })

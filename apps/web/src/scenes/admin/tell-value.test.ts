import assert from 'node:assert/strict'
import { test } from 'node:test'
import { words } from '../../languages/en/admin.ts'
import { createFormats } from '../../time/formats.ts'
import { tellValue } from './tell-value.ts'

const format = createFormats('en', 'UTC', () => Date.parse('2026-12-01T00:00:00Z'))

const rows: readonly (readonly [field: string, value: unknown, says: RegExp])[] = [
  ['topic', 'Weekly', /^Weekly$/],
  ['topic', '', /^None$/],
  ['password', undefined, /^None$/],
  ['start_time', '2026-12-18T10:00:00Z', /Dec 18, 6:00.*Taipei, UTC\+8/],
  ['duration', 90, /1 .*30/],
  [
    'dates',
    [{ date: '2026-12-25' }, { date: '2027-01-01', start: '2027-01-02T18:00' }],
    /2026-12-25 left out.*2027-01-02 18:00/,
  ],
  ['dates', [], /^None$/],
  ['settings', { waiting_room: true }, /waiting_room/],
]
for (const [field, value, says] of rows)
  test(`${field} ${JSON.stringify(value)} is told as ${says}`, () => {
    assert.match(tellValue(field, value, 'Asia/Taipei', words.drift, format), says)
  })

import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Language } from '@convene/booking/contract'
import { createFormats } from './formats.ts'

const from = '2026-12-18T10:00:00Z'
const now = Date.parse('2026-12-17T10:00:00Z')

test('times of a range are written as single times are, in every language', () => {
  for (const language of ['en', 'zh-TW', 'zh-CN', 'ja', 'tr'] satisfies Language[]) {
    const format = createFormats(language, 'Asia/Taipei', () => now)
    for (const to of ['2026-12-18T11:30:00Z', '2026-12-18T17:30:00Z']) {
      const time = format.time(to).replace(/\s?[AP]M$/, '')
      assert.ok(format.hours(from, to).includes(time), `${language}: ${format.hours(from, to)} has ${time}`)
    }
  }
})

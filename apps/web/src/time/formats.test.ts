import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Language } from '@convene/booking/contract'
import { createFormats } from './formats.ts'

const now = Date.parse('2026-12-17T10:00:00Z')

test('times of a range are written as single times are, in every language', () => {
  for (const language of ['en', 'zh-TW', 'zh-CN', 'ja', 'tr'] satisfies Language[]) {
    const format = createFormats(language, 'Asia/Taipei', () => now)
    for (const [from, to] of [
      ['2026-12-18T10:00:00Z', '2026-12-18T11:30:00Z'],
      ['2026-12-18T00:00:00Z', '2026-12-18T01:05:00Z'],
      ['2026-12-18T15:00:00Z', '2026-12-18T17:30:00Z'],
    ] as const) {
      const bare = (text: string): string => text.replaceAll(/\s?[AP]M/g, '')
      const ends = bare(format.hours(from, to)).split(/\s?–\s?/)
      assert.deepEqual(ends, [bare(format.time(from)), bare(format.time(to))], language)
      assert.ok(format.moment(from).endsWith(format.time(from)), `${language}: ${format.moment(from)}`)
    }
  }
})

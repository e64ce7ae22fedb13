import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { type Language, languages } from './language.ts'
import { offsetName, zoneName } from './zone-name.ts'

const names: [Language, string, string][] = [
  ['zh-TW', 'Asia/Taipei', '台北'],
  ['en', 'Asia/Taipei', 'Taipei'],
  ['tr', 'Europe/Istanbul', 'İstanbul'],
  ['zh-TW', 'Australia/Sydney', '雪梨'],
  ['zh-CN', 'Australia/Sydney', '悉尼'],
  ['ja', 'UTC', 'UTC'],
  ['en', 'Etc/GMT+5', 'GMT-5'],
]
for (const [language, timeZone, name] of names)
  test(`${language}: ${timeZone} is called ${name}`, () => assert.equal(zoneName(language, timeZone), name))

test('every zone on the list of Zoom has a name in every language, without an id or an offset in it', () => {
  const zones = readFileSync('data/zoom/timezone-ids.txt', 'utf8').trim().split('\n')
  for (const timeZone of zones)
    for (const language of languages)
      assert.match(zoneName(language, timeZone), /^(?:UTC|(?!GMT|UTC)[^/_]+)$/, timeZone)
})

const january = Date.parse('2026-01-15T00:00:00Z')
const offsets: [string, string][] = [
  ['Asia/Taipei', 'GMT+8'],
  ['America/St_Johns', 'GMT-3:30'],
  ['Asia/Kathmandu', 'GMT+5:45'],
  ['Europe/London', 'GMT+0'],
]
for (const [timeZone, offset] of offsets)
  test(`${timeZone} is ${offset} in January`, () => assert.equal(offsetName(timeZone, january), offset))

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseStart } from './start.ts'

const today = '2026-12-31'

const read: Readonly<Record<string, string>> = {
  '2026-12-17 18:00': '2026-12-17T18:00:00',
  '2026-12-17T18:00': '2026-12-17T18:00:00',
  '2026-12-17 9:05': '2026-12-17T09:05:00',
  '2026-12-17T18:00:30': '2026-12-17T18:00:30',
  '2026-12-17T18:00:00Z': '2026-12-17T18:00:00Z',
  '2026-12-17t18:00:00z': '2026-12-17T18:00:00Z',
  '2026-12-17T18:00:00+08:00': '2026-12-17T18:00:00+08:00',
  'today 18:00': '2026-12-31T18:00:00',
  'Tomorrow 07:30': '2027-01-01T07:30:00',
}

for (const [text, iso] of Object.entries(read))
  test(`--start "${text}" is ${iso}`, () => assert.equal(parseStart(text, today), iso))

const mistakes: Readonly<Record<string, readonly [problem: RegExp, example: RegExp]>> = {
  '2026-12-17': [/time of day is missing/, /--start "2026-12-17 18:00"/],
  '18:00': [/date is missing/, /--start "tomorrow 18:00"/],
  '2026-12-17 6pm': [/24-hour form/, /18:00/],
  '17/12/2026 18:00': [/year-month-day/, /2026-12-17/],
  '2026-02-30 18:00': [/2026-02-30 is no date/, /2026-12-17/],
  '2026-12-17 24:00': [/24:00 is no time of day/, /18:00/],
  'next week': [/no date and time/, /2026-12-17 18:00/],
  '': [/no date and time/, /2026-12-17 18:00/],
}

for (const [text, [problem, example]] of Object.entries(mistakes))
  test(`--start "${text}" is refused with what is wrong and a form that works`, () => {
    assert.throws(
      () => parseStart(text, today),
      (error: Error & { remedy?: string }) => {
        assert.match(error.message, problem)
        assert.match(error.remedy ?? '', example)
        return true
      },
    )
  })

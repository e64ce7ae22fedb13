import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dayLine, extraHours } from './day-line.ts'

const days: readonly (readonly [day: string, timeZone: string, extra: number, around: readonly string[]])[] = [
  ['2026-12-20', 'Asia/Taipei', 0, ['00:00', '01:00', '02:00', '03:00', '04:00']],
  ['2026-03-29', 'Europe/Berlin', -1, ['00:00', '01:00', '03:00', '04:00']],
  ['2026-10-25', 'Europe/Berlin', 1, ['00:00', '01:00', '02:00*', '02:00*', '03:00', '04:00']],
  // Clocks that move by half an hour.
  ['2026-04-05', 'Australia/Lord_Howe', 0.5, ['00:00', '01:00', '02:00', '03:00', '04:00']],
  // The clocks skip midnight here.
  ['2026-03-29', 'Asia/Beirut', -1, ['01:00', '02:00', '03:00', '04:00']],
  ['2026-12-20', 'Asia/Kolkata', 0, ['00:00', '01:00', '02:00', '03:00', '04:00']],
]

for (const [day, timeZone, extra, around] of days)
  test(`${day} in ${timeZone} has ${24 + extra} hours, of which each stands where it is`, () => {
    const line = dayLine(day, timeZone)
    assert.equal(extraHours(line), extra)
    const until = line.hours.findIndex(({ wall }) => wall === '05:00')
    assert.deepEqual(
      line.hours.slice(0, until).map(({ wall, isTwice }) => `${wall}${isTwice ? '*' : ''}`),
      around,
    )
    assert.ok(line.hours.every(({ at }) => at >= line.from && at < line.to))
  })

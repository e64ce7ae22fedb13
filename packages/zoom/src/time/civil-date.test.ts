import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import {
  civilFromDays,
  daysFromCivil,
  daysInMonth,
  formatCivilDate,
  parseCivilDate,
  weekdayOfDays,
} from './civil-date.ts'

describe('civil dates', () => {
  it('agree with Temporal on every day from 1000 to 9999', () => {
    const days = fc.integer({ min: -354_285, max: 2_932_896 })
    fc.assert(
      fc.property(days, (count) => {
        const date = Temporal.PlainDate.from('1970-01-01').add({ days: count })
        assert.equal(formatCivilDate(count), date.toString())
        assert.deepEqual(civilFromDays(count), { year: date.year, month: date.month, day: date.day })
        assert.equal(daysFromCivil(date.year, date.month, date.day), count)
        assert.equal(parseCivilDate(date.toString()), count)
        assert.equal(weekdayOfDays(count), date.dayOfWeek % 7)
        assert.equal(daysInMonth(date.year, date.month), date.daysInMonth)
      }),
      { numRuns: 500 },
    )
  })

  for (const text of [
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '2026-4-1',
    '26-04-01',
    '2026/04/01',
    '2026-04-01 ',
    '',
  ])
    it(`does not read ${JSON.stringify(text)}`, () => assert.equal(parseCivilDate(text), undefined))
})

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import type { Recurrence } from './recurrence.ts'
import { daysOfRule } from './rule-dates.ts'
import { weekdayFromNumber, weekdays } from './weekday.ts'

const end = { count: 1 }
const first = (rule: Recurrence, start: string, count: number): string[] =>
  daysOfRule(rule, Temporal.PlainDate.from(start))
    [Symbol.iterator]()
    .take(count)
    .map((day) => String(day))
    .toArray()

describe('the days of a rule', () => {
  const rows: [string, Recurrence, string, string[]][] = [
    ['every third day', { freq: 'daily', interval: 3, end }, '2026-12-30', ['2026-12-30', '2027-01-02', '2027-01-05']],
    [
      'a start that is no such weekday: the next one',
      { freq: 'weekly', interval: 2, byDay: ['friday'], end },
      '2026-12-05',
      ['2026-12-11', '2026-12-25'],
    ],
    [
      'two days of every second week: weeks begin on Sunday',
      { freq: 'weekly', interval: 2, byDay: ['saturday', 'sunday'], end },
      '2026-12-05',
      ['2026-12-05', '2026-12-13', '2026-12-19', '2026-12-27'],
    ],
    [
      'the 31st, which short months do not have',
      { freq: 'monthly', interval: 1, by: { monthDay: 31 }, end },
      '2026-12-31',
      ['2026-12-31', '2027-01-31', '2027-03-31'],
    ],
    [
      'the 29th of February',
      { freq: 'monthly', interval: 12, by: { monthDay: 29 }, end },
      '2028-02-29',
      ['2028-02-29', '2032-02-29'],
    ],
    [
      'the second Tuesday, begun after it',
      { freq: 'monthly', interval: 1, by: { week: 2, weekday: 'tuesday' }, end },
      '2026-12-09',
      ['2027-01-12', '2027-02-09'],
    ],
    [
      'the last Monday',
      { freq: 'monthly', interval: 1, by: { week: -1, weekday: 'monday' }, end },
      '2026-12-29',
      ['2027-01-25', '2027-02-22', '2027-03-29'],
    ],
  ]
  for (const [name, rule, start, days] of rows) it(name, () => assert.deepEqual(first(rule, start, days.length), days))

  it('are those that a walk through the calendar finds', () => {
    const start = fc.integer({ min: 0, max: 20_000 }).map((days) => Temporal.PlainDate.from('1990-01-01').add({ days }))
    fc.assert(
      fc.property(anyRule, start, (rule, from) => {
        assert.deepEqual(first(rule, String(from), 4), walk(rule, from, 4))
      }),
      { numRuns: 60 },
    )
  })
})

const anyWeekday = fc.constantFrom(...weekdays)
const anyRule: fc.Arbitrary<Recurrence> = fc.oneof(
  fc.record({ freq: fc.constant('daily' as const), interval: fc.integer({ min: 1, max: 99 }), end: fc.constant(end) }),
  fc.record({
    freq: fc.constant('weekly' as const),
    interval: fc.integer({ min: 1, max: 9 }),
    byDay: fc.uniqueArray(anyWeekday, { minLength: 1 }),
    end: fc.constant(end),
  }),
  fc.record({
    freq: fc.constant('monthly' as const),
    interval: fc.integer({ min: 1, max: 10 }),
    by: fc.oneof(
      fc.record({ monthDay: fc.integer({ min: 1, max: 31 }) }),
      fc.record({ week: fc.constantFrom(1, 2, 3, 4, -1), weekday: anyWeekday }),
    ),
    end: fc.constant(end),
  }),
)

/** Asks of each day whether it fits: slow, and written without the arithmetic that is tested. */
function walk(rule: Recurrence, start: Temporal.PlainDate, count: number): string[] {
  const found: Temporal.PlainDate[] = []
  for (let day = start; found.length < count; day = day.add({ days: 1 }))
    if (fits(rule, day, found[0] ?? day)) found.push(day)
  return found.map(String)
}

function fits(rule: Recurrence, day: Temporal.PlainDate, begin: Temporal.PlainDate): boolean {
  if (rule.freq === 'daily') return begin.until(day).days % rule.interval === 0
  const weekday = weekdayFromNumber(day.dayOfWeek)
  if (rule.freq === 'weekly') {
    const sunday = (one: Temporal.PlainDate) => one.subtract({ days: one.dayOfWeek % 7 })
    return rule.byDay.includes(weekday) && (sunday(begin).until(sunday(day)).days / 7) % rule.interval === 0
  }
  const months = begin.with({ day: 1 }).until(day.with({ day: 1 }), { largestUnit: 'month' }).months
  if (months % rule.interval !== 0) return false
  if ('monthDay' in rule.by) return day.day === rule.by.monthDay
  if (rule.by.weekday !== weekday) return false
  return rule.by.week === -1 ? day.add({ weeks: 1 }).month !== day.month : rule.by.week === Math.ceil(day.day / 7)
}

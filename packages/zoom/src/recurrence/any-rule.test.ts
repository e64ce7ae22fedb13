import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import ICAL from 'ical.js'
import { formatCivilDate } from '../time/civil-date.ts'
import { everyDays, everyMonths, everyWeeks } from './every.ts'
import { expandRecurrence } from './expand.ts'
import { rruleFromRecurrence } from './rrule.ts'
import { type MonthlyRule, type RecurrenceEnd, type RecurrenceRule, type WeeklyRule, weeksOfMonth } from './rule.ts'
import { weekdays } from './weekday.ts'
import { recurrenceFromZoom, recurrenceToZoom } from './zoom.ts'

const anyCount: fc.Arbitrary<RecurrenceEnd> = fc.integer({ min: 1, max: 60 }).map((count) => ({ count }))
const anyUntil: fc.Arbitrary<RecurrenceEnd> = fc
  .integer({ min: 20_000, max: 25_000 })
  .map((days) => ({ until: formatCivilDate(days) }))
const anyWeekday = fc.constantFrom(...weekdays)
const anyDays = fc.uniqueArray(anyWeekday, { minLength: 1 })
const anyMonthDay = fc.oneof(
  fc.integer({ min: 1, max: 31 }).map((day) => ({ day })),
  fc.tuple(fc.constantFrom(...weeksOfMonth), anyWeekday).map(([week, weekday]) => ({ [week]: weekday })),
)

function rulesWith(end: fc.Arbitrary<RecurrenceEnd | undefined>): fc.Arbitrary<RecurrenceRule> {
  return fc.oneof(
    fc.tuple(fc.integer({ min: 1, max: 99 }), end).map(([n, its]) => everyDays(n, its)),
    fc.tuple(fc.integer({ min: 1, max: 50 }), anyDays, end).map(([n, days, its]) => everyWeeks(n, days, its)),
    fc.tuple(fc.integer({ min: 1, max: 10 }), anyMonthDay, end).map(([n, on, its]) => everyMonths(n, on, its)),
  )
}

const anyRule: fc.Arbitrary<RecurrenceRule> = rulesWith(fc.oneof(anyCount, anyUntil, fc.constant(undefined)))
const anyRuleWithCount: fc.Arbitrary<RecurrenceRule> = rulesWith(anyCount)
const anyZone = fc.constantFrom(...Intl.supportedValuesOf('timeZone'))
const anyWall = fc
  .integer({ min: Date.UTC(2020) / 60_000, max: Date.UTC(2032) / 60_000 })
  .map((minute) => new Date(minute * 60_000).toISOString().slice(0, 19))

describe('a rule', () => {
  it("is the same after a way through Zoom's object, in every zone and at every time of day", () => {
    const timeOfDay = fc.integer({ min: 0, max: 86_399 }).map((second) => second * 1000)
    fc.assert(
      fc.property(anyRule, anyZone, timeOfDay, (rule, zone, timeOfDayMs) =>
        assert.deepEqual(
          recurrenceFromZoom(recurrenceToZoom(rule, { timeZone: zone }), { timeZone: zone, timeOfDayMs }),
          rule,
        ),
      ),
      { numRuns: 100 },
    )
  })
})

describe('the dates of a series, judged by others', () => {
  it('are those that Temporal finds day by day', () => {
    fc.assert(
      fc.property(anyRuleWithCount, anyZone, anyWall, (rule, timeZone, start) => {
        const count = rule.end && 'count' in rule.end ? Math.min(rule.end.count, 6) : 1
        const { dates } = expandRecurrence({ ...rule, end: { count } }, { start, timeZone })
        assert.deepEqual(
          dates.map(({ utc }) => utc),
          datesByTemporal(rule, start, timeZone, count),
        )
      }),
      { numRuns: 50 },
    )
  })

  it('are those that ical.js reads out of the RRULE, which ends where we end', () => {
    fc.assert(
      fc.property(anyRule, anyWall, (rule, start) => {
        const limit = 10
        const { dates } = tryExpand(rule, start) ?? { dates: [] }
        if (dates[0] === undefined) return
        const iterator = ICAL.Recur.fromString(rruleFromRecurrence(rule, { timeZone: 'UTC' })).iterator(
          ICAL.Time.fromJSDate(new Date(dates[0].instant), true),
        )
        const read: string[] = []
        for (let next = iterator.next(); next && read.length < limit; next = iterator.next())
          read.push(next.toString().slice(0, 19))
        assert.deepEqual(
          read,
          dates.slice(0, limit).map(({ wall }) => wall),
        )
      }),
      { numRuns: 80 },
    )
  })

  it("are the same from the rule and from Zoom's object made of it", () => {
    fc.assert(
      fc.property(anyRuleWithCount, anyZone, anyWall, (rule, timeZone, start) => {
        const { dates } = expandRecurrence(rule, { start, timeZone })
        assert.deepEqual(expandRecurrence(recurrenceToZoom(rule, { timeZone }), { start, timeZone }).dates, dates)
        const until: RecurrenceRule = { ...rule, end: { until: dates.at(-1)?.wall.slice(0, 10) ?? '' } }
        assert.deepEqual(expandRecurrence(recurrenceToZoom(until, { timeZone }), { start, timeZone }).dates, dates)
      }),
      { numRuns: 50 },
    )
  })
})

function tryExpand(rule: RecurrenceRule, start: string): ReturnType<typeof expandRecurrence> | undefined {
  try {
    return expandRecurrence(rule, { start, timeZone: 'UTC' })
  } catch {
    return undefined
  }
}

/** Walks the calendar day by day and asks of each whether it fits: slow, and written without our arithmetic. */
function datesByTemporal(rule: RecurrenceRule, start: string, timeZone: string, count: number): string[] {
  const time = Temporal.PlainDateTime.from(start)
  const found: string[] = []
  let first: Temporal.PlainDate | undefined
  for (let date = time.toPlainDate(); found.length < count; date = date.add({ days: 1 })) {
    if (!fits(rule, date, first ?? date)) continue
    first ??= date
    const instant = date.toPlainDateTime(time.toPlainTime()).toZonedDateTime(timeZone).toInstant()
    found.push(instant.toString({ smallestUnit: 'second' }))
  }
  return found
}

function fits(rule: RecurrenceRule, date: Temporal.PlainDate, first: Temporal.PlainDate): boolean {
  if (rule.every === 'day') return first.until(date, { largestUnit: 'day' }).days % rule.interval === 0
  return rule.every === 'week' ? fitsWeek(rule, date, first) : fitsMonth(rule, date, first)
}

function fitsWeek(rule: WeeklyRule, date: Temporal.PlainDate, first: Temporal.PlainDate): boolean {
  const weekday = weekdays[date.dayOfWeek % 7]
  const sundayOf = (day: Temporal.PlainDate) => day.subtract({ days: day.dayOfWeek % 7 })
  const weeks = sundayOf(first).until(sundayOf(date), { largestUnit: 'week' }).weeks
  return rule.days.some((day) => day === weekday) && weeks % rule.interval === 0
}

function fitsMonth({ on, interval }: MonthlyRule, date: Temporal.PlainDate, first: Temporal.PlainDate): boolean {
  const months = first.with({ day: 1 }).until(date.with({ day: 1 }), { largestUnit: 'month' }).months
  if (months % interval !== 0) return false
  if ('day' in on) return date.day === on.day
  if (weekdays[date.dayOfWeek % 7] !== on.weekday) return false
  if (on.week === 'last') return date.add({ weeks: 1 }).month !== date.month
  return ['first', 'second', 'third', 'fourth'].indexOf(on.week) === Math.ceil(date.day / 7) - 1
}

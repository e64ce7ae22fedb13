import { formatInstant } from '../time/wall-time.ts'
import { type RecurrenceRule, weeksOfMonth } from './rule.ts'
import type { Weekday } from './weekday.ts'
import { lastSecondOfDay, type RecurrenceZoneOptions } from './zoom.ts'

/**
 * The value of an iCalendar RRULE (RFC 5545 §3.3.10): `FREQ=WEEKLY;INTERVAL=2;BYDAY=FR;UNTIL=20261231T155959Z;WKST=SU`.
 *
 * DTSTART has to be the first date of the series with its TZID: the first of `expandRecurrence`, which need not be the start
 * that was asked for. UNTIL is in UTC, as the RFC asks of a DTSTART with a zone; WKST says that weeks begin on Sunday.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict'
 * import { everyWeeks, rruleFromRecurrence } from '@convene/zoom/recurrence'
 *
 * const rule = everyWeeks(2, ['friday'], { until: '2026-12-31' })
 * assert.equal(
 *   rruleFromRecurrence(rule, { timeZone: 'Asia/Taipei' }),
 *   'FREQ=WEEKLY;INTERVAL=2;BYDAY=FR;UNTIL=20261231T155959Z;WKST=SU',
 * )
 * ```
 */
export function rruleFromRecurrence(rule: RecurrenceRule, { timeZone }: RecurrenceZoneOptions): string {
  const parts = [`FREQ=${frequency[rule.every]}`]
  if (rule.interval > 1) parts.push(`INTERVAL=${rule.interval}`)
  if (rule.every === 'week') parts.push(`BYDAY=${rule.days.map(dayCode).join(',')}`)
  if (rule.every === 'month') {
    if ('day' in rule.on) parts.push(`BYMONTHDAY=${rule.on.day}`)
    else
      parts.push(
        `BYDAY=${rule.on.week === 'last' ? -1 : weeksOfMonth.indexOf(rule.on.week) + 1}${dayCode(rule.on.weekday)}`,
      )
  }
  if (rule.end && 'count' in rule.end) parts.push(`COUNT=${rule.end.count}`)
  if (rule.end && 'until' in rule.end) {
    const until = formatInstant(lastSecondOfDay(rule.end.until, timeZone))
    parts.push(`UNTIL=${until.replaceAll(/[-:]/g, '')}`)
  }
  if (rule.every === 'week') parts.push('WKST=SU')
  return parts.join(';')
}

const frequency = { day: 'DAILY', week: 'WEEKLY', month: 'MONTHLY' } as const

function dayCode(weekday: Weekday): string {
  return weekday.slice(0, 2).toUpperCase()
}

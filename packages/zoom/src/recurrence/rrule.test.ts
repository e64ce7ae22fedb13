import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { everyDays, everyMonths, everyWeeks } from './every.ts'
import { rruleFromRecurrence } from './rrule.ts'
import type { RecurrenceRule } from './rule.ts'

describe('the RRULE of a series', () => {
  const rows: [RecurrenceRule, string][] = [
    [everyDays(1), 'FREQ=DAILY'],
    [everyDays(3, { count: 10 }), 'FREQ=DAILY;INTERVAL=3;COUNT=10'],
    [
      everyWeeks(2, ['friday'], { until: '2026-12-31' }),
      'FREQ=WEEKLY;INTERVAL=2;BYDAY=FR;UNTIL=20261231T155959Z;WKST=SU',
    ],
    [everyWeeks(1, ['monday', 'wednesday'], { count: 4 }), 'FREQ=WEEKLY;BYDAY=MO,WE;COUNT=4;WKST=SU'],
    [everyMonths(1, { day: 15 }, { count: 4 }), 'FREQ=MONTHLY;BYMONTHDAY=15;COUNT=4'],
    [everyMonths(2, { first: 'tuesday' }), 'FREQ=MONTHLY;INTERVAL=2;BYDAY=1TU'],
    [everyMonths(1, { last: 'sunday' }), 'FREQ=MONTHLY;BYDAY=-1SU'],
  ]
  for (const [rule, text] of rows)
    it(text, () => assert.equal(rruleFromRecurrence(rule, { timeZone: 'Asia/Taipei' }), text))
})

/** Prints what times and series come out as in this process, for a test that runs it under several machine zones. */
import { everyDays, everyMonths, everyWeeks } from '../../recurrence/every.ts'
import { expandRecurrence } from '../../recurrence/expand.ts'
import { rruleFromRecurrence } from '../../recurrence/rrule.ts'
import { recurrenceFromZoom, recurrenceToZoom } from '../../recurrence/zoom.ts'
import { resolveStart } from '../start-time.ts'

const starts = [
  '2026-12-17T18:00:00',
  '2026-12-17T18:00:00+00:00',
  '2026-12-17T18:00:00+08:00',
  '2027-03-28T01:30:00',
  new Date(Date.UTC(2026, 11, 17, 10)),
  Temporal.PlainDateTime.from('2026-12-17T18:00'),
]
const rules = [
  everyDays(1, { until: '2027-01-10' }),
  everyWeeks(2, ['sunday', 'friday'], { count: 20 }),
  everyMonths(1, { day: 31 }, { count: 12 }),
  everyMonths(1, { last: 'sunday' }, { until: '2027-12-31' }),
]
const zones = ['Asia/Taipei', 'America/Los_Angeles', 'Pacific/Auckland', 'UTC']

const printed = {
  zone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
  results: zones.flatMap((timeZone) => [
    ...starts.map((start_time) => resolveStart({ start_time, timezone: timeZone, now: 0 })),
    ...rules.map((rule) => {
      const object = recurrenceToZoom(rule, { timeZone })
      const { dates, notes } = expandRecurrence(rule, { start: '2026-12-17T02:30:00', timeZone })
      return {
        object,
        dates,
        notes,
        back: recurrenceFromZoom(object, { timeZone }),
        rrule: rruleFromRecurrence(rule, { timeZone }),
      }
    }),
  ]),
}
process.stdout.write(JSON.stringify(printed))

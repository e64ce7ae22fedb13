import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { assertBothRead, listedDates, minuteMs, now, readDates, seriesOf, single } from '../../test/series.ts'
import type { ZoomRecurrence } from '../generated/types/schemas.ts'
import type { InvitationMeeting } from '../invitation/meeting.ts'
import { expandRecurrence } from '../recurrence/expand.ts'
import { instantsOfWallTime, wallTimeAt } from '../time/wall-time.ts'
import { createCalendar } from './create-calendar.ts'

describe('both parsers see the dates of a series where Zoom lists them', () => {
  const weekly: ZoomRecurrence = { type: 2, weekly_days: '2,5', end_times: 20 }
  const cases: [string, InvitationMeeting][] = [
    ['in a zone without clock changes', seriesOf('Asia/Taipei', '2026-12-28T15:30:00', weekly)],
    [
      'over both clock changes of New York',
      seriesOf('America/New_York', '2026-02-02T09:00:00', { type: 2, weekly_days: '2', end_times: 45 }),
    ],
    [
      'over the clock change of Berlin, daily',
      seriesOf('Europe/Berlin', '2026-03-20T08:30:00', { type: 1, end_times: 20 }),
    ],
    [
      'in the south, where summer lies over the new year',
      seriesOf('Australia/Sydney', '2026-03-02T18:00:00', { type: 2, weekly_days: '2', end_times: 40 }),
    ],
    [
      'in a zone of half an hour',
      seriesOf('Asia/Kolkata', '2026-01-30T09:00:00', {
        type: 3,
        monthly_week: -1,
        monthly_week_day: 6,
        end_times: 12,
      }),
    ],
    [
      'where the clocks change by half an hour',
      seriesOf('Australia/Lord_Howe', '2026-03-02T18:15:00', {
        type: 2,
        weekly_days: '2',
        repeat_interval: 2,
        end_times: 20,
      }),
    ],
    [
      'in Newfoundland, monthly on the 31st',
      seriesOf('America/St_Johns', '2026-01-31T10:00:00', { type: 3, monthly_day: 31, end_times: 9 }),
    ],
    [
      'where the clocks follow the moon',
      seriesOf('Africa/Casablanca', '2026-01-05T10:00:00', { type: 2, weekly_days: '2', end_times: 60 }),
    ],
    [
      'over a change of the law',
      seriesOf('Europe/Istanbul', '2015-09-07T10:00:00', {
        type: 2,
        weekly_days: '2',
        repeat_interval: 2,
        end_times: 50,
      }),
    ],
    [
      'in Dublin, where the law turns summer and winter round',
      seriesOf('Europe/Dublin', '2026-03-02T10:00:00', weekly),
    ],
    ['in UTC', seriesOf('UTC', '2026-03-02T10:00:00', weekly)],
    [
      'on dates of every second week that begin in its middle',
      seriesOf('Europe/London', '2026-03-19T10:00:00', {
        type: 2,
        weekly_days: '1,3,5,7',
        repeat_interval: 2,
        end_times: 30,
      }),
    ],
    [
      'at a time that the clocks skip once',
      seriesOf('America/New_York', '2026-03-05T02:30:00', { type: 1, end_times: 7 }),
    ],
    [
      'across midnight of a clock change',
      seriesOf('Europe/Berlin', '2026-10-23T23:30:00', { type: 1, end_times: 4 }, 300),
    ],
    [
      'of an hour past the date line',
      seriesOf('Pacific/Apia', '2026-01-01T00:30:00', { type: 1, repeat_interval: 3, end_times: 10 }),
    ],
  ]
  for (const [what, meeting] of cases) test(what, () => assertBothRead(meeting, listedDates(meeting)))
})

type Occurrence = NonNullable<InvitationMeeting['occurrences']>[number]

function changed(meeting: InvitationMeeting, changes: Record<number, Partial<Occurrence>>): InvitationMeeting {
  const occurrences = meeting.occurrences?.map((occurrence, index) => ({ ...occurrence, ...changes[index] })) ?? []
  return { ...meeting, occurrences }
}

describe('both parsers see what was changed in a series', () => {
  const series = seriesOf('America/New_York', '2026-02-16T09:00:00', { type: 2, weekly_days: '2', end_times: 6 })
  const start = (index: number) => series.occurrences?.[index]?.start_time ?? ''
  const cases: [string, InvitationMeeting][] = [
    ['a deleted date', changed(series, { 2: { status: 'deleted' } })],
    ['a deleted first and last date', changed(series, { 0: { status: 'deleted' }, 5: { status: 'deleted' } })],
    ['a moved date', changed(series, { 1: { start_time: '2026-02-24T20:15:00Z' } })],
    ['a moved first date', changed(series, { 0: { start_time: '2026-02-15T20:15:00Z' } })],
    ['a moved last date, behind the end of the rule', changed(series, { 5: { start_time: '2026-05-01T20:15:00Z' } })],
    ['another length', changed(series, { 3: { duration: 15 } })],
    [
      'a date moved to the slot of a deleted one',
      changed(series, { 1: { status: 'deleted' }, 2: { start_time: start(1) } }),
    ],
    ['two dates that changed places', changed(series, { 1: { start_time: start(2) }, 2: { start_time: start(1) } })],
    [
      'a moved date that Zoom gave a new id',
      changed(series, {
        1: { occurrence_id: String(Date.parse('2026-02-24T20:15:00Z')), start_time: '2026-02-24T20:15:00Z' },
      }),
    ],
    ['a date moved into the second 01:30 of a night', changed(series, { 1: { start_time: '2026-11-01T06:30:00Z' } })],
    ['past dates that Zoom no longer shows', { ...series, occurrences: series.occurrences?.slice(3) ?? [] }],
    [
      'instants that do not follow the clock change',
      changed(series, { 3: { occurrence_id: '1773064800000', start_time: '2026-03-09T14:00:00Z' } }),
    ],
    ['dates without any rule', (({ recurrence: _, ...rest }) => rest)(series)],
    ['dates that a rule could not have made', { ...series, recurrence: { type: 2, weekly_days: '4', end_times: 6 } }],
    [
      'short months at the last day, if Zoom takes that',
      changed(seriesOf('Asia/Taipei', '2026-01-31T10:00:00', { type: 3, monthly_day: 31, end_times: 3 }), {
        1: { occurrence_id: String(Date.parse('2026-02-28T02:00:00Z')), start_time: '2026-02-28T02:00:00Z' },
      }),
    ],
  ]
  for (const [what, meeting] of cases) test(what, () => assertBothRead(meeting, listedDates(meeting)))
})

test('a time that the clocks repeat once is the first of the two, as RFC 5545 has it', () => {
  const meeting = seriesOf('America/New_York', '2026-10-30T01:30:00', { type: 1, end_times: 5 })
  const seen = readDates(createCalendar(meeting, { now }))
  assert.deepEqual(seen['ical.js'], listedDates(meeting))
  // node-ical takes the RECURRENCE-ID for the second, so it shows the date beside the changed one: both at the right time.
  const once = new Map(seen['node-ical']?.map((date) => [date.startAt, date]))
  assert.deepEqual([...once.values()], listedDates(meeting))
})

test('a series that is shown without its dates is expanded by its rule', () => {
  const series = seriesOf('Europe/Berlin', '2026-03-20T08:30:00', { type: 1, end_times: 20 })
  const { occurrences: _, ...withoutDates } = series
  assertBothRead(withoutDates, listedDates(series))
})

test('an endless series goes on behind the dates that Zoom shows, over clock changes', () => {
  const shown = seriesOf('America/New_York', '2026-02-02T09:00:00', { type: 2, weekly_days: '2', end_times: 3 })
  const endless = { ...shown, recurrence: { type: 2, weekly_days: '2', end_times: 0 } as const }
  const fourYears = expandRecurrence(endless.recurrence, {
    start: '2026-02-02T09:00:00',
    timeZone: 'America/New_York',
    limit: 200,
  })
  const expected = fourYears.dates.map(({ instant }) => ({ startAt: instant, endAt: instant + 60 * minuteMs }))
  const file = createCalendar(endless, { now })
  assert.doesNotMatch(file, /UNTIL|COUNT/)
  assertBothRead(endless, expected, expected.at(-1)?.startAt)
})

test('a single meeting is read at its instant, in every zone on the list of Zoom', () => {
  const zones = readFileSync('data/zoom/timezone-ids.txt', 'utf8').trim().split('\n')
  for (const timezone of zones) {
    const startAt = Date.parse('2026-07-15T12:34:00Z')
    assertBothRead({ ...single, timezone, start_time: '2026-07-15T12:34:00Z' }, [
      { startAt, endAt: startAt + 60 * minuteMs },
    ])
  }
})

test('the zone of the machine changes neither the file nor what parsers see', () => {
  const meeting = seriesOf('Europe/Berlin', '2026-03-20T08:30:00', { type: 1, end_times: 20 })
  const file = createCalendar(meeting, { now })
  const machineZone = process.env.TZ
  try {
    for (const zone of ['Asia/Tokyo', 'America/New_York', 'UTC']) {
      process.env.TZ = zone
      assert.equal(createCalendar(meeting, { now }), file)
      assertBothRead(meeting, listedDates(meeting))
    }
  } finally {
    if (machineZone === undefined) delete process.env.TZ
    else process.env.TZ = machineZone
  }
})

const zones = [
  'Asia/Taipei',
  'America/New_York',
  'Europe/Berlin',
  'Australia/Sydney',
  'Asia/Kolkata',
  'America/St_Johns',
  'UTC',
]
const anyRecurrence: fc.Arbitrary<ZoomRecurrence> = fc.oneof(
  fc.record({
    type: fc.constant(1 as const),
    repeat_interval: fc.integer({ min: 1, max: 9 }),
    end_times: fc.integer({ min: 1, max: 40 }),
  }),
  fc.record({
    type: fc.constant(2 as const),
    repeat_interval: fc.integer({ min: 1, max: 4 }),
    weekly_days: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }).map((days) => days.join(',')),
    end_times: fc.integer({ min: 1, max: 40 }),
  }),
  fc.record({
    type: fc.constant(3 as const),
    repeat_interval: fc.integer({ min: 1, max: 3 }),
    monthly_week: fc.constantFrom(-1 as const, 1 as const, 4 as const),
    monthly_week_day: fc.constantFrom(1 as const, 3 as const, 7 as const),
    end_times: fc.integer({ min: 1, max: 20 }),
  }),
)
/** What happens to one date of the series: deleted, moved by minutes, given another length; with or without a new id. */
const anyChange = fc.record({
  index: fc.nat({ max: 40 }),
  isDeleted: fc.boolean(),
  movedBy: fc.integer({ min: -3000, max: 3000 }),
  duration: fc.integer({ min: 1, max: 120 }),
  hasNewId: fc.boolean(),
})

test('whatever happened to a series, both parsers see exactly the dates that Zoom lists', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...zones),
      fc.integer({ min: 0, max: 700 }),
      // From 04:00 on: no clock of these zones is set back then.
      fc.integer({ min: 4 * 60, max: 20 * 60 }),
      anyRecurrence,
      fc.array(anyChange, { maxLength: 5 }),
      (zone, day, minuteOfDay, recurrence, changes) => {
        const start = new Date(Date.UTC(2025, 11, 1 + day, 0, minuteOfDay)).toISOString().slice(0, 19)
        const series = seriesOf(zone, start, recurrence)
        const occurrences = [...(series.occurrences ?? [])]
        for (const { index, isDeleted, movedBy, duration, hasNewId } of changes) {
          const occurrence = occurrences[index]
          if (occurrence === undefined) continue
          const startAt = Date.parse(occurrence.start_time) + movedBy * minuteMs
          if (isRepeated(zone, startAt) || isRepeated(zone, startAt + duration * minuteMs)) continue
          occurrences[index] = {
            occurrence_id: hasNewId ? String(startAt) : occurrence.occurrence_id,
            start_time: new Date(startAt).toISOString().replace('.000Z', 'Z'),
            duration,
            status: isDeleted ? 'deleted' : 'available',
          }
        }
        const meeting = { ...series, occurrences }
        const expected = listedDates(meeting)
        fc.pre(expected.length > 0 && new Set(expected.map(({ startAt }) => startAt)).size === expected.length)
        assertBothRead(meeting, expected)
      },
    ),
  )
})

function isRepeated(zone: string, at: number): boolean {
  return instantsOfWallTime(zone, wallTimeAt(zone, at)).kind === 'repeated'
}

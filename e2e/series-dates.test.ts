import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createZoomClient, optionsFromEnvironment } from '@convene/zoom'
import { everyDays, everyMonths, everyWeeks, expandRecurrence, weekdays } from '@convene/zoom/recurrence'
import { startEmulator } from '@convene/zoom-emulator'
import fc from 'fast-check'

const end = fc.integer({ min: 1, max: 40 }).map((count) => ({ count }))
const weekday = fc.constantFrom(...weekdays)
const day = fc.integer({ min: 1, max: 31 })
const week = fc.constantFrom('first', 'second', 'third', 'fourth', 'last')
const rule = fc.oneof(
  fc.tuple(fc.integer({ min: 1, max: 99 }), end).map(([n, its]) => everyDays(n, its)),
  fc
    .tuple(fc.integer({ min: 1, max: 50 }), fc.uniqueArray(weekday, { minLength: 1 }), end)
    .map(([n, days, its]) => everyWeeks(n, days, its)),
  fc.tuple(fc.integer({ min: 1, max: 10 }), day, end).map(([n, on, its]) => everyMonths(n, { day: on }, its)),
  fc
    .tuple(fc.integer({ min: 1, max: 10 }), week, weekday, end)
    .map(([n, which, on, its]) => everyMonths(n, { [which]: on }, its)),
)
const zone = fc.constantFrom(...Intl.supportedValuesOf('timeZone'))
// At noon, since at night a start may be skipped or repeated, which is refused.
const start = fc
  .integer({ min: 0, max: 1500 })
  .map((days) => new Date(Date.UTC(2030, 0, 1 + days, 12)).toISOString().slice(0, 19))

test('the dates that the preview shows are the dates that Zoom makes, in any zone', async () => {
  await using emulator = await startEmulator()
  const zoom = createZoomClient(optionsFromEnvironment(emulator.env))
  // Zoom takes 100 changes a day for one host.
  await fc.assert(
    fc.asyncProperty(rule, zone, start, async (recurrence, timezone, start_time) => {
      const { dates } = expandRecurrence(recurrence, { start: start_time, timeZone: timezone })
      const meeting = await zoom.meetings.create({ topic: 'Series', start_time, timezone, recurrence })
      assert.deepEqual(
        meeting.occurrences?.map((occurrence) => occurrence.start_time),
        dates.map(({ utc }) => utc),
      )
    }),
    { numRuns: 80, endOnFailure: true },
  )
})

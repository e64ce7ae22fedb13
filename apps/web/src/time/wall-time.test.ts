import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { addToDay, addToWall, instantOf, wallAt, weekdayNumber } from './wall-time.ts'

const zones = [
  'UTC',
  'Asia/Taipei',
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Kolkata',
  'Pacific/Apia',
]

suite('wall times of the page', () => {
  const rows: readonly (readonly [wall: string, timeZone: string, instant: string])[] = [
    ['2026-12-20T18:00', 'Asia/Taipei', '2026-12-20T10:00:00Z'],
    ['2026-07-01T09:30', 'America/New_York', '2026-07-01T13:30:00Z'],
    // The clocks of Berlin repeat 02:30 of this day; the earlier one is in summer time.
    ['2026-10-25T02:30', 'Europe/Berlin', '2026-10-25T00:30:00Z'],
    // And skip 02:30 of this one.
    ['2026-03-29T02:30', 'Europe/Berlin', '2026-03-29T01:30:00Z'],
  ]
  for (const [wall, timeZone, instant] of rows)
    test(`${wall} in ${timeZone} is ${instant}`, () => {
      assert.equal(instantOf(wall, timeZone), Date.parse(instant))
    })

  test('every wall time of every zone is the instant that Temporal says', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2015-01-01'), max: new Date('2040-01-01'), noInvalidDate: true }),
        fc.constantFrom(...zones),
        (date, timeZone) => {
          const wall = date.toISOString().slice(0, 16)
          const said = Temporal.PlainDateTime.from(wall).toZonedDateTime(timeZone).epochMilliseconds
          assert.equal(instantOf(wall, timeZone), said)
          const shown = Temporal.Instant.fromEpochMilliseconds(said).toZonedDateTimeISO(timeZone)
          assert.equal(wallAt(said, timeZone), shown.toPlainDateTime().toString({ smallestUnit: 'minute' }))
        },
      ),
    )
  })

  test('what is no wall time has no instant', () => {
    for (const text of ['', '2026-12-20', '2026-13-20T18:00', '2026-12-20T18:00Z'])
      assert.equal(instantOf(text, 'UTC'), undefined)
  })

  test('dates that a field takes at its two ends have an instant or none, and never break the page', () => {
    for (const text of ['9999-12-31T18:00', '9999-12-31T23:59', '0001-01-01T00:00', '0000-01-01T00:00'])
      for (const timeZone of zones) assert.ok(!Number.isNaN(instantOf(text, timeZone)), `${text} ${timeZone}`)
    assert.equal(instantOf(addToWall('9999-12-31T23:59', 60), 'UTC'), undefined)
    assert.equal(instantOf(addToWall('2026-12-20T18:00', 1e15), 'UTC'), undefined)
  })

  test('days and minutes are added as a calendar does', () => {
    assert.equal(addToDay('2026-12-31', 1), '2027-01-01')
    assert.equal(addToWall('2026-12-31T23:30', 45), '2027-01-01T00:15')
    assert.equal(weekdayNumber('2026-12-20'), 7)
  })
})

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { ZoomError } from '../errors.ts'
import { type ResolveStartOptions, resolveStart } from './start-time.ts'
import type { StartTimeInput } from './start-time-input.ts'

const now = Date.UTC(2026, 10, 22)
const resolve = (start_time: StartTimeInput, timezone?: string, more: Partial<ResolveStartOptions> = {}) =>
  resolveStart({ start_time, timezone, now, ...more })

describe('a start', () => {
  type Row = [string, StartTimeInput, string | undefined, { start_time: string; timezone?: string }, string]
  const rows: Row[] = [
    [
      'a wall time with a zone is sent as it is',
      '2026-12-17T18:00:00',
      'Asia/Taipei',
      { start_time: '2026-12-17T18:00:00', timezone: 'Asia/Taipei' },
      '2026-12-17T10:00:00Z',
    ],
    [
      'a wall time without seconds, with a blank, is completed',
      '2026-12-17 18:00',
      'Asia/Taipei',
      { start_time: '2026-12-17T18:00:00', timezone: 'Asia/Taipei' },
      '2026-12-17T10:00:00Z',
    ],
    [
      "a wall time in a zone outside Zoom's list goes with the zone of the same clock",
      '2026-12-17T18:00:00',
      'Australia/Melbourne',
      { start_time: '2026-12-17T18:00:00', timezone: 'Australia/Sydney' },
      '2026-12-17T07:00:00Z',
    ],
    [
      'a wall time in a zone that Zoom may not know goes as the instant, so that it cannot shift',
      '2026-12-17T18:00:00',
      'Pacific/Chatham',
      { start_time: '2026-12-17T04:15:00Z', timezone: 'Pacific/Chatham' },
      '2026-12-17T04:15:00Z',
    ],
    [
      'Z beside a zone whose clocks show UTC at that time is not in doubt',
      '2026-12-17T18:00:00Z',
      'Europe/London',
      { start_time: '2026-12-17T18:00:00Z', timezone: 'Europe/London' },
      '2026-12-17T18:00:00Z',
    ],
    [
      'Z needs no zone',
      '2026-12-17T18:00:00Z',
      undefined,
      { start_time: '2026-12-17T18:00:00Z' },
      '2026-12-17T18:00:00Z',
    ],
    [
      'an offset is turned into the wall time of the zone',
      '2026-12-17T18:00:00+09:00',
      'Asia/Taipei',
      { start_time: '2026-12-17T17:00:00', timezone: 'Asia/Taipei' },
      '2026-12-17T09:00:00Z',
    ],
    [
      'an offset without a zone goes as UTC, since Zoom cannot read offsets',
      '2026-12-17T18:00:00+08:00',
      undefined,
      { start_time: '2026-12-17T10:00:00Z' },
      '2026-12-17T10:00:00Z',
    ],
    [
      'a repeated wall time with its offset goes as UTC: the first',
      '2027-11-07T01:30:00-04:00',
      'America/New_York',
      { start_time: '2027-11-07T05:30:00Z', timezone: 'America/New_York' },
      '2027-11-07T05:30:00Z',
    ],
    [
      'a repeated wall time with its offset goes as UTC: the second',
      '2027-11-07T01:30:00-05:00',
      'America/New_York',
      { start_time: '2027-11-07T06:30:00Z', timezone: 'America/New_York' },
      '2027-11-07T06:30:00Z',
    ],
    [
      'a Date is an instant; its fraction of a second is dropped',
      new Date('2026-12-17T10:00:00.987Z'),
      'Asia/Taipei',
      { start_time: '2026-12-17T10:00:00Z', timezone: 'Asia/Taipei' },
      '2026-12-17T10:00:00Z',
    ],
    [
      'a Temporal.ZonedDateTime brings its zone',
      Temporal.ZonedDateTime.from('2026-12-17T18:00[Asia/Taipei]'),
      undefined,
      { start_time: '2026-12-17T18:00:00', timezone: 'Asia/Taipei' },
      '2026-12-17T10:00:00Z',
    ],
    [
      'a Temporal.ZonedDateTime is shown in the zone that is named beside it',
      Temporal.ZonedDateTime.from('2026-12-17T18:00[Asia/Taipei]'),
      'Asia/Tokyo',
      { start_time: '2026-12-17T19:00:00', timezone: 'Asia/Tokyo' },
      '2026-12-17T10:00:00Z',
    ],
    [
      'a Temporal.ZonedDateTime at an offset has no zone',
      Temporal.ZonedDateTime.from('2026-12-17T18:00[+08:00]'),
      undefined,
      { start_time: '2026-12-17T10:00:00Z' },
      '2026-12-17T10:00:00Z',
    ],
    [
      'a Temporal.PlainDateTime is a wall time, in any calendar',
      Temporal.PlainDateTime.from('2026-12-17T18:00').withCalendar('hebrew'),
      'Asia/Taipei',
      { start_time: '2026-12-17T18:00:00', timezone: 'Asia/Taipei' },
      '2026-12-17T10:00:00Z',
    ],
    [
      'a Temporal.Instant is an instant',
      Temporal.Instant.from('2026-12-17T10:00:00.5Z'),
      'Asia/Taipei',
      { start_time: '2026-12-17T10:00:00Z', timezone: 'Asia/Taipei' },
      '2026-12-17T10:00:00Z',
    ],
  ]
  for (const [name, start, zone, wire, instant] of rows)
    it(name, () => {
      const resolved = resolve(start, zone)
      assert.deepEqual(resolved.wire, wire)
      assert.equal(resolved.instant, Date.parse(instant))
    })

  it('is told back as wall time in the zone that was named', () => {
    assert.equal(resolve(new Date('2026-12-17T18:00:00Z'), 'Asia/Taipei').wall, '2026-12-18T02:00:00')
    const melbourne = resolve('2026-12-17T18:00:00', 'Australia/Melbourne')
    assert.deepEqual([melbourne.wall, melbourne.iana], ['2026-12-17T18:00:00', 'Australia/Melbourne'])
    assert.equal('wall' in resolve('2026-12-17T18:00:00Z'), false)
  })

  it('may be this very second', () => assert.equal(resolve(new Date(now)).instant, now))

  type Refusal = [string, StartTimeInput, string | undefined, string, string[]]
  const refusals: Refusal[] = [
    [
      'text with Z beside a zone: 18:00 in Taipei would become 02:00 of the next day',
      '2026-12-17T18:00:00Z',
      'Asia/Taipei',
      'start_time',
      ['2026-12-18T02:00:00 on the clocks', 'if "2026-12-17T18:00:00" in', '"2026-12-18T02:00:00+08:00"'],
    ],
    ['a wall time without a zone', '2026-12-17T18:00:00', undefined, 'timezone', ['name its zone', 'zone of the host']],
    ['a past start', '2026-11-21T23:59:59Z', undefined, 'start_time', ['2026-11-22T00:00:00Z', 'Give a time to come']],
    ['a past wall time', '2026-11-22T07:59:59', 'Asia/Taipei', 'start_time', ['It means 2026-11-21T23:59:59Z']],
    [
      'a skipped time',
      '2027-03-14T02:30',
      'America/New_York',
      'start_time',
      ['from 02:00 to 03:00', '2027-03-14T03:00:00'],
    ],
    [
      'a skipped day',
      '2011-12-30T12:00',
      'Pacific/Apia',
      'start_time',
      ['before 2011-12-30T00:00:00', '2011-12-31T00:00:00 or later'],
    ],
    [
      'a repeated time',
      '2027-11-07T01:30',
      'America/New_York',
      'start_time',
      ['"2027-11-07T01:30:00-04:00"', '"2027-11-07T01:30:00-05:00"'],
    ],
    ['blanks inside', '2019-06-14T10: 21: 57', 'Europe/Madrid', 'start_time', ['it reads "2019-06-14T10:21:57"']],
    ['a date that does not exist', '2027-02-29T10:00', 'Asia/Taipei', 'start_time', ['no such date']],
    ['another form', '17.12.2026 18:00', 'Asia/Taipei', 'start_time', ['"2026-12-17T18:00:00" with a zone']],
    ['a date alone', '2026-12-17', 'Asia/Taipei', 'start_time', ['"2026-12-17T18:00:00" with a zone']],
    ['an invalid Date', new Date('x'), 'Asia/Taipei', 'start_time', ['holds no time']],
    ['a Date after the year 9999', new Date(Date.UTC(10_000, 0)), 'Asia/Taipei', 'start_time', ['year 9999']],
    ['a number', 1797501600000 as unknown as string, 'Asia/Taipei', 'start_time', ['a Date or a Temporal value']],
    ['null', null as unknown as string, 'Asia/Taipei', 'start_time', ['a Date or a Temporal value']],
    ['an unknown zone', '2026-12-17T18:00:00', 'Asial/Taipei', 'timezone', ['Did you mean Asia/Taipei?']],
    ['an unknown zone beside an instant', '2026-12-17T18:00:00Z', 'GMT+8', 'timezone', ['Asia/Taipei']],
  ]
  for (const [name, start, zone, field, remedies] of refusals)
    it(`is refused: ${name}`, () =>
      assert.throws(
        () => resolve(start, zone, name === 'a skipped day' ? { now: 0 } : {}),
        (error) => {
          assert.ok(error instanceof ZoomError)
          assert.equal(error.code, 'invalid_input')
          assert.equal(error.details.field, field)
          for (const remedy of remedies) assert.ok(error.message.includes(remedy), error.message)
          return true
        },
      ))

  it('of a series needs a zone even as an instant, since its dates keep a wall time', () =>
    assert.throws(
      () => resolve('2026-12-17T18:00:00Z', undefined, { isSeries: true }),
      /^ZoomError: timezone is missing/,
    ))

  it('is named in errors as the caller names it', () =>
    assert.throws(
      () => resolve('18:00', 'Asia/Taipei', { fields: { start_time: '--start', timezone: '--time-zone' } }),
      /^ZoomError: --start is "18:00"/,
    ))

  it('always means the same to Zoom: the wall time sent, in the zone sent, is the instant meant', () => {
    const zones = fc.constantFrom(...Intl.supportedValuesOf('timeZone'))
    const instants = fc.integer({ min: now / 1000, max: Date.UTC(2040) / 1000 }).map((second) => second * 1000)
    fc.assert(
      fc.property(zones, instants, (zone, at) => {
        const { wire, instant } = resolve(Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone))
        assert.equal(instant, at)
        const read = wire.start_time.endsWith('Z')
          ? Temporal.Instant.from(wire.start_time).epochMilliseconds
          : Temporal.PlainDateTime.from(wire.start_time).toZonedDateTime(wire.timezone ?? '', {
              disambiguation: 'reject',
            }).epochMilliseconds
        assert.equal(read, at)
      }),
      { numRuns: 60 },
    )
  })
})

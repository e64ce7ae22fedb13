import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import {
  formatInstant,
  formatWallTime,
  instantOfWallTime,
  instantsOfWallTime,
  parseInstant,
  parseWallTime,
  wallTimeAt,
} from './wall-time.ts'

const wall = (text: string): number => parseWallTime(text) ?? assert.fail(`not read: ${text}`)

describe('texts of wall times', () => {
  const read: [string, string][] = [
    ['2026-12-17T18:00:00', '2026-12-17T18:00:00'],
    ['2026-12-17T18:00', '2026-12-17T18:00:00'],
    ['2026-12-17 18:00', '2026-12-17T18:00:00'],
    ['2026-12-17t18:00:59', '2026-12-17T18:00:59'],
    ['2026-12-17T18:00:00.999', '2026-12-17T18:00:00'],
    ['2028-02-29T00:00:00', '2028-02-29T00:00:00'],
  ]
  for (const [text, meaning] of read)
    it(`"${text}" is ${meaning}`, () => assert.equal(formatWallTime(wall(text)), meaning))

  const refused = [
    '2019-06-14T10: 21: 57',
    '2026-02-30T10:00:00',
    '2026-12-17T24:00:00',
    '2026-12-17T18:60:00',
    '2026-12-17T18:00:60',
    '2026-12-17T18',
    '2026-12-17',
    '2026-12-17T6:00',
    '2026-12-17  18:00',
    ' 2026-12-17T18:00',
    '17.12.2026 18:00',
    '2026-12-17T18:00:00Z',
    '2026-12-17T18:00:00+08:00',
    '2026-12-17T18:00:00[Asia/Taipei]',
    '',
  ]
  for (const text of refused) it(`"${text}" is no wall time`, () => assert.equal(parseWallTime(text), undefined))
})

describe('texts of instants', () => {
  const read: [string, string, boolean][] = [
    ['2026-12-17T10:00:00Z', '2026-12-17T10:00:00Z', true],
    ['2026-12-17T10:00z', '2026-12-17T10:00:00Z', true],
    ['2026-12-17T10:00:00.123Z', '2026-12-17T10:00:00Z', true],
    ['2026-12-17T18:00:00+08:00', '2026-12-17T10:00:00Z', false],
    ['2026-12-17T18:00:00+0800', '2026-12-17T10:00:00Z', false],
    ['2026-12-16T23:30:00-10:30', '2026-12-17T10:00:00Z', false],
    ['2026-12-17T10:00:00+00:00', '2026-12-17T10:00:00Z', false],
  ]
  for (const [text, meaning, isUtc] of read)
    it(`"${text}" is ${meaning}`, () => {
      const instant = parseInstant(text)
      assert.ok(instant)
      assert.equal(formatInstant(instant.at), meaning)
      assert.equal(instant.isUtc, isUtc)
    })

  for (const text of [
    '2026-12-17T18:00:00',
    '2026-12-17T18:00:00+25:00',
    '2026-12-17T18:00:00+08:60',
    '2026-12-17Z',
    '2026-12-17T18:00:00+8',
    'Z',
  ])
    it(`"${text}" is no instant`, () => assert.equal(parseInstant(text), undefined))
})

describe('a wall time in a zone', () => {
  it('is one instant on most days', () =>
    assert.deepEqual(instantsOfWallTime('Asia/Taipei', wall('2026-12-17T18:00')), {
      kind: 'one',
      at: Date.UTC(2026, 11, 17, 10),
    }))

  const skipped: [string, string, string, string][] = [
    ['America/New_York', '2026-03-08T02:30', '2026-03-08T02:00:00', '2026-03-08T03:00:00'],
    ['Australia/Lord_Howe', '2026-10-04T02:15', '2026-10-04T02:00:00', '2026-10-04T02:30:00'],
    ['Africa/Cairo', '2026-04-24T00:00', '2026-04-24T00:00:00', '2026-04-24T01:00:00'],
    ['Pacific/Apia', '2011-12-30T12:00', '2011-12-30T00:00:00', '2011-12-31T00:00:00'],
  ]
  for (const [zone, text, start, end] of skipped)
    it(`is none at ${text} in ${zone}, where the clocks jump`, () => {
      const instants = instantsOfWallTime(zone, wall(text))
      assert.ok(instants.kind === 'skipped')
      assert.equal(formatWallTime(instants.gapStart), start)
      assert.equal(formatWallTime(instants.gapEnd), end)
      assert.equal(wallTimeAt(zone, instants.changeAt), instants.gapEnd)
    })

  it('is two instants where the clocks are set back', () =>
    assert.deepEqual(instantsOfWallTime('America/New_York', wall('2026-11-01T01:30')), {
      kind: 'repeated',
      first: Date.UTC(2026, 10, 1, 5, 30),
      second: Date.UTC(2026, 10, 1, 6, 30),
    }))

  it('is one instant again at the edges of a jump and of a repetition', () => {
    for (const [zone, text] of [
      ['America/New_York', '2026-03-08T01:59:59'],
      ['America/New_York', '2026-03-08T03:00:00'],
      ['America/New_York', '2026-11-01T00:59:59'],
      ['America/New_York', '2026-11-01T02:00:00'],
    ] as const)
      assert.equal(instantsOfWallTime(zone, wall(text)).kind, 'one', text)
  })

  const zones = fc.constantFrom(...Intl.supportedValuesOf('timeZone'))
  const seconds = fc.integer({ min: Date.UTC(2020) / 1000, max: Date.UTC(2040) / 1000 })

  it('agrees with Temporal in every zone from 2020 to 2039', () => {
    fc.assert(
      fc.property(zones, seconds, (zone, second) => {
        const at = second * 1000
        const expected = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDateTime()
        assert.equal(formatWallTime(wallTimeAt(zone, at)), expected.toString({ smallestUnit: 'second' }))
        agreesWithTemporal(zone, formatWallTime(at))
      }),
      { numRuns: 200 },
    )
  })

  it('agrees with Temporal around every change of the clocks', () => {
    const minutes = fc.integer({ min: -200, max: 200 })
    fc.assert(
      fc.property(zones, seconds, minutes, (zone, second, minute) => {
        const change = Temporal.Instant.fromEpochMilliseconds(second * 1000)
          .toZonedDateTimeISO(zone)
          .getTimeZoneTransition('next')
        if (change && change.year < 2040)
          agreesWithTemporal(
            zone,
            change.toPlainDateTime().add({ minutes: minute }).toString({ smallestUnit: 'second' }),
          )
      }),
      { numRuns: 200 },
    )
  })
})

function agreesWithTemporal(zone: string, text: string): void {
  const plain = Temporal.PlainDateTime.from(text)
  const by = (disambiguation: 'earlier' | 'later' | 'compatible') =>
    plain.toZonedDateTime(zone, { disambiguation }).epochMilliseconds
  const [earlier, later] = [by('earlier'), by('later')]
  const found = instantsOfWallTime(zone, wall(text))
  assert.equal(instantOfWallTime(zone, wall(text)), by('compatible'))
  if (earlier === later) assert.deepEqual(found, { kind: 'one', at: earlier })
  else if (plain.toZonedDateTime(zone, { disambiguation: 'earlier' }).toPlainDateTime().equals(plain))
    assert.deepEqual(found, { kind: 'repeated', first: earlier, second: later })
  else assert.equal(found.kind, 'skipped')
}

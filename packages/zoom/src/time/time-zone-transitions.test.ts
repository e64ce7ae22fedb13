import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { findTimeZoneTransitions } from './time-zone-transitions.ts'
import { formatInstant } from './wall-time.ts'

const shown = (iana: string, from: string, to: string) => {
  const found = findTimeZoneTransitions(iana, Date.parse(from), Date.parse(to))
  return {
    start: [found.offsetAtStart / 3_600_000, found.kindAtStart],
    changes: found.transitions.map(({ at, offsetBefore, offsetAfter, kind }) => [
      formatInstant(at),
      offsetBefore / 3_600_000,
      offsetAfter / 3_600_000,
      kind,
    ]),
  }
}

describe('changes of the clocks between two instants', () => {
  it('name summer time north of the equator', () =>
    assert.deepEqual(shown('America/New_York', '2026-01-01T00:00:00Z', '2027-01-01T00:00:00Z'), {
      start: [-5, 'standard'],
      changes: [
        ['2026-03-08T07:00:00Z', -5, -4, 'daylight'],
        ['2026-11-01T06:00:00Z', -4, -5, 'standard'],
      ],
    }))

  it('name summer time south of the equator, which runs over the new year', () =>
    assert.deepEqual(shown('Australia/Sydney', '2026-01-01T00:00:00Z', '2027-01-01T00:00:00Z'), {
      start: [11, 'daylight'],
      changes: [
        ['2026-04-04T16:00:00Z', 11, 10, 'standard'],
        ['2026-10-03T16:00:00Z', 10, 11, 'daylight'],
      ],
    }))

  it('know half an hour of summer time', () =>
    assert.deepEqual(shown('Australia/Lord_Howe', '2026-04-01T00:00:00Z', '2026-05-01T00:00:00Z').changes, [
      ['2026-04-04T15:00:00Z', 11, 10.5, 'standard'],
    ]))

  it('are none where the clocks never change', () =>
    assert.deepEqual(shown('Asia/Taipei', '2026-01-01T00:00:00Z', '2036-01-01T00:00:00Z'), {
      start: [8, 'standard'],
      changes: [],
    }))

  it('call a lasting change of the law standard time', () =>
    assert.deepEqual(shown('Asia/Almaty', '2024-01-01T00:00:00Z', '2025-01-01T00:00:00Z'), {
      start: [6, 'standard'],
      changes: [['2024-02-29T18:00:00Z', 6, 5, 'standard']],
    }))
})

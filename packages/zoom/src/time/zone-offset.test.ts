import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { canonicalTimeZone, offsetAt, offsetChanges } from './zone-offset.ts'

const from = Date.UTC(2012, 0, 1)
const to = Date.UTC(2040, 0, 1)

describe('offsets of zones', () => {
  it('know every change of every zone from 2012 to 2039, as Temporal does', () => {
    for (const id of Intl.supportedValuesOf('timeZone'))
      assert.deepEqual(offsetChanges(id, from, to), changesByTemporal(id), id)
  })

  it('count a change from its very instant on', () => {
    const summer = Date.UTC(2026, 2, 29, 1)
    assert.equal(offsetAt('Europe/Berlin', summer - 1), 3_600_000)
    assert.equal(offsetAt('Europe/Berlin', summer), 7_200_000)
    assert.equal(offsetChanges('Europe/Berlin', summer - 1, summer).length, 1)
    assert.equal(offsetChanges('Europe/Berlin', summer, summer + 1).length, 0)
  })

  it('stay right after more instants than are kept', () => {
    for (let year = 1971; year < 2600; year++) offsetAt('Asia/Tokyo', Date.UTC(year, 5, 1))
    for (let year = 1971; year < 2600; year++) assert.equal(offsetAt('Asia/Tokyo', Date.UTC(year, 5, 1)), 32_400_000)
  })

  it('refuse a zone that does not exist', () => {
    assert.throws(() => offsetAt('Asial/Taipei', 0), RangeError)
    assert.equal(canonicalTimeZone('Asial/Taipei'), undefined)
    assert.equal(canonicalTimeZone('asia/taipei'), 'Asia/Taipei')
  })
})

function changesByTemporal(id: string): ReturnType<typeof offsetChanges> {
  const changes = []
  const start = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(id)
  for (
    let at = start.getTimeZoneTransition('next');
    at && at.epochMilliseconds <= to;
    at = at.getTimeZoneTransition('next')
  ) {
    const offsetBefore = at.subtract({ nanoseconds: 1 }).offsetNanoseconds / 1e6
    const offsetAfter = at.offsetNanoseconds / 1e6
    // Temporal may list a change of name that leaves the offset as it was.
    if (offsetBefore !== offsetAfter) changes.push({ at: at.epochMilliseconds, offsetBefore, offsetAfter })
  }
  return changes
}

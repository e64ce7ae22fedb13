import assert from 'node:assert/strict'
import { test } from 'node:test'
import { listedTimeZones } from '../generated/time-zones.ts'
import { formatInstant, parseDay, parseStartTime } from './time.ts'
import { chooseTimeZone, computableTimeZone } from './time-zone.ts'

const starts: [string, string, string | undefined][] = [
  ['2026-12-17T18:00:00', 'Asia/Taipei', '2026-12-17T10:00:00Z'],
  ['2026-12-17T18:00:00Z', 'Asia/Taipei', '2026-12-17T18:00:00Z'],
  ['2026-12-17T18:00:00+08:00', 'Asia/Taipei', '2026-12-17T18:00:00Z'],
  ['2026-12-17T18:00:00.123Z', 'UTC', '2026-12-17T18:00:00Z'],
  ['2026-12-17T18:00', 'UTC', '2026-12-17T18:00:00Z'],
  ['2027-03-14T02:30:00', 'America/New_York', '2027-03-14T07:30:00Z'],
  ['2026-11-01T01:30:00', 'America/New_York', '2026-11-01T05:30:00Z'],
  ['2019-06-14T10: 21: 57', 'UTC', undefined],
  ['2026-02-30T10:00:00', 'UTC', undefined],
  ['2026-12-17T24:00:00', 'UTC', undefined],
  ['tomorrow', 'UTC', undefined],
  ['', 'UTC', undefined],
]
for (const [text, zone, expected] of starts)
  test(`start_time ${JSON.stringify(text)} in ${zone} is ${expected ?? 'unreadable'}`, () => {
    const at = parseStartTime(text, zone)
    assert.equal(at === undefined ? undefined : formatInstant(at), expected)
  })

test('a day has the length that the clocks give it', () => {
  const day = parseDay('2027-03-14', 'America/New_York')
  assert.equal(day && day.endAt - day.startAt, 23 * 3_600_000 - 1000)
  assert.equal(parseDay('2027-02-30', 'UTC'), undefined)
  assert.equal(parseDay('2027-02-03T00:00:00Z', 'UTC'), undefined)
})

const zones: [string | undefined, 'accept' | 'host_zone', string][] = [
  ['Asia/Taipei', 'accept', 'Asia/Taipei'],
  ['Australia/Melbourne', 'accept', 'Australia/Melbourne'],
  ['Australia/Melbourne', 'host_zone', 'Europe/Berlin'],
  ['Asial/Taipei', 'accept', 'Europe/Berlin'],
  ['GMT+8', 'accept', 'Europe/Berlin'],
  ['+08:00', 'accept', 'Europe/Berlin'],
  ['2026-01-01T00:00:00Z', 'accept', 'Europe/Berlin'],
  ['SST', 'host_zone', 'SST'],
  [undefined, 'accept', 'Europe/Berlin'],
]
for (const [asked, unlisted, expected] of zones)
  test(`zone ${asked} of a host in Berlin becomes ${expected} (${unlisted})`, () =>
    assert.equal(chooseTimeZone(asked, 'Europe/Berlin', unlisted), expected))

test('every zone of Zoom’s list can be computed with, SST as Solomon time', () => {
  for (const id of listedTimeZones)
    assert.ok(parseStartTime('2026-12-17T18:00:00', computableTimeZone(id)) !== undefined, id)
  assert.equal(parseStartTime('2026-12-17T18:00:00', computableTimeZone('SST')), Date.UTC(2026, 11, 17, 7))
})

test('an instant is written the same however many others were written before it', () => {
  const first = Date.UTC(2026, 11, 17, 10)
  for (let minute = 0; minute < 25_000; minute++) {
    const at = first + minute * 60_000 + 999
    assert.equal(formatInstant(at), `${new Date(at).toISOString().slice(0, 19)}Z`)
  }
  assert.equal(formatInstant(first), '2026-12-17T10:00:00Z')
})

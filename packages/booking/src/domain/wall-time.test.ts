import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { firstInstant, type Located, locate, parseDay, parseTimeZone, parseWall, wallAt } from './wall-time.ts'

const utc = (text: string): number => Date.parse(`${text}Z`)

describe('a wall time', () => {
  const rows: [string, string, string, Located][] = [
    ['comes once', '2026-12-20T18:00', 'Asia/Taipei', { is: 'once', at: utc('2026-12-20T10:00') }],
    [
      'is skipped when the clocks go forward',
      '2027-03-28T02:30',
      'Europe/Berlin',
      { is: 'skipped', from: '2027-03-28T02:00', to: '2027-03-28T03:00', jumpAt: utc('2027-03-28T01:00') },
    ],
    [
      'is skipped from the very minute of the jump',
      '2027-03-28T02:00',
      'Europe/Berlin',
      { is: 'skipped', from: '2027-03-28T02:00', to: '2027-03-28T03:00', jumpAt: utc('2027-03-28T01:00') },
    ],
    ['is there again after the jump', '2027-03-28T03:00', 'Europe/Berlin', { is: 'once', at: utc('2027-03-28T01:00') }],
    [
      'is skipped by half an hour where the clocks go so',
      '2026-10-04T02:10',
      'Australia/Lord_Howe',
      { is: 'skipped', from: '2026-10-04T02:00', to: '2026-10-04T02:30', jumpAt: utc('2026-10-03T15:30') },
    ],
    [
      'is skipped with a whole day',
      '2011-12-30T12:00',
      'Pacific/Apia',
      { is: 'skipped', from: '2011-12-30T00:00', to: '2011-12-31T00:00', jumpAt: utc('2011-12-30T10:00') },
    ],
    [
      'comes twice when the clocks go back',
      '2026-10-25T02:30',
      'Europe/Berlin',
      { is: 'repeated', earlier: utc('2026-10-25T00:30'), later: utc('2026-10-25T01:30') },
    ],
  ]
  for (const [name, wall, timeZone, located] of rows)
    it(`${name}: ${wall} in ${timeZone}`, () =>
      assert.deepEqual(locate(Temporal.PlainDateTime.from(wall), timeZone), located))

  it('is what the clocks showed, for any instant in any zone', () => {
    const zones = fc.constantFrom(...Intl.supportedValuesOf('timeZone'))
    const minutes = fc.integer({ min: utc('1990-01-01T00:00') / 60_000, max: utc('2037-01-01T00:00') / 60_000 })
    fc.assert(
      fc.property(zones, minutes, (timeZone, minute) => {
        const at = minute * 60_000
        const located = locate(wallAt(at, timeZone), timeZone)
        assert.ok(located.is !== 'skipped')
        assert.ok(located.is === 'once' ? located.at === at : located.earlier === at || located.later === at)
        assert.ok(firstInstant(wallAt(at, timeZone), timeZone) <= at)
      }),
    )
  })

  it('is read strictly', () => {
    assert.equal(String(parseWall('2026-12-20T18:00')), '2026-12-20T18:00:00')
    for (const wrong of ['2026-12-20', '2026-12-20T18:00Z', '2026-12-20T18:00:00', '2026-02-30T18:00', 'soon'])
      assert.equal(parseWall(wrong), undefined, wrong)
    for (const wrong of ['2026-02-30', '2026-2-3', '2026-12-20T18:00']) assert.equal(parseDay(wrong), undefined, wrong)
  })
})

describe('a time zone', () => {
  it('is one of the IANA database, in its spelling', () => {
    assert.equal(parseTimeZone('asia/taipei'), 'Asia/Taipei')
    for (const wrong of ['+08:00', 'Taipei', '', 'Asia/Taipei ']) assert.equal(parseTimeZone(wrong), undefined, wrong)
  })
})

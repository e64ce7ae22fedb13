import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Host } from './host.ts'
import { createOpeningHours } from './opening-hours.ts'

const day = [{ from: '09:00', to: '17:00' }]
const whole = [{ from: '00:00', to: '24:00' }]
const isOpen = (hours: Host['hours'], timeZone: string, from: string, to: string): boolean =>
  createOpeningHours()({ hours, timeZone })?.isOpen(Date.parse(from), Date.parse(to)) ?? true

describe('a host', () => {
  const rows: [string, Host['hours'], string, string, string, boolean][] = [
    ['without hours is always open', undefined, 'UTC', '2026-12-20T03:00Z', '2026-12-20T04:00Z', true],
    ['is open from the first minute', { friday: day }, 'Asia/Taipei', '2026-12-18T01:00Z', '2026-12-18T02:00Z', true],
    ['is open to the last', { friday: day }, 'Asia/Taipei', '2026-12-18T08:00Z', '2026-12-18T09:00Z', true],
    ['is not open a minute longer', { friday: day }, 'Asia/Taipei', '2026-12-18T08:01Z', '2026-12-18T09:01Z', false],
    ['is closed on other days', { friday: day }, 'Asia/Taipei', '2026-12-19T02:00Z', '2026-12-19T03:00Z', false],
    [
      'is open over midnight',
      { friday: [{ from: '22:00', to: '02:00' }] },
      'Asia/Taipei',
      '2026-12-18T15:30Z',
      '2026-12-18T18:00Z',
      true,
    ],
    [
      'is open over midnight, also where that is two days behind',
      { wednesday: [{ from: '22:00', to: '21:00' }] },
      'Pacific/Pago_Pago',
      '2026-12-18T01:00Z',
      '2026-12-18T02:00Z',
      true,
    ],
    [
      'that is open all day on two days is open over the midnight between them',
      { friday: whole, saturday: whole },
      'Asia/Taipei',
      '2026-12-18T15:00Z',
      '2026-12-18T17:00Z',
      true,
    ],
    [
      'is not open from one span to another over the break',
      { friday: [...day, { from: '18:00', to: '20:00' }] },
      'UTC',
      '2026-12-18T16:30Z',
      '2026-12-18T18:30Z',
      false,
    ],
    ['keeps its hours in summer', { sunday: day }, 'Europe/Berlin', '2027-03-28T07:00Z', '2027-03-28T15:00Z', true],
    ['keeps its hours in winter', { sunday: day }, 'Europe/Berlin', '2027-03-21T08:00Z', '2027-03-21T16:00Z', true],
    [
      'opens at the jump when the clocks skip its hour',
      { sunday: [{ from: '02:30', to: '04:00' }] },
      'Europe/Berlin',
      '2027-03-28T01:00Z',
      '2027-03-28T02:00Z',
      true,
    ],
    [
      'is open for the hour that comes twice',
      { sunday: [{ from: '02:00', to: '03:00' }] },
      'Europe/Berlin',
      '2026-10-25T00:00Z',
      '2026-10-25T02:00Z',
      true,
    ],
  ]
  for (const [name, hours, timeZone, from, to, expected] of rows)
    it(name, () => assert.equal(isOpen(hours, timeZone, from, to), expected))
})

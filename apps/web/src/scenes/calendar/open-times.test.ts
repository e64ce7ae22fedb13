import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CalendarHost } from '@convene/booking/contract'
import { dayLine } from './day-line.ts'
import { createOpenTimes } from './open-times.ts'

const host: CalendarHost = {
  id: 'h',
  name: 'H',
  plan: 'pro',
  capacity: 100,
  lanes: 1,
  timeZone: 'Asia/Taipei',
  hours: null,
  isOwn: false,
  isActive: true,
}
const office = [{ from: '09:00', to: '17:00' }]
const whole = [{ from: '00:00', to: '24:00' }]

const rows: readonly (readonly [
  title: string,
  viewer: string,
  hours: CalendarHost['hours'],
  open: readonly string[] | undefined,
])[] = [
  ['no hours: at any time', 'Asia/Taipei', null, undefined],
  ['seen from its own zone', 'Asia/Taipei', { friday: office }, ['09:00-17:00']],
  ['a weekday without hours is closed', 'Asia/Taipei', { monday: office }, []],
  // Friday of Taipei begins at 17:00 of Thursday in Berlin; of its Friday the viewer sees 00:00 to 17:00.
  ['seen from Berlin, seven hours behind', 'Europe/Berlin', { friday: office }, ['02:00-10:00']],
  ['two days of the host in one of the viewer', 'Europe/Berlin', { friday: whole, saturday: office }, ['00:00-17:00']],
  ['open through midnight is one time', 'Europe/Berlin', { friday: whole, saturday: whole }, ['00:00-00:00']],
]
for (const [title, viewer, hours, open] of rows)
  test(title, () => {
    const day = dayLine('2026-12-18', viewer)
    const time = (at: number): string =>
      new Intl.DateTimeFormat('en-GB', { timeZone: viewer, timeStyle: 'short' }).format(at)
    const found = createOpenTimes(day)({ ...host, hours })
    assert.deepEqual(
      found?.map(({ from, to }) => `${time(from)}-${time(to)}`),
      open,
    )
  })

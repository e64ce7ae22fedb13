import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import type { BookingView } from '@convene/booking/contract'
import { withStart } from '../book/draft.ts'
import { changeOf, draftOf } from './change-draft.ts'

const booking: BookingView = {
  id: 'b1',
  title: 'Choir',
  state: 'confirmed',
  isMine: true,
  isDeputy: false,
  organiser: { id: 'm1', name: 'Mei Lin' },
  host: { id: 'h1', name: 'Room 1' },
  timeZone: 'Europe/Berlin',
  minutes: 60,
  recurrence: { freq: 'weekly', interval: 1, byDay: ['friday'], end: { count: 3 } },
  startsAt: '2026-12-18T17:00:00Z',
  endsAt: '2027-01-01T18:00:00Z',
  next: null,
  dates: 3,
  standing: { code: 'ready', nextAt: null, fields: [], zoomSays: null },
  revision: 4,
  agenda: '',
  start: '2026-12-18T18:00',
  exceptions: [],
  people: [
    { email: 'ada@example.com', name: 'Lovelace, Ada' },
    { email: 'bo@example.com', name: undefined },
  ],
  peopleExpected: 3,
  deputies: [{ email: 'ken@example.com', name: 'Ken Ito' }],
  occurrences: [
    { date: '2026-12-18', startsAt: '2026-12-18T17:00:00Z', endsAt: '2026-12-18T18:00:00Z' },
    { date: '2026-12-25', startsAt: '2026-12-25T18:30:00Z', endsAt: '2026-12-25T20:00:00Z' },
    { date: '2027-01-01', startsAt: '2027-01-01T17:00:00Z', endsAt: '2027-01-01T18:00:00Z' },
  ],
  choice: { code: 'only_free_host', values: {} },
  meeting: null,
  opening: { way: 'without_host', startLink: null },
  isHeldUp: false,
  may: { change: true, cancel: true, extend: false, decide: false, restore: false, endRunning: false },
  createdAt: '2026-11-22T12:00:00Z',
}
const all = { scope: 'all' } as const
const one = { scope: 'one', date: '2026-12-25' } as const

suite('the change of a booking, from the form', () => {
  test('an untouched form changes nothing', () => {
    for (const scope of [all, one]) assert.equal(changeOf(booking, scope, draftOf(booking, scope)), undefined)
  })

  test('one date begins with its own start and length, by the clocks of the booking', () => {
    const { date, time, minutes } = draftOf(booking, one)
    assert.deepEqual({ date, time, minutes }, { date: '2026-12-25', time: '19:30', minutes: 90 })
  })

  test('of one date its start and length are sent, and nothing else', () => {
    const draft = { ...withStart(draftOf(booking, one), '2026-12-26T10:00'), title: 'Other', minutes: 30 }
    assert.deepEqual(changeOf(booking, one, draft), { start: '2026-12-26T10:00', minutes: 30 })
  })

  test('of all dates what changed is sent, people and the number of them together', () => {
    const draft = { ...draftOf(booking, all), title: 'Choir and band', people: 'ada@example.com' }
    assert.deepEqual(changeOf(booking, all, draft), {
      title: 'Choir and band',
      people: [{ email: 'ada@example.com' }],
      peopleExpected: 2,
    })
  })

  test('deputies are sent as a whole, and as none where nobody is left', () => {
    const typed = { ...draftOf(booking, all), deputies: 'ken@example.com; zoe@example.com' }
    assert.deepEqual(changeOf(booking, all, typed), { deputies: ['ken@example.com', 'zoe@example.com'] })
    assert.deepEqual(changeOf(booking, all, { ...typed, deputies: '' }), { deputies: [] })
  })

  test('the dates that follow keep the rule of the series', () => {
    const scope = { scope: 'following', date: '2026-12-25' } as const
    const draft = { ...draftOf(booking, scope), recurrence: null, agenda: 'Songs' }
    assert.deepEqual(changeOf(booking, scope, draft), { agenda: 'Songs' })
  })
})

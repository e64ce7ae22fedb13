import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CalendarBlock } from '@convene/booking/contract'
import { weekOf } from './calendar-view.ts'
import { dayLine } from './day-line.ts'
import { weekDays } from './week-days.ts'

function block(startsAt: string, endsAt: string): CalendarBlock {
  return {
    hostId: 'h',
    lane: 1,
    is: 'mine',
    startsAt,
    endsAt,
    heldFrom: startsAt,
    heldTo: endsAt,
    bookingId: 'b',
    title: 'Weekly',
    organiser: 'Mei',
    date: '2026-10-25',
    state: 'confirmed',
  }
}

function shown(timeZone: string, ...blocks: readonly CalendarBlock[]): string[] {
  const days = weekDays(
    weekOf('2026-10-25').map((day) => dayLine(day, timeZone)),
    blocks,
    [],
  )
  return days.flatMap(({ line, pieces }) =>
    pieces.map(({ item, column, of }) => `${line.day} ${item.from}-${item.to} ${column + 1}/${of}`),
  )
}

test('a meeting stands on its day by the clocks of the viewer', () => {
  const meeting = block('2026-10-22T22:30:00Z', '2026-10-22T23:30:00Z')
  assert.deepEqual(shown('UTC', meeting), ['2026-10-22 1350-1410 1/1'])
  assert.deepEqual(shown('Asia/Taipei', meeting), ['2026-10-23 390-450 1/1'])
})

test('a meeting over midnight stands in both days', () => {
  assert.deepEqual(shown('UTC', block('2026-10-21T23:00:00Z', '2026-10-22T01:00:00Z')), [
    '2026-10-21 1380-1440 1/1',
    '2026-10-22 0-60 1/1',
  ])
})

test('the two 02:30 of a day that repeats an hour stand beside each other', () => {
  const first = block('2026-10-25T00:30:00Z', '2026-10-25T01:00:00Z')
  const second = block('2026-10-25T01:30:00Z', '2026-10-25T02:00:00Z')
  assert.deepEqual(shown('Europe/Berlin', first, second), ['2026-10-25 150-180 1/2', '2026-10-25 150-180 2/2'])
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CalendarBlock, CalendarHost } from '@convene/booking/contract'
import { hostRows, type Piece, without } from './host-rows.ts'

const at = (time: string): number => Date.parse(`2026-12-20T${time}:00Z`)
const day = { from: at('00:00'), to: at('24:00') }
const host: CalendarHost = {
  id: 'hall',
  name: 'Hall',
  plan: 'business',
  capacity: 300,
  lanes: 2,
  timeZone: 'UTC',
  hours: null,
  isOwn: false,
  isActive: true,
}

function block(lane: number, from: string, to: string, more: Partial<CalendarBlock> = {}): CalendarBlock {
  const iso = (time: string): string => new Date(at(time)).toISOString()
  return {
    hostId: 'hall',
    lane,
    is: 'booking',
    startsAt: iso(from),
    endsAt: iso(to),
    heldFrom: iso(from),
    heldTo: iso(to),
    bookingId: null,
    title: null,
    organiser: null,
    date: null,
    state: 'confirmed',
    ...more,
  }
}

function show(pieces: readonly Piece[] | undefined): string[] {
  const time = (value: number): string => new Date(value).toISOString().slice(11, 16)
  return (pieces ?? []).map(({ is, from, to }) => `${is} ${time(from)}-${time(to)}`)
}

const nothing = { hosts: [host], blocks: [], day, earliest: day.from, openOf: () => undefined }

test('each lane of a host has its blocks, and the free times between them', () => {
  const blocks = [block(1, '10:00', '11:00'), block(1, '14:00', '15:30'), block(2, '10:30', '11:30')]
  const [row] = hostRows({ ...nothing, blocks, openOf: () => [{ from: at('08:00'), to: at('18:00') }] })
  assert.deepEqual(show(row?.lanes[0]?.pieces), [
    'free 08:00-10:00',
    'block 10:00-11:00',
    'free 11:00-14:00',
    'block 14:00-15:30',
    'free 15:30-18:00',
  ])
  assert.deepEqual(show(row?.lanes[1]?.pieces), ['free 08:00-10:30', 'block 10:30-11:30', 'free 11:30-18:00'])
})

test('what is held around a meeting is not offered as free', () => {
  const buffered = block(1, '10:00', '11:00', { heldFrom: '2026-12-20T09:50:00Z', heldTo: '2026-12-20T11:10:00Z' })
  const [row] = hostRows({ ...nothing, hosts: [{ ...host, lanes: 1 }], blocks: [buffered] })
  assert.deepEqual(show(row?.lanes[0]?.pieces), ['free 00:00-09:50', 'block 10:00-11:00', 'free 11:10-00:00'])
})

test('nothing in the past is offered, and nothing on a host that is not in use', () => {
  const [row] = hostRows({ ...nothing, hosts: [{ ...host, lanes: 1 }], earliest: at('17:15') })
  assert.deepEqual(show(row?.lanes[0]?.pieces), ['free 17:15-00:00'])
  const [unused] = hostRows({ ...nothing, hosts: [{ ...host, lanes: 1, isActive: false }] })
  assert.deepEqual(show(unused?.lanes[0]?.pieces), [])
})

test('an override stands in a lane of its own, in which nothing is free', () => {
  const [row] = hostRows({ ...nothing, blocks: [block(3, '10:00', '11:00', { is: 'mine' })] })
  assert.equal(row?.lanes.length, 3)
  const [piece] = row?.lanes[2]?.pieces ?? []
  assert.ok(piece?.is === 'block' && piece.looks.isOverride)
  assert.equal(row?.lanes[2]?.pieces.length, 1)
})

const left: readonly (readonly [others: readonly [number, number][], left: readonly [number, number][]])[] = [
  [[], [[0, 100]]],
  [[[0, 100]], []],
  [
    [
      [-50, 20],
      [80, 200],
    ],
    [[20, 80]],
  ],
  [
    [
      [40, 60],
      [50, 55],
      [58, 70],
    ],
    [
      [0, 40],
      [70, 100],
    ],
  ],
]
for (const [others, spans] of left)
  test(`0-100 without ${JSON.stringify(others)} is ${JSON.stringify(spans)}`, () => {
    const found = without(
      { from: 0, to: 100 },
      others.map(([from, to]) => ({ from, to })),
    )
    assert.deepEqual(
      found.map(({ from, to }) => [from, to]),
      spans,
    )
  })

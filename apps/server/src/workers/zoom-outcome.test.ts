import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Booking } from '@convene/booking'
import type { Meeting } from '@convene/zoom'
import type { MeetingState, MeetingStatus } from '@convene/zoom/ensure'
import { differencesOf, outcomeOf } from './zoom-outcome.ts'

const made = { id: 81, host: 'mei@example.com', join_url: 'https://zoom.us/j/81', password: 'a' }
const status = (state: MeetingState, meeting?: object) =>
  ({ key: 'k', state, meeting, candidates: [1, 2], differs: [] }) as unknown as MeetingStatus

const states: readonly [MeetingState, boolean, string][] = [
  ['planned', false, 'waiting'],
  ['sent', false, 'waiting'],
  ['unknown', false, 'unknown'],
  ['published', true, 'made'],
  ['changing', true, 'made'],
  ['refused', false, 'waiting'],
  ['refused', true, 'made'],
  ['undecided', false, 'undecided'],
  ['gone', false, 'gone'],
  ['cancelling', true, 'none'],
  ['cancelled', false, 'none'],
]
for (const [state, hasMeeting, expected] of states)
  test(`${state} ${hasMeeting ? 'with' : 'without'} a meeting is ${expected}`, () => {
    const { is, meeting } = outcomeOf(status(state, hasMeeting ? made : undefined))
    assert.equal(is, expected)
    assert.deepEqual(meeting, expected === 'made' ? { id: 81, joinUrl: made.join_url } : undefined)
  })

const booking = {
  title: '面試',
  agenda: '',
  timeZone: 'Asia/Taipei',
  start: '2026-12-18T18:00',
  minutes: 60,
  exceptions: [{ date: '2026-12-18', start: '2026-12-18T19:00', minutes: undefined }],
} as unknown as Booking
const occurrence = (start: string, changes: object = {}) => ({
  occurrence_id: String(Date.parse(start)),
  start_time: start,
  duration: 60,
  status: 'available',
  ...changes,
})

test('single dates at Zoom are told as exceptions of the booking, and what has begun stays as it was booked', () => {
  const meeting = {
    occurrences: [
      occurrence('2026-12-18T10:00:00Z', { status: 'deleted' }),
      occurrence('2026-12-25T10:00:00Z'),
      occurrence('2027-01-01T10:00:00Z', { start_time: '2027-01-02T12:00:00Z' }),
      occurrence('2027-01-08T10:00:00Z', { status: 'deleted' }),
      occurrence('2027-01-15T10:00:00Z', { duration: 30 }),
    ],
  } as unknown as Meeting
  const told = { joinUrl: undefined, now: Date.parse('2026-12-20T00:00:00Z') }
  const [dates] = differencesOf(['dates'], booking, meeting, told)
  assert.deepEqual(dates?.atZoom, [
    { date: '2026-12-18', start: '2026-12-18T19:00', minutes: undefined },
    { date: '2027-01-01', start: '2027-01-02T20:00', minutes: undefined },
    { date: '2027-01-08', start: undefined, minutes: undefined },
    { date: '2027-01-15', start: '2027-01-15T18:00', minutes: 30 },
  ])
})

test('texts and times are told beside what was booked, the agenda without its mark, and no passcode at all', () => {
  const meeting = {
    topic: 'Party',
    agenda: 'convene:AAAAAAAAAAA.1.BBBBBBBBBBBBBB\nBring a cake',
    start_time: '2026-12-18T12:00:00Z',
    duration: 45,
    join_url: 'https://zoom.us/j/81?pwd=b',
    password: 'secret',
  } as unknown as Meeting
  const fields = ['topic', 'agenda', 'start_time', 'duration', 'join_url', 'password']
  const told = differencesOf(fields, booking, meeting, { joinUrl: 'https://zoom.us/j/81?pwd=a', now: 0 })
  assert.deepEqual(
    told.map(({ booked, atZoom }) => [booked, atZoom]),
    [
      ['面試', 'Party'],
      ['', 'Bring a cake'],
      ['2026-12-18T10:00:00Z', '2026-12-18T12:00:00Z'],
      [60, 45],
      ['https://zoom.us/j/81?pwd=a', 'https://zoom.us/j/81?pwd=b'],
      [null, null],
    ],
  )
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { now } from '../../test/records.ts'
import { ZoomError } from '../errors.ts'
import { everyWeeks } from '../recurrence/every.ts'
import { type MeetingChange, mergeWanted } from './merge-wanted.ts'
import { type MeetingToKeep, resolveWanted } from './wanted.ts'

const mei = 'mei@example.com'
const meeting: MeetingToKeep = {
  topic: 'Interview',
  start_time: '2026-12-18T18:00:00',
  timezone: 'Asia/Taipei',
  duration: 45,
  settings: { waiting_room: true, mute_upon_entry: true },
}
const single = resolveWanted(mei, meeting, now)
const inUtc = resolveWanted(mei, { topic: 'Call', start_time: '2026-12-18T10:00:00Z' }, now)
const shownInTaipei = resolveWanted(mei, { start_time: new Date('2026-12-18T10:00:00Z'), timezone: 'Asia/Taipei' }, now)
const fridays = { ...meeting, recurrence: everyWeeks(1, ['friday'], { count: 3 }) }
const series = resolveWanted(mei, fridays, now)
const timeless = resolveWanted(mei, { type: 3, topic: 'Open door' }, now)
const merge = (before: typeof single, change: MeetingChange, at: number = now) => mergeWanted(mei, before, change, at)

const changes: readonly (readonly [says: string, before: typeof single, change: MeetingChange, same: MeetingToKeep])[] =
  [
    ['a field takes the place of the one before', single, { topic: 'Second' }, { ...meeting, topic: 'Second' }],
    [
      'a field that is undefined is not named',
      single,
      { topic: undefined, duration: 60 },
      { ...meeting, duration: 60 },
    ],
    [
      'settings change key by key',
      single,
      { settings: { waiting_room: false } },
      { ...meeting, settings: { waiting_room: false, mute_upon_entry: true } },
    ],
    [
      'a wall time is one of the same zone',
      single,
      { start_time: '2026-12-19T09:00:00' },
      { ...meeting, start_time: '2026-12-19T09:00:00' },
    ],
    [
      'a start with another zone',
      single,
      { start_time: '2026-12-19T09:00:00', timezone: 'Europe/Berlin' },
      { ...meeting, start_time: '2026-12-19T09:00:00', timezone: 'Europe/Berlin' },
    ],
    [
      'a start in UTC moves in UTC',
      inUtc,
      { start_time: '2026-12-19T10:00:00Z' },
      { topic: 'Call', start_time: '2026-12-19T10:00:00Z' },
    ],
    [
      'a start in UTC becomes a series',
      resolveWanted(mei, { start_time: new Date('2026-12-18T10:00:00Z'), timezone: 'UTC' }, now),
      { recurrence: everyWeeks(1, ['friday'], { count: 3 }) },
      {
        start_time: new Date('2026-12-18T10:00:00Z'),
        timezone: 'UTC',
        recurrence: everyWeeks(1, ['friday'], { count: 3 }),
      },
    ],
    [
      'a start in UTC shown in a zone becomes a series there',
      shownInTaipei,
      { recurrence: everyWeeks(1, ['friday'], { count: 3 }) },
      {
        start_time: new Date('2026-12-18T10:00:00Z'),
        timezone: 'Asia/Taipei',
        recurrence: everyWeeks(1, ['friday'], { count: 3 }),
      },
    ],
    ['a meeting becomes a series', single, { recurrence: everyWeeks(1, ['friday'], { count: 3 }) }, fridays],
    [
      'a series gets another end',
      series,
      { recurrence: everyWeeks(1, ['friday'], { count: 5 }) },
      { ...meeting, recurrence: everyWeeks(1, ['friday'], { count: 5 }) },
    ],
    [
      'a series moves as a whole',
      series,
      { start_time: '2026-12-18T20:00:00' },
      { ...fridays, start_time: '2026-12-18T20:00:00' },
    ],
    ['a series gets another topic', series, { topic: 'Second' }, { ...fridays, topic: 'Second' }],
    [
      'a meeting without a fixed time gets one',
      timeless,
      { start_time: '2026-12-18T18:00:00', timezone: 'Asia/Taipei' },
      { topic: 'Open door', type: 2, start_time: '2026-12-18T18:00:00', timezone: 'Asia/Taipei' },
    ],
    [
      'a meeting without a fixed time becomes a series',
      timeless,
      {
        start_time: '2026-12-18T18:00:00',
        timezone: 'Asia/Taipei',
        recurrence: everyWeeks(1, ['friday'], { count: 3 }),
      },
      {
        topic: 'Open door',
        start_time: '2026-12-18T18:00:00',
        timezone: 'Asia/Taipei',
        recurrence: everyWeeks(1, ['friday'], { count: 3 }),
      },
    ],
    ['a meeting loses its fixed time', inUtc, { type: 3 }, { topic: 'Call', type: 3 }],
    [
      'dates of a series stay beside another topic',
      resolveWanted(mei, { ...fridays, dates: [{ date: '2026-12-25', leave_out: true }] }, now),
      { topic: 'Second' },
      { ...fridays, topic: 'Second', dates: [{ date: '2026-12-25', leave_out: true }] },
    ],
    [
      'dates of a series stay beside another time of day',
      resolveWanted(mei, { ...fridays, dates: [{ date: '2026-12-25', leave_out: true }] }, now),
      { start_time: '2026-12-18T20:00:00' },
      { ...fridays, start_time: '2026-12-18T20:00:00', dates: [{ date: '2026-12-25', leave_out: true }] },
    ],
    [
      'dates of a series go when none are given',
      resolveWanted(mei, { ...fridays, dates: [{ date: '2026-12-25', leave_out: true }] }, now),
      { dates: [] },
      fridays,
    ],
  ]
for (const [says, before, change, same] of changes)
  test(`after a change the meeting is as if it had been asked for so: ${says}`, () =>
    assert.deepEqual(merge(before, change), resolveWanted(mei, same, now)))

const refused: readonly (readonly [what: string, before: typeof single, change: unknown, field: string])[] = [
  ['nothing', single, null, 'meeting'],
  ['a zone alone', single, { timezone: 'Europe/Berlin' }, 'meeting.start_time'],
  ['a start that has passed', single, { start_time: '2026-12-17T17:00:00' }, 'meeting.start_time'],
  ['a name that is mistyped', single, { topics: 'x' }, 'meeting.topics'],
  ['a topic that is too long', single, { topic: 'x'.repeat(201) }, 'meeting.topic'],
  ['settings that are none', single, { settings: null }, 'meeting.settings'],
  ['settings as text', single, { settings: 'none' }, 'meeting.settings'],
  ['a wall time where there is no zone', inUtc, { start_time: '2026-12-18T18:00:00' }, 'meeting.timezone'],
]
for (const [what, before, change, field] of refused)
  test(`a change is refused before anything is kept: ${what}`, () =>
    assert.throws(
      () => merge(before, change as MeetingChange),
      (error) => error instanceof ZoomError && error.code === 'invalid_input' && error.details.field === field,
    ))

test('a meeting that has begun can be renamed, since its times stay as they are', () => {
  const later = Date.parse('2026-12-18T10:30:00Z')
  for (const before of [single, inUtc, series, timeless]) {
    const { fields, meant } = merge(before, { topic: 'Second' }, later)
    assert.deepEqual({ fields, meant }, { fields: { ...before.fields, topic: 'Second' }, meant: before.meant })
  }
})

test('a change that names what is there already changes nothing', () => {
  const names = fc.subarray(['topic', 'duration', 'settings', 'start_time'] as const)
  fc.assert(
    fc.property(names, (some) => {
      const change = Object.fromEntries(some.map((name) => [name, meeting[name]]))
      assert.deepEqual(merge(single, change), single)
    }),
  )
})

test('changes one after the other are one change', () => {
  const change = fc.record(
    { topic: fc.constantFrom('A', 'B'), duration: fc.constantFrom(15, 30), agenda: fc.constantFrom('', 'C') },
    { requiredKeys: [] },
  )
  fc.assert(
    fc.property(change, change, (one, other) =>
      assert.deepEqual(merge(merge(single, one), other), merge(single, { ...one, ...other })),
    ),
  )
})

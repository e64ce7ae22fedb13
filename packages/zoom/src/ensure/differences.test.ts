import assert from 'node:assert/strict'
import { test } from 'node:test'
import { now, wantedMeeting } from '../../test/records.ts'
import type { Meeting } from '../generated/types/schemas.ts'
import { everyWeeks } from '../recurrence/every.ts'
import { changedFields, differencesAtZoom } from './differences.ts'
import type { WantedMeeting } from './record.ts'
import { resolveWanted } from './wanted.ts'

const { fields } = wantedMeeting
const withFields = (changes: object): WantedMeeting => ({ ...wantedMeeting, fields: { ...fields, ...changes } })
const times = { start_time: '2026-12-18T18:00:00', timezone: 'Asia/Taipei', duration: 45 }
const nothing = { fields: {} }
const settings = { waiting_room: true, mute_upon_entry: false }

const changes: readonly (readonly [says: string, froms: readonly WantedMeeting[], to: WantedMeeting, sent: object])[] =
  [
    ['nothing where nothing differs', [wantedMeeting], wantedMeeting, {}],
    ['the field that differs alone', [wantedMeeting], withFields({ topic: 'Second' }), { topic: 'Second' }],
    ['a field that is new', [wantedMeeting], withFields({ agenda: 'Papers' }), { agenda: 'Papers' }],
    [
      'the times as a whole when one of them differs',
      [wantedMeeting],
      withFields({ duration: 60 }),
      { ...times, duration: 60 },
    ],
    [
      'only the settings that differ',
      [withFields({ settings })],
      withFields({ settings: { ...settings, waiting_room: false } }),
      { settings: { waiting_room: false } },
    ],
    [
      'no settings where they are in another order',
      [withFields({ settings })],
      withFields({ settings: { mute_upon_entry: false, waiting_room: true } }),
      {},
    ],
    ['everything where nobody knows what is shown', [nothing], withFields({ settings }), { ...fields, settings }],
    [
      'a field back that a lost change may have changed',
      [wantedMeeting, withFields({ topic: 'Lost' })],
      wantedMeeting,
      { topic: 'Interview' },
    ],
    [
      'settings back that a lost change may have changed',
      [withFields({ settings }), withFields({ settings: { ...settings, waiting_room: false } })],
      withFields({ settings }),
      { settings: { waiting_room: true } },
    ],
  ]
for (const [says, froms, to, sent] of changes)
  test(`a change sends ${says}`, () => assert.deepEqual(changedFields(froms, to), sent))

const shown = {
  topic: 'Interview',
  start_time: '2026-12-18T10:00:00Z',
  duration: 45,
  agenda: '',
  password: 'k7Qm3xZp',
} as Meeting
const marked = 'convene:AAECAwQFBgc.1.abcdefghijklmn'

const seen: readonly (readonly [says: string, meeting: object, should: WantedMeeting, differs: readonly string[]])[] = [
  ['all is as it should be', {}, wantedMeeting, []],
  ['another topic', { topic: 'Lunch' }, wantedMeeting, ['topic']],
  ['another start', { start_time: '2026-12-18T10:00:01Z' }, wantedMeeting, ['start_time']],
  ['no start', { start_time: undefined }, wantedMeeting, ['start_time']],
  ['another length', { duration: 60 }, wantedMeeting, ['duration']],
  ['a length that was left to Zoom', { duration: 60 }, { fields: { topic: 'Interview' } }, []],
  ['another passcode', { password: '123456' }, withFields({ password: 'k7Qm3xZp' }), ['password']],
  ['a passcode that we made', { password: '123456' }, wantedMeeting, []],
  ['a passcode that is not shown', { password: undefined }, withFields({ password: 'k7Qm3xZp' }), []],
  ['another agenda', { agenda: `${marked}\nLunch` }, withFields({ agenda: 'Papers' }), ['agenda']],
  ['the agenda under our mark', { agenda: `${marked}\nPapers` }, withFields({ agenda: 'Papers' }), []],
  ['an agenda that is hidden', { agenda: '' }, withFields({ agenda: 'Papers' }), []],
  [
    'other settings, which an account may overrule',
    { settings: { waiting_room: false } },
    withFields({ settings }),
    [],
  ],
  [
    'a meeting without a fixed time',
    { start_time: undefined, duration: undefined },
    { fields: { topic: 'Interview' } },
    [],
  ],
  [
    'all at once',
    { topic: 'Lunch', start_time: '2026-12-19T10:00:00Z', duration: 60 },
    wantedMeeting,
    ['topic', 'start_time', 'duration'],
  ],
]
for (const [says, meeting, should, differs] of seen)
  test(`read at Zoom: ${says}`, () =>
    assert.deepEqual(differencesAtZoom({ ...shown, ...meeting }, should, now), differs))

const fridays = { topic: 'Interview', ...times, recurrence: everyWeeks(1, ['friday'], { count: 3 }) }
const series = resolveWanted('mei@example.com', fridays, now)
const leftOut = resolveWanted('mei@example.com', { ...fridays, dates: [{ date: '2026-12-25', leave_out: true }] }, now)
const moved = resolveWanted(
  'mei@example.com',
  { ...fridays, dates: [{ date: '2026-12-25', start_time: '2026-12-26T18:00:00' }] },
  now,
)
const dates = ['2026-12-18T10:00:00Z', '2026-12-25T10:00:00Z', '2027-01-01T10:00:00Z']
const occurrences = (second: object = {}) =>
  dates.map((start_time, index) => ({
    occurrence_id: String(Date.parse(start_time)),
    start_time,
    duration: 45,
    status: 'available',
    ...(index === 1 && second),
  }))
const afterTheSecond = Date.parse('2026-12-26T00:00:00Z')

for (const [says, second, should, at, differs] of [
  ['as its rule says', {}, series, now, []],
  ['one date left out by somebody', { status: 'deleted' }, series, now, ['dates']],
  ['one date moved by somebody', { start_time: '2026-12-25T11:00:00Z' }, series, now, ['dates']],
  ['one date longer', { duration: 60 }, series, now, ['dates']],
  ['a date of the past moved', { start_time: '2026-12-25T11:00:00Z' }, series, afterTheSecond, []],
  ['one date left out as wanted', { status: 'deleted' }, leftOut, now, []],
  ['one date not left out', {}, leftOut, now, ['dates']],
  ['one date moved as wanted', { start_time: '2026-12-26T10:00:00Z' }, moved, now, []],
  ['one date moved elsewhere', { start_time: '2026-12-27T10:00:00Z' }, moved, now, ['dates']],
] as const)
  test(`a series read at Zoom: ${says}`, () => {
    const meeting = { ...shown, occurrences: occurrences(second) } as Meeting
    assert.deepEqual(differencesAtZoom(meeting, should, at), differs)
  })

test('a series that was moved as a whole is at another start, not on other dates', () => {
  const later = occurrences().map((one) => ({ ...one, occurrence_id: String(Number(one.occurrence_id) + 3_600_000) }))
  assert.deepEqual(differencesAtZoom({ ...shown, occurrences: later } as Meeting, series, now), ['start_time'])
})

test('a date that is brought back to the rule makes the times go as a whole, since Zoom knows no other way', () => {
  const { topic: _same, ...sent } = series.fields
  assert.deepEqual(changedFields([leftOut], series), sent)
  assert.deepEqual(changedFields([series], leftOut), {})
})

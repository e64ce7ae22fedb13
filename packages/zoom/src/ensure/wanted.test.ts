import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inspect } from 'node:util'
import { now } from '../../test/records.ts'
import { ZoomError } from '../errors.ts'
import { realAmbient } from '../http/ambient.ts'
import { everyDays, everyWeeks } from '../recurrence/every.ts'
import { hashOf } from './canonical.ts'
import { longestAgenda } from './marker.ts'
import { type MeetingToKeep, resolveWanted } from './wanted.ts'

const mei = 'mei@example.com'
const meeting: MeetingToKeep = {
  topic: 'Interview',
  start_time: '2026-12-18T18:00:00',
  timezone: 'Asia/Taipei',
  duration: 45,
}

const refused: readonly (readonly [what: string, host: unknown, meeting: unknown, field: string, remedy: RegExp])[] = [
  ['no host', undefined, meeting, 'host', /user id or e-mail address/],
  ['an empty host', ' ', meeting, 'host', /user id or e-mail address/],
  ['me, who is somebody else in another program', 'me', meeting, 'host', /another program/],
  ['a host of 129 characters', 'm'.repeat(129), meeting, 'host', /at most 128/],
  ['no meeting', mei, undefined, 'meeting', /fields of meetings\.create/],
  ['a host among the fields', mei, { ...meeting, userId: mei }, 'meeting.userId', /beside the meeting/],
  ['a host to schedule for', mei, { ...meeting, schedule_for: mei }, 'meeting.schedule_for', /beside the meeting/],
  ['Zoom’s own passcode', mei, { ...meeting, default_password: true }, 'meeting.default_password', /as password/],
  ['no start', mei, { topic: 'Now' }, 'meeting.start_time', /stands in no list/],
  ['an instant meeting', mei, { type: 1 }, 'meeting.start_time', /stands in no list/],
  ['the personal room', mei, { ...meeting, settings: { use_pmi: true } }, 'meeting.settings.use_pmi', /always there/],
  [
    'an agenda that leaves no place for the mark',
    mei,
    { ...meeting, agenda: 'x'.repeat(longestAgenda + 1) },
    'meeting.agenda',
    /1959/,
  ],
  [
    'a start that has passed',
    mei,
    { ...meeting, start_time: '2026-12-17T17:59:59' },
    'meeting.start_time',
    /time to come/,
  ],
  ['a wall time without its zone', mei, { start_time: '2026-12-18T18:00:00' }, 'meeting.timezone', /Asia\/Taipei/],
  ['a zone that nobody knows', mei, { ...meeting, timezone: 'Asia/Taipeh' }, 'meeting.timezone', /Asia\/Taipei/],
  ['a name that is mistyped', mei, { ...meeting, topics: 'x' }, 'meeting.topics', /topic/],
  [
    'a setting that is mistyped',
    mei,
    { ...meeting, settings: { waitingroom: true } },
    'meeting.settings.waitingroom',
    /waiting_room/,
  ],
  ['a length as text', mei, { ...meeting, duration: '45' }, 'meeting.duration', /without quotes: 45/],
  [
    'a weekly rule without days',
    mei,
    { ...meeting, recurrence: { type: 2 } },
    'meeting.recurrence.weekly_days',
    /Name the days/,
  ],
  [
    'dates without a series',
    mei,
    { ...meeting, dates: [{ date: '2026-12-25', leave_out: true }] },
    'meeting.dates',
    /Only a series/,
  ],
]
for (const [what, host, given, field, remedy] of refused)
  test(`refused before anything is kept: ${what}`, () => {
    assert.throws(
      () => resolveWanted(host, given, now),
      (error) => {
        assert.ok(error instanceof ZoomError && error.code === 'invalid_input')
        assert.equal(error.details.field, field)
        assert.match(error.message, remedy)
        assert.ok(error.message.startsWith(`${field} is `), error.message)
        return true
      },
    )
  })

test('a passcode that is refused is shown nowhere', () => {
  const given = { ...meeting, password: 'geheim geheim' }
  assert.throws(
    () => resolveWanted(mei, given, now),
    (error) => {
      assert.equal((error as ZoomError).details.field, 'meeting.password')
      assert.doesNotMatch(inspect(error, { depth: 9 }) + JSON.stringify(error), /geheim/)
      return true
    },
  )
})

test('what Zoom will be sent is plain, and the instants that are meant stand beside it', () => {
  const given = {
    ...meeting,
    agenda: undefined,
    settings: { waiting_room: true, alternative_hosts: ['a@example.com', 'b@example.com'] },
  }
  assert.deepEqual(resolveWanted(mei, given, now), {
    fields: {
      topic: 'Interview',
      duration: 45,
      start_time: '2026-12-18T18:00:00',
      timezone: 'Asia/Taipei',
      settings: { waiting_room: true, alternative_hosts: 'a@example.com;b@example.com' },
    },
    meant: { first: Date.parse('2026-12-18T10:00:00Z') },
  })
})

test('a series is sent from its first date on, and first and last date are meant', () => {
  const { fields, meant } = resolveWanted(
    mei,
    { ...meeting, start_time: '2026-12-17T18:00:01', recurrence: everyWeeks(1, ['friday'], { count: 2 }) },
    now,
  )
  assert.deepEqual([fields.type, fields.start_time], [8, '2026-12-18T10:00:01Z'])
  assert.deepEqual(meant, { first: Date.parse('2026-12-18T10:00:01Z'), last: Date.parse('2026-12-25T10:00:01Z') })
})

test('a meeting without a fixed time has no instant', () =>
  assert.deepEqual(resolveWanted(mei, { type: 3, topic: 'Open door' }, now), {
    fields: { type: 3, topic: 'Open door' },
  }))

const at = '2026-12-18T10:00:00Z'
const rule = { type: 1, repeat_interval: 2, end_times: 3 } as const
const equal: readonly (readonly [what: string, one: MeetingToKeep, other: MeetingToKeep])[] = [
  [
    'names in another order',
    meeting,
    { duration: 45, timezone: 'Asia/Taipei', start_time: '2026-12-18T18:00:00', topic: 'Interview' },
  ],
  ['a field that is undefined', meeting, { ...meeting, agenda: undefined, settings: undefined }],
  ['a blank for the T', meeting, { ...meeting, start_time: '2026-12-18 18:00' }],
  ['an offset', meeting, { ...meeting, start_time: '2026-12-18T18:00:00+08:00' }],
  ['a Temporal.PlainDateTime', meeting, { ...meeting, start_time: Temporal.PlainDateTime.from('2026-12-18T18:00') }],
  [
    'a Temporal.ZonedDateTime',
    meeting,
    { topic: 'Interview', duration: 45, start_time: Temporal.ZonedDateTime.from('2026-12-18T18:00[Asia/Taipei]') },
  ],
  ['a Date for text in UTC', { start_time: at }, { start_time: new Date(at) }],
  ['a Temporal.Instant for text in UTC', { start_time: at }, { start_time: Temporal.Instant.from(at) }],
  [
    'a Date with a zone for an instant with a zone',
    { start_time: new Date(at), timezone: 'Asia/Taipei' },
    { start_time: Temporal.Instant.from(at), timezone: 'Asia/Taipei' },
  ],
  [
    'a rule for Zoom’s object',
    { ...meeting, recurrence: rule },
    { ...meeting, recurrence: everyDays(2, { count: 3 }) },
  ],
  [
    'a list of hosts for their text',
    { ...meeting, settings: { alternative_hosts: 'a@example.com;b@example.com' } },
    { ...meeting, settings: { alternative_hosts: ['a@example.com', 'b@example.com'] } },
  ],
]
for (const [what, one, other] of equal)
  test(`the same meeting in other words is the same: ${what}`, async () => {
    const hash = async (given: MeetingToKeep) => hashOf(realAmbient, resolveWanted(mei, given, now))
    assert.equal(await hash(one), await hash(other))
  })

for (const [what, change] of [
  ['topic', { topic: 'Lunch' }],
  ['start', { start_time: '2026-12-18T18:00:01' }],
  ['zone', { timezone: 'Asia/Singapore' }],
  ['length', { duration: 46 }],
  ['setting', { settings: { waiting_room: true } }],
  ['rule', { recurrence: rule }],
] as const)
  test(`a meeting with another ${what} is another`, async () => {
    const hash = async (given: MeetingToKeep) => hashOf(realAmbient, resolveWanted(mei, given, now))
    assert.notEqual(await hash(meeting), await hash({ ...meeting, ...change }))
  })

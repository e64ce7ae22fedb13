import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Meeting, User } from '../domain/entities.ts'
import {
  presentCreatedMeeting,
  presentOperator,
  presentPlannedMeeting,
  presentRunningMeeting,
} from './event-meeting.ts'
import { presentMeetingChange, presentOccurrenceChange } from './event-meeting-change.ts'

const host: User = {
  id: 'host-1',
  accountId: 'acme',
  email: 'mei@example.com',
  firstName: 'Mei',
  lastName: 'Lin',
  displayName: 'Mei Lin',
  type: 2,
  status: 'active',
  timeZone: 'Asia/Taipei',
  language: 'en-US',
  pmi: 5_123_456_789,
  roleId: '2',
  department: '',
  assistantIds: [],
  createdAt: 0,
}
const startAt = Date.UTC(2026, 11, 18, 10)
const weekMs = 7 * 86_400_000
const dates = [startAt, startAt + weekMs].map((at) => ({
  occurrenceId: String(at),
  startAt: at,
  durationMinutes: 60,
  status: 'available' as const,
}))
const series: Meeting = {
  id: 93_312_345_678,
  uuid: 'abc+/def==',
  accountId: 'acme',
  hostId: 'host-1',
  topic: 'Weekly',
  agenda: '',
  type: 8,
  status: 'waiting',
  startAt,
  durationMinutes: 60,
  timeZone: 'Asia/Taipei',
  password: 'abc123',
  encryptedPassword: 'enc',
  numericPassword: '123456',
  preSchedule: false,
  usePmi: false,
  recurrence: { type: 2, repeat_interval: 1, weekly_days: '6', end_times: 2 },
  occurrences: dates,
  settings: { join_before_host: true, jbh_time: 5 },
  trackingFields: [{ field: 'Unit', value: 'A' }],
  createdAt: 0,
  creationSource: 'open_api',
}
const asJson = (value: unknown) => JSON.parse(JSON.stringify(value))
const identity = {
  uuid: 'abc+/def==',
  id: 93_312_345_678,
  host_id: 'host-1',
  topic: 'Weekly',
  type: 8,
  start_time: '2026-12-18T10:00:00Z',
  duration: 60,
  timezone: 'Asia/Taipei',
}
const shortDates = [
  { occurrence_id: String(startAt), start_time: '2026-12-18T10:00:00Z' },
  { occurrence_id: String(startAt + weekMs), start_time: '2026-12-25T10:00:00Z' },
]
const fullDates = shortDates.map((date) => ({ ...date, duration: 60, status: 'available' }))

test('an event names who did it by e-mail and id', () => {
  assert.deepEqual(presentOperator(host), { operator: 'mei@example.com', operator_id: 'host-1' })
})

test('a new meeting comes with its join link, passcode, dates and the settings that Zoom tells of', () => {
  assert.deepEqual(asJson(presentCreatedMeeting(series, host, 'http://127.0.0.1:4747')), {
    ...identity,
    join_url: 'http://127.0.0.1:4747/j/93312345678?pwd=enc',
    password: 'abc123',
    recurrence: series.recurrence,
    occurrences: fullDates,
    settings: {
      use_pmi: false,
      alternative_hosts: '',
      join_before_host: true,
      jbh_time: 5,
      meeting_invitees: [],
    },
    tracking_fields: [{ field: 'Unit', value: 'A', visible: true }],
  })
})

test('a planned meeting has a number as id, no link, and the dates that the event is about', () => {
  assert.deepEqual(asJson(presentPlannedMeeting(series)), { ...identity, occurrences: shortDates })
  const [, second] = dates
  assert.ok(second)
  assert.deepEqual(asJson(presentPlannedMeeting(series, [second])).occurrences, shortDates.slice(1))
})

test('a running meeting has a text as id, and the time at which it really began', () => {
  assert.deepEqual(asJson(presentRunningMeeting({ ...series, startedAt: startAt + 61_500 })), {
    ...identity,
    id: '93312345678',
    start_time: '2026-12-18T10:01:01Z',
  })
})

const { id } = series
const changes: {
  readonly name: string
  readonly change: Partial<Meeting>
  readonly before: object
  readonly after: object
}[] = [
  { name: 'the topic', change: { topic: 'Monthly' }, before: { topic: 'Weekly' }, after: { topic: 'Monthly' } },
  {
    name: 'a setting that was never sent before',
    change: { settings: { ...series.settings, waiting_room: true } },
    before: { settings: { waiting_room: false } },
    after: { settings: { waiting_room: true } },
  },
  {
    name: 'a passcode, and with it the link',
    change: { password: 'new', encryptedPassword: 'renewed' },
    before: { join_url: 'http://zoom/j/93312345678?pwd=enc', password: 'abc123' },
    after: { join_url: 'http://zoom/j/93312345678?pwd=renewed', password: 'new' },
  },
  {
    name: 'a start that was taken away',
    change: { startAt: undefined, topic: 'Anytime' } as unknown as Partial<Meeting>,
    before: { start_time: '2026-12-18T10:00:00Z', topic: 'Weekly' },
    after: { topic: 'Anytime' },
  },
]
for (const { name, change, before, after } of changes)
  test(`a change tells the id and what differs, and nothing else: ${name}`, () => {
    const changed = { ...series, ...change }
    assert.deepEqual(presentMeetingChange({ meeting: series, host }, { meeting: changed, host }, 'http://zoom'), {
      object: { id, ...after },
      old_object: { id, ...before },
    })
  })

test('a change that leaves everything as it was is none', () => {
  const same = { meeting: { ...series, settings: { jbh_time: 5, join_before_host: true, use_pmi: false } }, host }
  assert.equal(presentMeetingChange({ meeting: series, host }, same, 'http://zoom'), undefined)
})

test('a change of one date tells that date, with what differs on it', () => {
  const [first, second] = dates
  assert.ok(first && second)
  const moved = { ...second, startAt: second.startAt + 3_600_000, changes: { settings: { jbh_time: 10 } } }
  const after = { ...series, occurrences: [first, moved] }
  assert.deepEqual(presentOccurrenceChange(series, after, second.occurrenceId), {
    object: {
      id,
      occurrences: [{ ...fullDates[1], start_time: '2026-12-25T11:00:00Z' }],
      settings: { jbh_time: 10 },
    },
    old_object: { id, occurrences: [fullDates[1]], settings: { jbh_time: 5 } },
  })
  assert.equal(presentOccurrenceChange(series, after, first.occurrenceId), undefined)
})

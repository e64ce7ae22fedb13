import assert from 'node:assert/strict'
import { test } from 'node:test'
import { everyDays } from '../../recurrence/every.ts'
import type { CreateMeetingInput } from '../meeting-types/create-input.ts'
import type { UpdateMeetingInput } from '../meeting-types/update-input.ts'
import { checkCreateFields, checkUpdateFields } from './check-fields.ts'

const daily = everyDays(1, { count: 3 })
const start_time = '2026-12-17T18:00:00Z'

const refusedCreates: readonly [input: Record<string, unknown>, message: RegExp][] = [
  [{ duration: '45' }, /^duration is "45", .* Give a number without quotes: 45\.$/],
  [{ duration: 0 }, /^duration is 0, .* from 1 to 1440/],
  [{ duration: 1441 }, /^duration is 1441/],
  [{ duration: 1.5 }, /^duration is 1\.5/],
  [{ duration: Number.NaN }, /^duration is/],
  [{ duration: '1 hour' }, /^duration is "1 hour", .* whole number/],
  [{ type: '2' }, /^type is "2", .* without quotes: 2/],
  [{ type: 4 }, /^type is 4, .* one of 1, 2, 3, 8, 10/],
  [{ topic: 'x'.repeat(201) }, /^topic is .* It has 201 characters; Zoom takes at most 200/],
  [{ topic: 5 }, /^topic is 5/],
  [{ topic: null }, /^topic is null/],
  [{ agenda: 'x'.repeat(2001) }, /^agenda is .* 2001 characters/],
  [{ password: '12345678901' }, /^password is \S*, .* 11 characters; Zoom takes at most 10/],
  [{ password: 'with space' }, /^password is .* without spaces/],
  [{ password: 'sécret' }, /^password is .* letters, digits/],
  [{ password: 123456 }, /^password is .* Give text/],
  [{ default_password: 'true' }, /^default_password is .* Give true without quotes/],
  [{ pre_schedule: 'False' }, /^pre_schedule is "False", .* Give false without quotes/],
  [{ tracking_fields: { field: 'a' } }, /^tracking_fields is .* Give a list/],
  [{ settings: [] }, /^settings is \[\], .* Give an object/],
  [{ settings: null }, /^settings is null/],
  [{ settings: { waiting_room: 'yes' } }, /^settings\.waiting_room is "yes", .* Give true or false/],
  [{ settings: { waitingRoom: true } }, /^settings\.waitingRoom is true, .* called waiting_room/],
  [{ settings: { jbh_time: 7 } }, /^settings\.jbh_time is 7, .* one of 0, 5, 10, 15/],
  [{ settings: { approval_type: '2' } }, /^settings\.approval_type is "2", .* without quotes: 2/],
  [{ settings: { audio: 'phone' } }, /^settings\.audio is "phone", .* "telephony"/],
  [{ settings: { breakout_room: true } }, /^settings\.breakout_room is true, .* Give an object/],
  [{ settings: { meeting_invitees: 'ada@example.com' } }, /^settings\.meeting_invitees is .* Give a list/],
  [
    { settings: { alternative_hosts: 'a@example.com,b@example.com' } },
    /^settings\.alternative_hosts is .* separate the hosts with ";"/,
  ],
  [{ settings: { alternative_hosts: [5] } }, /^settings\.alternative_hosts is \[5\]/],
  [{ settings: { custom_keys: Array(11).fill({}) } }, /^settings\.custom_keys is 11, .* at most 10/],
  [
    { settings: { allow_host_control_participant_mute_state: true, request_permission_to_unmute_participants: true } },
    /excludes request_permission_to_unmute_participants/,
  ],
  [{ start: start_time }, /^start is .* called start_time/],
  [{ start_date: start_time }, /called start_time/],
  [{ startTime: start_time }, /called start_time/],
  [{ timeZone: 'Asia/Taipei' }, /called timezone/],
  [{ time_zone: 'Asia/Taipei' }, /called timezone/],
  [{ title: 'Weekly' }, /called topic/],
  [{ strat_time: start_time }, /called start_time/],
  [{ tpoic: 'Weekly' }, /called topic/],
  [{ settings: { wating_room: true } }, /^settings\.wating_room is true, .* called waiting_room/],
  [{ wating_room: true }, /belongs into settings: \{ waiting_room: … \}/],
  [{ meetingId: 85746065432 }, /^meetingId is 85746065432, .* update/],
  [{ occurrence_id: '1' }, /^occurrence_id is "1", .* update/],
  [{ passcode: '123' }, /^passcode is \S+, .* called password/],
  [{ user_id: 'me' }, /called userId/],
  [{ waiting_room: true }, /^waiting_room is true, .* belongs into settings: \{ waiting_room: … \}/],
  [{ type: 2, start_time, recurrence: daily }, /^type is 2, .* With recurrence the type is 8/],
  [{ type: 3, recurrence: daily }, /^type is 3, .* leave recurrence out/],
  [{ type: 8, start_time }, /^recurrence is missing, .* Type 8 repeats/],
  [{ recurrence: daily }, /^start_time is missing, .* A series needs its first start/],
  [{ type: 3, start_time }, /^start_time is .* Type 3 has no fixed time/],
  [{ type: 1, start_time }, /^start_time is .* Type 1 has no fixed time/],
  [{ type: 1, schedule_for: 'ada@example.com' }, /^schedule_for is .* use type 2/],
]
for (const [input, message] of refusedCreates)
  test(`create refuses ${JSON.stringify(input).slice(0, 90)}`, () =>
    assert.throws(() => checkCreateFields(input as CreateMeetingInput), { code: 'invalid_input', message }))

const takenCreates: readonly CreateMeetingInput[] = [
  {},
  { topic: '😀'.repeat(200), agenda: 'x'.repeat(2000), duration: 1440, password: 'aB3@-_*!.~' },
  { password: '' },
  { type: 1, topic: 'Now' },
  { type: 3, topic: 'Whenever', timezone: 'Asia/Taipei' },
  { type: 8, start_time, recurrence: daily },
  { start_time, recurrence: daily, topic: undefined, settings: { waiting_room: undefined } },
  { settings: { alternative_hosts: ['a@example.com', 'b@example.com'], auto_recording: 'cloud', jbh_time: 15 } },
  { settings: { alternative_hosts: 'a@example.com;b@example.com' } },
]
for (const input of takenCreates)
  test(`create takes ${JSON.stringify(input).slice(0, 90)}`, () => checkCreateFields(input))

test('a field that is like none of Zoom’s passes, since Zoom may have learnt it', () => {
  checkCreateFields({ new_in_2027: true } as CreateMeetingInput)
  checkCreateFields({ settings: { new_in_2027: true } as object })
})

const refusedUpdates: readonly [input: Record<string, unknown>, message: RegExp][] = [
  [{}, /Nothing is to change/],
  [{ topic: undefined, occurrence_id: '1' }, /Nothing is to change/],
  [{ recurrence: daily }, /^start_time is missing, .* give the first start too/],
  [{ type: 8, start_time }, /^recurrence is missing/],
  [{ type: 2, start_time, recurrence: daily }, /^type is 2/],
  [{ timezone: 'Asia/Taipei' }, /^start_time is missing, .* instant or wall time/],
  [{ occurrence_id: '', agenda: 'x' }, /^occurrence_id is ""/],
  [{ occurrence_id: 1797501600000, agenda: 'x' }, /^occurrence_id is 1797501600000, .* as text/],
  [{ occurrence_id: '1', topic: 'x' }, /^topic is "x", .* for the whole series only/],
  [{ occurrence_id: '1', password: 'x' }, /^password is .* for the whole series only/],
  [{ occurrence_id: '1', recurrence: daily, start_time }, /^recurrence is .* for the whole series only/],
  [{ occurrence_id: '1', settings: { audio: 'voip' } }, /^settings\.audio is "voip", .* for the whole series only/],
  [{ occurrence_id: '1', agenda: 'x', timezone: 'Asia/Taipei' }, /^timezone is/],
  [{ id: 12345678901, topic: 'x' }, /^id is 12345678901, .* called meetingId/],
  [{ occurrenceId: '1', topic: 'x' }, /called occurrence_id/],
]
for (const [input, message] of refusedUpdates)
  test(`update refuses ${JSON.stringify(input).slice(0, 90)}`, () =>
    assert.throws(() => checkUpdateFields({ meetingId: 12345678901, ...input } as UpdateMeetingInput), {
      code: 'invalid_input',
      message,
    }))

const takenUpdates: readonly Omit<UpdateMeetingInput, 'meetingId'>[] = [
  { topic: 'New' },
  { start_time, timezone: 'Asia/Taipei' },
  { start_time, recurrence: daily },
  { type: 3, timezone: 'Asia/Taipei' },
  { occurrence_id: '1797501600000', start_time, timezone: 'Asia/Taipei', duration: 30, agenda: 'x' },
  { occurrence_id: '1797501600000', settings: { waiting_room: true, auto_recording: 'none', watermark: false } },
]
for (const input of takenUpdates)
  test(`update takes ${JSON.stringify(input).slice(0, 90)}`, () =>
    checkUpdateFields({ meetingId: 12345678901, ...input }))

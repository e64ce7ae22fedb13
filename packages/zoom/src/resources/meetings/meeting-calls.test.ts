import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type ReceivedRequest, scriptZoom } from '../../../test/scripted-zoom.ts'
import type { MeetingsResource } from '../meetings.ts'

const meetingId = 85746065432
const meeting = { id: meetingId, topic: 'T', type: 2, join_url: 'https://zoom.us/j/1' }

const calls: readonly [
  title: string,
  call: (meetings: MeetingsResource) => Promise<unknown>,
  request: Partial<ReceivedRequest>,
  body?: object,
][] = [
  ['get', (meetings) => meetings.get({ meetingId }), { method: 'GET', url: `/meetings/${meetingId}` }, meeting],
  [
    'get one date, with the past ones',
    (meetings) => meetings.get({ meetingId, occurrence_id: '1', show_previous_occurrences: true }),
    { method: 'GET', url: `/meetings/${meetingId}?occurrence_id=1&show_previous_occurrences=true` },
    meeting,
  ],
  ['delete', (meetings) => meetings.delete({ meetingId }), { method: 'DELETE', url: `/meetings/${meetingId}` }],
  [
    'delete one date without letters to anybody',
    (meetings) =>
      meetings.delete({
        meetingId,
        occurrence_id: '1',
        schedule_for_reminder: false,
        cancel_meeting_reminder: false,
      }),
    {
      method: 'DELETE',
      url: `/meetings/${meetingId}?occurrence_id=1&schedule_for_reminder=false&cancel_meeting_reminder=false`,
    },
  ],
  [
    'end',
    (meetings) => meetings.end({ meetingId }),
    { method: 'PUT', url: `/meetings/${meetingId}/status`, body: { action: 'end' } },
  ],
  [
    'recover',
    (meetings) => meetings.recover({ meetingId }),
    { method: 'PUT', url: `/meetings/${meetingId}/status`, body: { action: 'recover' } },
  ],
  [
    'invitation',
    (meetings) => meetings.invitation({ meetingId: '857-4606-5432' }),
    { method: 'GET', url: `/meetings/${meetingId}/invitation` },
    { invitation: 'Ada is inviting you\r\n', sip_links: [] },
  ],
  [
    'invite links',
    (meetings) => meetings.inviteLinks({ meetingId, attendees: [{ name: 'Ada', disable_audio: true }], ttl: 60 }),
    {
      method: 'POST',
      url: `/meetings/${meetingId}/invite_links`,
      body: { attendees: [{ name: 'Ada', disable_audio: true }], ttl: 60 },
    },
    { attendees: [{ name: 'Ada', join_url: 'https://zoom.us/w/1' }] },
  ],
]
for (const [title, call, request, body] of calls)
  test(`${title} is one request, and its answer comes back as Zoom gave it`, async () => {
    await using zoom = await scriptZoom(() => (body ? { status: 200, body } : { status: 204 }))
    assert.deepEqual(await call(zoom.client.meetings), body)
    assert.deepEqual(zoom.requests, [{ body: undefined, ...request }])
  })

const refused: readonly [call: (meetings: MeetingsResource) => Promise<unknown>, message: RegExp][] = [
  [(meetings) => meetings.get({ meetingId: '' }), /meetingId is ""/],
  [(meetings) => meetings.get({ meetingId: 'abc==' }), /meetingId is "abc=="/],
  [(meetings) => meetings.get({ meetingId: 12345678 }), /9 to 11 digits/],
  [(meetings) => meetings.get({ meetingId: 8.57e15 }), /9 to 11 digits/],
  [(meetings) => meetings.get({ meetingId: '../users' }), /meetingId is/],
  [(meetings) => meetings.get({ id: meetingId } as never), /called meetingId/],
  [(meetings) => meetings.create({ email: 'ada@example.com' } as never), /called userId/],
  [(meetings) => meetings.get(meetingId as never), /^input is 85746065432, .* \{ meetingId: … \}/],
  [(meetings) => meetings.update(undefined as never), /^input is missing, .* \{ meetingId: … \}/],
  [(meetings) => meetings.listOccurrences({ user_id: 'ada', from: 'x', to: 'y' } as never), /called userId/],
  [(meetings) => Promise.resolve(meetings.list('ada@example.com' as never)), /^input is "ada@example.com"/],
  [(meetings) => meetings.inviteLinks({ meetingId, attendees: ['Ada'] as never }), /^attendees\[0\] is "Ada"/],
  [(meetings) => meetings.get({ meetingId, show_previous_occurrences: 'true' as never }), /Give true without quotes/],
  [(meetings) => meetings.delete({ meetingId, occurrence_id: '' }), /occurrence_id is ""/],
  [(meetings) => meetings.delete({ meetingId, occurrenceId: '1' } as never), /called occurrence_id/],
  [(meetings) => meetings.delete({ meetingId, cancel_meeting_reminder: 'yes' as never }), /true or false/],
  [(meetings) => meetings.end({ meeting_id: meetingId } as never), /called meetingId/],
  [(meetings) => meetings.recover({ meetingId: 0 }), /meetingId is 0/],
  [(meetings) => meetings.invitation({ meetingId: Number.NaN }), /meetingId is/],
  [(meetings) => meetings.inviteLinks({ meetingId, attendees: [] }), /attendees is \[\].*at least one/],
  [(meetings) => meetings.inviteLinks({ meetingId, attendees: 'Ada' as never }), /attendees is "Ada".*a list/],
  [(meetings) => meetings.inviteLinks({ meetingId, attendees: Array(501).fill({ name: 'A' }) }), /at most 500/],
  [(meetings) => meetings.inviteLinks({ meetingId, attendees: [{ name: '' }] }), /attendees\[0\]\.name is ""/],
  [(meetings) => meetings.inviteLinks({ meetingId, attendees: [{ name: 'x'.repeat(65) }] }), /at most 64/],
  [(meetings) => meetings.inviteLinks({ meetingId, attendees: [{ name: 'A' }], ttl: 7_776_001 }), /ttl is 7776001/],
]
test('a call that does not clearly name its meeting is refused before anything is sent', async () => {
  await using zoom = await scriptZoom(() => ({ status: 204 }))
  for (const [call, message] of refused)
    await assert.rejects(call(zoom.client.meetings), { code: 'invalid_input', message }, String(message))
  assert.equal(zoom.requests.length, 0)
})

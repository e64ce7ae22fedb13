import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sampleMeeting } from '../../../test/sample-meeting.ts'
import { createEvents } from '../../domain/events.ts'
import type { Participant } from '../../domain/life/participant.ts'
import { announceTurn } from './announce-turn.ts'

const startedAt = Date.UTC(2026, 11, 18, 10)
const now = startedAt + 90_000
const meeting = sampleMeeting({ type: 3, startedAt, endedAt: now })
const ann: Participant = {
  id: 'visit-1',
  meetingId: meeting.id,
  instanceUuid: 'abc==',
  number: 16_778_240,
  name: 'Ann',
  email: 'ann@elsewhere.test',
  registrantId: 'reg-1',
  isHost: false,
  place: 'gone',
  stays: [],
  gone: 'ended',
}

test('events tell who left and that the meeting ended, with its id as a text', () => {
  const events = createEvents()
  const told: unknown[] = []
  events.subscribe(({ name, accountId, payload }) => told.push([name, accountId, payload()]))
  announceTurn(
    { events, clock: { now: () => now } },
    {
      room: { meeting, people: [] },
      changed: [],
      news: [{ name: 'meeting.participant_left', participant: ann }, { name: 'meeting.ended' }],
    },
  )
  const object = {
    uuid: 'abc==',
    id: '93312345678',
    host_id: 'host-1',
    topic: 'Weekly',
    type: 3,
    start_time: '2026-12-18T10:00:00Z',
    duration: 60,
    timezone: 'Asia/Taipei',
  }
  const participant = {
    user_id: '16778240',
    user_name: 'Ann',
    id: '',
    participant_uuid: 'visit-1',
    participant_user_id: '',
    leave_time: '2026-12-18T10:01:30Z',
    leave_reason: 'Ann left the meeting.<br>Reason: Host ended the meeting.',
    email: 'ann@elsewhere.test',
    registrant_id: 'reg-1',
  }
  assert.deepEqual(told, [
    ['meeting.participant_left', 'acme', { object: { ...object, participant } }],
    ['meeting.ended', 'acme', { object: { ...object, end_time: '2026-12-18T10:01:30Z' } }],
  ])
})

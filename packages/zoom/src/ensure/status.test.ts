import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  attemptWith,
  changeWith,
  now,
  publishedRecord,
  publishedWith,
  recordWith,
  surplusWith,
  times,
  wantedMeeting,
} from '../../test/records.ts'
import type { MeetingRecord, Reason } from './record.ts'
import { meetingStates, reasons } from './record.ts'
import { settled } from './settle.ts'
import { statusOf } from './status.ts'

const unknown = attemptWith({ outcome: 'unknown' })
const made = attemptWith({ outcome: 'made', meetingId: 111 })
const cancelled = { revision: 2, host: 'mei@example.com', meeting: undefined }
const changed = { ...recordWith().wanted, revision: 2 }
const moved = { ...changed, host: 'ken@example.com' }
const gone = publishedWith({ isGone: true })

/** Records of every state, with and without what can stand beside it. */
const records: readonly MeetingRecord[] = [
  recordWith(),
  recordWith({ attempts: [attemptWith()] }),
  recordWith({ attempts: [unknown] }),
  recordWith({ attempts: [{ ...unknown, lookedAt: now, missedAt: now }] }),
  recordWith({ attempts: [made] }),
  recordWith({ attempts: [unknown], candidates: [111, 222] }),
  recordWith({ attempts: [unknown], candidates: [111, 222], wanted: cancelled }),
  recordWith({ wanted: cancelled }),
  recordWith({ wanted: cancelled, attempts: [unknown] }),
  recordWith({ wanted: cancelled, attempts: [made] }),
  publishedRecord(),
  publishedRecord({ published: publishedWith({ differs: ['topic', 'start_time'] }) }),
  publishedRecord({ surplus: [surplusWith()] }),
  publishedRecord({ wanted: changed }),
  publishedRecord({ wanted: changed, change: changeWith({ outcome: 'unknown' }) }),
  publishedRecord({ wanted: moved }),
  publishedRecord({ wanted: cancelled }),
  publishedRecord({ published: gone }),
  publishedRecord({ published: gone, wanted: moved }),
  publishedRecord({ published: gone, wanted: cancelled, attempts: [made, { ...unknown, number: 2 }] }),
].flatMap((record) => [
  settled(record, now, times),
  ...reasons.flatMap((reason) =>
    [now + 61_000, undefined].map((until) =>
      settled({ ...record, obstacle: { reason, message: 'Zoom says no (300).', until, times: 1 } }, now, times),
    ),
  ),
])

test('every state is among those that are told', () =>
  assert.deepEqual(new Set(records.map(({ state }) => state)), new Set(meetingStates)))

test('every state with every reason has a sentence for a person: whole, and without what only programs read', () => {
  for (const record of records) {
    const { sentence } = statusOf(record)
    assert.match(sentence, /^[A-Z].*\.$/, sentence)
    assert.doesNotMatch(sentence, /undefined|null|NaN|\[object|_at|\.\.| {2}|Date/, sentence)
  }
})

test('no sentence, and nothing but the meeting itself, holds passcode or link', () => {
  for (const record of records) {
    const { meeting: _meeting, ...rest } = statusOf(record)
    assert.doesNotMatch(JSON.stringify(rest), /s3cret|k7Qm3xZp|zoom\.us/)
  }
})

test('a meeting that waits says until when', () => {
  for (const record of records.filter(({ dueAt }) => dueAt === now + 61_000)) {
    const { sentence, nextAt, state } = statusOf(record)
    assert.deepEqual(nextAt, new Date(now + 61_000))
    if (state !== 'published') assert.match(sentence, /Next look at 2026-12-17 10:01:01 UTC\./, sentence)
  }
})

test('the reason is told wherever something stands in the way', () => {
  const told = (record: MeetingRecord): Reason | undefined => statusOf(settled(record, now, times)).reason
  assert.equal(told(recordWith({ obstacle: { reason: 'limited', message: 'No.', until: now, times: 1 } })), 'limited')
  assert.equal(told(recordWith({ attempts: [unknown], candidates: [1, 2] })), 'equal_candidates')
  assert.equal(told(recordWith({ attempts: [unknown], candidates: [1, 2], wanted: cancelled })), 'equal_candidates')
  assert.equal(told(publishedRecord({ published: gone })), 'deleted_at_zoom')
  assert.equal(told(recordWith({ attempts: [unknown] })), 'no_answer')
  assert.equal(told(recordWith({ attempts: [unknown], wanted: cancelled })), 'no_answer')
  assert.equal(told(publishedRecord({ published: publishedWith({ differs: ['topic'] }) })), 'not_as_wanted')
  assert.equal(told(publishedRecord()), undefined)
  assert.equal(told(recordWith()), undefined)
})

const sentences: readonly (readonly [record: MeetingRecord, sentence: string])[] = [
  [publishedRecord(), 'Meeting 111 is ready.'],
  [
    publishedRecord({ published: publishedWith({ differs: ['topic'] }) }),
    'Meeting 111 is ready, but somebody has changed it at Zoom: topic.',
  ],
  [
    recordWith({ obstacle: { reason: 'limited', message: 'No.', until: now + 61_000, times: 1 } }),
    'The meeting is not made yet, because a limit of Zoom is reached. Next look at 2026-12-17 10:01:01 UTC.',
  ],
  [
    recordWith({
      obstacle: { reason: 'refused_by_zoom', message: 'User does not exist.', until: undefined, times: 1 },
    }),
    'Zoom refuses the meeting: User does not exist. It is tried again when something is changed.',
  ],
  [
    publishedRecord({
      wanted: changed,
      obstacle: { reason: 'refused_by_zoom', message: 'Too long.', until: undefined, times: 1 },
    }),
    'Zoom refuses the change; meeting 111 stays as it was: Too long. It is tried again when something is changed.',
  ],
  [
    publishedRecord({
      published: gone,
      wanted: moved,
      obstacle: { reason: 'refused_by_zoom', message: 'User does not exist.', until: undefined, times: 1 },
    }),
    'Zoom refuses the meeting: User does not exist. It is tried again when something is changed.',
  ],
  [
    recordWith({ attempts: [unknown], candidates: [111, 222] }),
    'Meetings 111 and 222 are equal, and nobody but a person can say which one it is.',
  ],
]
for (const [record, sentence] of sentences)
  test(`the sentence is: ${sentence}`, () => assert.equal(statusOf(settled(record, now, times)).sentence, sentence))

test('people are told of the meeting as Zoom has it, without our mark in the agenda', () => {
  const agenda = 'convene:AAECAwQFBgc.1.abcdefghijklmn\nBring your papers.'
  const { meeting } = statusOf(
    publishedRecord({
      published: publishedWith({ shows: { ...wantedMeeting, fields: { ...wantedMeeting.fields, agenda } } }),
    }),
  )
  assert.deepEqual(meeting, {
    id: 111,
    host: 'mei@example.com',
    join_url: 'https://zoom.us/j/111?pwd=s3cret',
    password: 'k7Qm3xZp',
    topic: 'Interview',
    start_time: '2026-12-18T18:00:00',
    timezone: 'Asia/Taipei',
    duration: 45,
    agenda: 'Bring your papers.',
  })
})

test('while a change is under way the meeting is told as it was; one that is gone is not told', () => {
  assert.equal(statusOf(publishedRecord({ wanted: changed })).meeting?.topic, 'Interview')
  assert.equal(statusOf(publishedRecord({ published: gone })).meeting, undefined)
})

test('tries that surely made nothing are not counted', () => {
  const attempts = [attemptWith({ outcome: 'not_seen' }), attemptWith({ number: 2, outcome: 'not_made' })]
  assert.equal(statusOf(recordWith({ attempts })).attempts, 1)
})

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
} from '../../test/records.ts'
import type { MeetingRecord, MeetingState } from './record.ts'
import { settled, settledStates } from './settle.ts'

const unknown = attemptWith({ outcome: 'unknown' })
const made = attemptWith({ outcome: 'made', meetingId: 111 })
const atKen = attemptWith({ number: 2, host: 'ken@example.com', outcome: 'unknown' })
const cancelled = { revision: 2, host: 'mei@example.com', meeting: undefined }
const changed = { ...recordWith().wanted, revision: 2 }
const moved = { ...changed, host: 'ken@example.com' }
const refusal = { reason: 'refused_by_zoom', message: 'No.', until: undefined, times: 1 } as const
const gone = publishedWith({ isGone: true })
const dates = [{ date: '2026-12-25', originalAt: now + 1, leaveOut: true as const }]
const quiet = now + times.sendLimitMs + times.quietMs

const states: readonly (readonly [says: string, record: MeetingRecord, MeetingState, dueAt: number | undefined])[] = [
  ['asked for', recordWith(), 'planned', now],
  [
    'asked for, and Zoom has to be waited for',
    recordWith({ obstacle: { ...refusal, until: now + 5 } }),
    'planned',
    now + 5,
  ],
  ['tried, and surely not made', recordWith({ attempts: [attemptWith({ outcome: 'not_made' })] }), 'planned', now],
  ['tried, and not seen', recordWith({ attempts: [attemptWith({ outcome: 'not_seen' })] }), 'planned', now],
  ['on its way', recordWith({ attempts: [attemptWith()] }), 'sent', quiet],
  ['without an answer', recordWith({ attempts: [unknown] }), 'unknown', now],
  ['looked for', recordWith({ attempts: [{ ...unknown, lookedAt: now }] }), 'unknown', quiet],
  ['found, and not yet read', recordWith({ attempts: [made] }), 'unknown', now],
  ['two that could be it', recordWith({ attempts: [unknown], candidates: [1, 2] }), 'undecided', undefined],
  ['refused', recordWith({ obstacle: refusal }), 'refused', undefined],
  ['refused, with a meeting to remove', recordWith({ obstacle: refusal, surplus: [surplusWith()] }), 'refused', now],
  ['there', publishedRecord(), 'published', undefined],
  ['there, with another to remove', publishedRecord({ surplus: [surplusWith()] }), 'published', now],
  ['there, and to be read later', publishedRecord({ verify: { at: now + 5, why: 'hint' } }), 'published', now + 5],
  ['there, with a try elsewhere that nobody needs', publishedRecord({ attempts: [made, atKen] }), 'published', now],
  ['to be changed', publishedRecord({ wanted: changed }), 'changing', now],
  ['changed, and to be read', publishedRecord({ change: changeWith({ outcome: 'taken' }) }), 'changing', now],
  [
    'with dates to apply',
    publishedRecord({ wanted: { ...recordWith().wanted, meeting: { fields: {}, dates } } }),
    'changing',
    now,
  ],
  ['to be moved', publishedRecord({ wanted: moved }), 'changing', now],
  [
    'moved without an answer',
    publishedRecord({ wanted: moved, attempts: [made, { ...atKen, lookedAt: now }] }),
    'changing',
    quiet,
  ],
  ['a change that is refused', publishedRecord({ wanted: changed, obstacle: refusal }), 'refused', undefined],
  ['a move that is refused', publishedRecord({ wanted: moved, obstacle: refusal }), 'refused', undefined],
  ['deleted by somebody', publishedRecord({ published: gone }), 'gone', undefined],
  ['moved after somebody has deleted it', publishedRecord({ published: gone, wanted: moved }), 'planned', now],
  ['to be deleted', publishedRecord({ wanted: cancelled }), 'cancelling', now],
  [
    'cancelled, and running',
    publishedRecord({ wanted: cancelled, obstacle: { ...refusal, until: now + 5 } }),
    'cancelling',
    now + 5,
  ],
  ['cancelled without an answer', recordWith({ wanted: cancelled, attempts: [unknown] }), 'cancelling', now],
  ['cancelled after it was found', recordWith({ wanted: cancelled, attempts: [made] }), 'cancelling', now],
  [
    'cancelled with two that could be it',
    recordWith({ wanted: cancelled, attempts: [unknown], candidates: [1, 2] }),
    'undecided',
    undefined,
  ],
  [
    'cancelled, gone, with a try elsewhere',
    publishedRecord({ wanted: cancelled, published: gone, attempts: [made, atKen] }),
    'cancelling',
    now,
  ],
  ['cancelled before it was made', recordWith({ wanted: cancelled }), 'cancelled', undefined],
  ['cancelled and gone', publishedRecord({ wanted: cancelled, published: gone }), 'cancelled', undefined],
]
for (const [says, record, state, dueAt] of states)
  test(`a meeting is ${state}: ${says}`, () => {
    const after = settled(record, now, times)
    assert.deepEqual([after.state, after.dueAt], [state, dueAt])
    assert.deepEqual({ ...after, state: record.state, dueAt: record.dueAt }, record, 'nothing else changes')
  })

test('what has not settled has a time at which it goes on', () => {
  for (const [says, , state, dueAt] of states) assert.ok(settledStates.has(state) || dueAt !== undefined, says)
})

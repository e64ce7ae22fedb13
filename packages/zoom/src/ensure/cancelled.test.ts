import assert from 'node:assert/strict'
import { test } from 'node:test'
import { attemptWith, now, publishedRecord, times } from '../../test/records.ts'
import { meetingSeen } from './attempts.ts'
import { publishedDeleted } from './changes.ts'
import { nextStep } from './next-step.ts'
import { settled } from './settle.ts'

const record = publishedRecord()
const cancelled = { ...record, wanted: { ...record.wanted, revision: 2, meeting: undefined } }

test('a meeting that lands after its booking was cancelled is deleted without a word: its link is told to nobody', () => {
  const late = attemptWith({ number: 2, outcome: 'not_seen' })
  const deleted = settled(publishedDeleted({ ...cancelled, attempts: [...record.attempts, late] }, now), now, times)
  assert.equal(deleted.state, 'cancelled')
  const seen = settled(meetingSeen(deleted, { id: 222, attempt: 2, isKnown: false }, now), now, times)
  assert.deepEqual([seen.state, seen.published], ['cancelled', undefined])
  assert.deepEqual(nextStep(seen, now, times), { do: 'remove', meetingId: 222 })
})

test('a meeting that was made beside the published one and was not told yet goes with it', () => {
  const made = attemptWith({ number: 2, host: 'nora@example.com', outcome: 'made', meetingId: 222 })
  const deleted = settled(publishedDeleted({ ...cancelled, attempts: [...record.attempts, made] }, now), now, times)
  assert.deepEqual(nextStep(deleted, now, times), { do: 'remove', meetingId: 222 })
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { attemptWith, now, publishedRecord, recordWith, times, wantedMeeting } from '../../test/records.ts'
import type { Meeting } from '../generated/types/schemas.ts'
import { unpublishedGone } from './attempts.ts'
import { publishedRead } from './changes.ts'
import { couldBeMadeBy, isMarkedBy, isProvedBy, missingProof } from './match.ts'
import { nextStep } from './next-step.ts'
import type { Attempt } from './record.ts'
import { settled } from './settle.ts'

const nora = 'nora@example.com'
const published = publishedRecord()
const atNora = { number: 2, host: nora, revision: 2 }

test('a meeting that was made and waits to be published is surplus as soon as its host is not wanted any more', () => {
  const [first] = published.attempts
  const attempts = [...(first ? [first] : []), attemptWith({ ...atNora, outcome: 'made', meetingId: 222 })]
  const movedBack = settled({ ...published, attempts }, now, times)
  assert.deepEqual(
    movedBack.surplus.map(({ id, host, state }) => [id, host, state]),
    [[222, nora, 'found']],
  )
  assert.deepEqual(nextStep(movedBack, now, times), { do: 'remove', meetingId: 222 })
  const stillWanted = { ...published, attempts, wanted: { ...published.wanted, host: nora } }
  assert.deepEqual(settled(stillWanted, now, times).surplus, [])
})

test('a meeting that was found and cannot be read counts as missed once; it is not made again at once', () => {
  const record = recordWith({ attempts: [attemptWith({ outcome: 'made', meetingId: 111 })] })
  const late = now + 200_000
  const gone = unpublishedGone(record, 1, late, times)
  assert.deepEqual(nextStep(gone, late, times), { do: 'wait', until: late + times.betweenReadsMs })
  assert.equal(nextStep(gone, late + times.betweenReadsMs, times).do, 'look')
  // Not within the quiet time of its request, and never in a circle.
  const early = unpublishedGone(record, 1, now, times)
  const from = now + times.sendLimitMs + times.quietMs
  assert.deepEqual(nextStep(early, now + times.betweenReadsMs, times), { do: 'wait', until: from })
})

const marker = 'convene:AAECAwQFBgc.1.abcdefghijklmn'
const lost = attemptWith({ outcome: 'unknown' })
const row = {
  id: 111,
  topic: 'Interview',
  type: 2 as const,
  start_time: '2026-12-18T10:00:00Z',
  duration: 45,
  agenda: marker,
  created_at: '2026-12-17T10:00:01Z',
}

/** Marked, and proved when it was read, with a passcode that proves nothing. */
const isMadeBy = (shown: object, of: Attempt) =>
  isMarkedBy(shown as Meeting, of, marker, times) && isProvedBy({ ...shown, password: 'other' } as Meeting, of)

test('what bears the mark of an attempt is its work though the clock of this machine is hours ahead', () => {
  const ahead = { ...lost, sentAt: now + 3 * 3_600_000, giveUpAt: now + 3 * 3_600_000 + 15_000 }
  assert.equal(isMadeBy(row, ahead), true)
  assert.equal(couldBeMadeBy({ ...row, agenda: '' }, ahead, times), false)
})

test('a meeting without a fixed time is found also where Zoom shows a start in the year 1', () => {
  const timeless = attemptWith({ sent: { fields: { topic: 'Interview', type: 3 } } })
  const { start_time: _start, duration: _duration, ...bare } = row
  for (const shown of [bare, { ...bare, start_time: '0001-01-01T00:00:00Z', duration: 0 }])
    assert.equal(isMadeBy(shown, timeless), true)
  assert.equal(isMadeBy(row, timeless), false)
})

test('a meeting whose length was left to Zoom is found whatever length its host has by default', () => {
  const { duration: _duration, ...fields } = wantedMeeting.fields
  assert.equal(isMadeBy({ ...row, duration: 30 }, { ...lost, sent: { ...wantedMeeting, fields } }), true)
})

test('a passcode that the caller has named does not prove where agendas are hidden that a meeting is ours to delete', () => {
  const fields = { ...wantedMeeting.fields, password: 'lunch' }
  const attempt = { ...lost, password: 'lunch', sent: { ...wantedMeeting, fields } }
  const meeting = { ...row, agenda: '', password: 'lunch', status: 'waiting' } as unknown as Meeting
  const proof = { record: recordWith(), marker, isKnown: false, times }
  assert.equal(missingProof(meeting, { ...proof, attempt }), 'its passcode is not ours alone')
  assert.equal(missingProof(meeting, { ...proof, attempt: { ...lost, password: 'lunch' } }), undefined)
})

test('a look that a hint has hurried on is taken again when a late change may have landed', () => {
  const late = { at: now + 100_000, why: 'late_change' } as const
  const read = { id: 111, join_url: '', password: '', differs: [] }
  const hurried = publishedRecord({ verify: { ...late, at: now, again: late.at } })
  assert.deepEqual(publishedRead(hurried, read, now, times).verify, late)
  assert.equal(publishedRead(publishedRecord({ verify: late }), read, late.at, times).verify, undefined)
})

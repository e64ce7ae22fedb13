import assert from 'node:assert/strict'
import { test } from 'node:test'
import { attemptWith, now, publishedRecord, recordWith, times } from '../../test/records.ts'
import { unpublishedGone } from './attempts.ts'
import { nextStep } from './next-step.ts'
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

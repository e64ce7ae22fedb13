import assert from 'node:assert/strict'
import { test } from 'node:test'
import { attemptWith, now, publishedRecord, publishedWith, recordWith, surplusWith, times } from '../../test/records.ts'
import {
  attemptLookedFor,
  attemptNotMade,
  attemptUnknown,
  beginAttempt,
  type Look,
  meetingSeen,
  publish,
  unpublishedGone,
} from './attempts.ts'
import { nextStep } from './next-step.ts'
import type { MeetingRecord } from './record.ts'

const sent = attemptWith()
const unknown = attemptWith({ outcome: 'unknown' })
const limited = { kind: 'not_done', reason: 'limited', message: 'Too many.', until: 'soon' } as const
const read = { id: 111, join_url: 'https://zoom.us/j/111?pwd=s3cret', password: 'k7Qm3xZp' }
const toKen = { ...recordWith().wanted, revision: 2, host: 'ken@example.com' }
const cancelled = { ...toKen, host: 'mei@example.com', meeting: undefined }
const afterQuiet = sent.giveUpAt + times.quietMs

const nothingFound: Look = { found: [], equal: [], isWhole: true }

const outcomes = ({ attempts }: MeetingRecord) =>
  attempts.map(({ number, outcome, meetingId }) => [number, outcome, meetingId])
const surplus = ({ surplus }: MeetingRecord) =>
  surplus.map(({ id, host, isKnown, state }) => [id, host, isKnown, state])

test('a try that leaves again under its number takes the place of the one before', () => {
  const before = recordWith({ attempts: [attemptWith({ outcome: 'not_made', password: 'before' })] })
  assert.deepEqual(beginAttempt(before, sent).attempts, [sent])
  const second = attemptWith({ number: 2 })
  assert.deepEqual(beginAttempt(recordWith({ attempts: [unknown] }), second).attempts, [unknown, second])
})

test('a refusal is written down with what is in the way', () => {
  const record = attemptNotMade(recordWith({ attempts: [sent] }), 1, limited, now)
  assert.deepEqual(outcomes(record), [[1, 'not_made', undefined]])
  assert.deepEqual(record.obstacle, { reason: 'limited', message: 'Too many.', until: now + 1000, times: 1 })
})

for (const [says, record] of [
  [
    'a meeting that was found meanwhile stays found',
    recordWith({ attempts: [attemptWith({ outcome: 'made', meetingId: 111 })] }),
  ],
  ['what was not seen stays so', recordWith({ attempts: [attemptWith({ outcome: 'not_seen' })] })],
  ['an attempt that nobody knows changes nothing', recordWith()],
] as const)
  test(`when no answer came: ${says}`, () => assert.deepEqual(attemptUnknown(record, 1), record))

const seenIn: readonly (readonly [
  says: string,
  record: MeetingRecord,
  seen: readonly [id: number, attempt: number],
  outcome: readonly unknown[],
  surplus: readonly unknown[],
])[] = [
  [
    'the meeting that is missing is to be published',
    recordWith({ attempts: [unknown] }),
    [111, 1],
    [1, 'made', 111],
    [],
  ],
  [
    'one that was cancelled meanwhile too, so that it can be deleted',
    recordWith({ attempts: [unknown], wanted: cancelled }),
    [111, 1],
    [1, 'made', 111],
    [],
  ],
  [
    'one at a host that is not wanted any more is surplus',
    recordWith({ attempts: [unknown], wanted: toKen }),
    [111, 1],
    [1, 'made', 111],
    [[111, 'mei@example.com', false, 'found']],
  ],
  [
    'a late one beside the published one is surplus',
    publishedRecord({
      attempts: [attemptWith({ outcome: 'not_seen' }), attemptWith({ number: 2, outcome: 'made', meetingId: 111 })],
      published: publishedWith({ attempt: 2 }),
    }),
    [222, 1],
    [1, 'made', 222],
    [[222, 'mei@example.com', false, 'found']],
  ],
  [
    'of two late ones one is published and the other is surplus',
    recordWith({
      attempts: [attemptWith({ outcome: 'made', meetingId: 111 }), attemptWith({ number: 2, outcome: 'unknown' })],
    }),
    [222, 2],
    [1, 'made', 111],
    [[222, 'mei@example.com', false, 'found']],
  ],
]
for (const [says, record, [id, attempt], outcome, expected] of seenIn)
  test(`when a meeting of ours is seen: ${says}`, () => {
    const next = meetingSeen(record, { id, attempt, isKnown: false }, now)
    assert.deepEqual(outcomes(next)[0], outcome)
    assert.deepEqual(surplus(next), expected)
  })

for (const [says, record, id, attempt] of [
  ['the published one is known already', publishedRecord(), 111, 1],
  ['a surplus one is known already', publishedRecord({ surplus: [surplusWith({ state: 'deleted' })] }), 222, 1],
  ['a second one of the same attempt is a copy, which is not ours', publishedRecord(), 333, 1],
  ['one of an attempt that was never made is not ours', recordWith({ attempts: [unknown] }), 111, 2],
] as const)
  test(`when a meeting is seen: ${says}`, () =>
    assert.deepEqual(meetingSeen(record, { id, attempt, isKnown: false }, now), record))

test('what was in the way is over when the meeting was found', () => {
  const record = attemptNotMade(recordWith({ attempts: [unknown] }), 2, limited, now)
  assert.equal(meetingSeen(record, { id: 111, attempt: 1, isKnown: false }, now).obstacle, undefined)
})

test('a meeting that was made is the one that people are told of, as Zoom showed it', () => {
  const { published, candidates, obstacle } = publish(
    attemptNotMade(recordWith({ attempts: [sent], candidates: [1, 2] }), 2, limited, now),
    sent,
    { ...read, password: '000000' },
    now,
  )
  assert.deepEqual(published, publishedWith({ password: '000000' }))
  assert.deepEqual([candidates, obstacle], [undefined, undefined])
})

test('what a meeting is about is not kept beside what it shows, so that a change takes it out of the journal', () => {
  const { attempts, published } = publish(recordWith({ attempts: [sent] }), sent, read, now)
  assert.ok(published?.shows.fields.topic)
  assert.deepEqual(Object.keys(sent.sent.fields).includes('topic'), true)
  assert.deepEqual(attempts[0]?.sent.meant, sent.sent.meant)
  assert.doesNotMatch(JSON.stringify(attempts), /topic|agenda/)
})

test('a late yes beside a published meeting changes no link: it is surplus, known by its own answer', () => {
  const late = attemptWith({ number: 2, outcome: 'unknown' })
  const record = publish(
    publishedRecord({ attempts: [attemptWith({ outcome: 'made', meetingId: 111 }), late] }),
    late,
    { ...read, id: 222 },
    now,
  )
  assert.equal(record.published?.id, 111)
  assert.deepEqual(surplus(record), [[222, 'mei@example.com', true, 'found']])
})

test('after a move the new meeting is published and the old one is surplus', () => {
  const second = attemptWith({ number: 2, host: 'ken@example.com', revision: 2 })
  const before = publishedRecord({
    wanted: toKen,
    attempts: [attemptWith({ outcome: 'made', meetingId: 111 }), second],
  })
  const record = publish(before, second, { ...read, id: 222 }, now)
  assert.deepEqual(
    [record.published?.id, record.published?.host, record.published?.revision],
    [222, 'ken@example.com', 2],
  )
  assert.deepEqual(surplus(record), [[111, 'mei@example.com', true, 'found']])
})

test('after a move of a meeting that is gone nothing is left to delete', () => {
  const second = attemptWith({ number: 2, host: 'ken@example.com' })
  const gone = publishedRecord({ wanted: toKen, attempts: [second], published: publishedWith({ isGone: true }) })
  assert.deepEqual(surplus(publish(gone, second, { ...read, id: 222 }, now)), [])
})

test('a meeting that cannot be read before anybody was told of it is looked for once more before another is made', () => {
  const made = recordWith({ attempts: [attemptWith({ outcome: 'made', meetingId: 111 })] })
  const record = unpublishedGone(made, 1, now, times)
  assert.deepEqual(nextStep(record, now, times), { do: 'wait', until: afterQuiet })
  const missed = attemptLookedFor(record, 1, nothingFound, afterQuiet, times)
  assert.deepEqual(nextStep(missed, afterQuiet, times), { do: 'create', attempt: 2 })
  const shown = attemptLookedFor(record, 1, { ...nothingFound, found: [{ id: 111, attempt: 1 }] }, afterQuiet, times)
  assert.equal(nextStep(shown, afterQuiet, times).do, 'publish')
})

const torn: Look = { ...nothingFound, isWhole: false }
const missed = { ...unknown, lookedAt: afterQuiet, missedAt: afterQuiet }

const inTime = afterQuiet + times.betweenReadsMs

const looks: readonly (readonly [
  says: string,
  attempt: MeetingRecord['attempts'][number],
  look: Look,
  at: number,
  expected: readonly [outcome: string, lookedAt: number | undefined, missedAt: number | undefined],
])[] = [
  [
    'nothing before the quiet time says nothing',
    unknown,
    nothingFound,
    afterQuiet - 1,
    ['unknown', afterQuiet - 1, undefined],
  ],
  ['nothing after it is the first miss', unknown, nothingFound, afterQuiet, ['unknown', afterQuiet, afterQuiet]],
  ['a second miss too soon does not count', missed, nothingFound, inTime - 1, ['unknown', inTime - 1, afterQuiet]],
  ['a second miss in its time says that there is none', missed, nothingFound, inTime, ['not_seen', inTime, afterQuiet]],
  ['a torn list is no first miss', unknown, torn, afterQuiet, ['unknown', undefined, undefined]],
  ['a torn list is no second miss', missed, torn, inTime, ['unknown', afterQuiet, afterQuiet]],
  [
    'a torn list that shows it is enough',
    unknown,
    { ...torn, found: [{ id: 111, attempt: 1 }] },
    now,
    ['made', undefined, undefined],
  ],
  ['of a sender that died nothing is a miss too', sent, nothingFound, afterQuiet, ['unknown', afterQuiet, afterQuiet]],
]
for (const [says, attempt, look, at, expected] of looks)
  test(`when the list was read: ${says}`, () => {
    const [after] = attemptLookedFor(recordWith({ attempts: [attempt] }), 1, look, at, times).attempts
    assert.deepEqual([after?.outcome, after?.lookedAt, after?.missedAt], expected)
  })

test('a torn list is read again after a while, and the reason is told', () => {
  const { obstacle } = attemptLookedFor(recordWith({ attempts: [unknown] }), 1, torn, now, times)
  assert.deepEqual([obstacle?.reason, obstacle?.until], ['zoom_away', now + 1000])
})

test('a meeting of an earlier try that appears late is taken instead of a new one', () => {
  const record = recordWith({
    attempts: [attemptWith({ outcome: 'not_seen' }), attemptWith({ number: 2, outcome: 'unknown' })],
  })
  const next = attemptLookedFor(record, 2, { ...nothingFound, found: [{ id: 111, attempt: 1 }] }, afterQuiet, times)
  assert.deepEqual(outcomes(next), [
    [1, 'made', 111],
    [2, 'unknown', undefined],
  ])
  assert.equal(nextStep(next, afterQuiet, times).do, 'publish')
})

test('of equal ones a person chooses, but only where the meeting is needed', () => {
  const equal: Look = { ...nothingFound, equal: [111, 222] }
  const needed = recordWith({ attempts: [unknown] })
  assert.deepEqual(attemptLookedFor(needed, 1, equal, now, times).candidates, [111, 222])
  const notNeeded = publishedRecord({
    attempts: [attemptWith({ outcome: 'made', meetingId: 111 }), { ...unknown, number: 2 }],
  })
  assert.equal(attemptLookedFor(notNeeded, 2, equal, now, times).candidates, undefined)
})

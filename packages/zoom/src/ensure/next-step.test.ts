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
import { nextStep, type Step } from './next-step.ts'
import type { MeetingRecord, Obstacle } from './record.ts'

const { quietMs, betweenReadsMs } = times
const unknown = attemptWith({ outcome: 'unknown', sentAt: now - 20_000, giveUpAt: now - 5000 })
const afterQuiet = unknown.giveUpAt + quietMs
const made = attemptWith({ outcome: 'made', meetingId: 111 })
const cancelled = { revision: 2, host: 'mei@example.com', meeting: undefined }
const moved = { ...recordWith().wanted, revision: 2, host: 'ken@example.com' }
const changed = { ...recordWith().wanted, revision: 2 }
const series = {
  ...recordWith().wanted,
  meeting: { fields: {}, dates: [{ date: '2026-12-25', originalAt: now + 1, leaveOut: true as const }] },
}
const obstacle = (until: number | undefined): Obstacle => ({ reason: 'limited', message: 'Later.', until, times: 1 })
const verifyAt = (at: number) => ({ at, why: 'hint' as const })

const wait = (until: number): Step => ({ do: 'wait', until })
const look = (attempt: Extract<Step, { do: 'look' }>['attempt']): Step => ({ do: 'look', attempt })
const nothing: Step = { do: 'nothing' }

/** In the order of the decision: what is unknown, what is missing, what is wrong, what is too much. */
const decisions: readonly (readonly [says: string, record: MeetingRecord, expected: Step])[] = [
  ['a meeting that was planned is made', recordWith(), { do: 'create', attempt: 1 }],
  [
    'a try that surely made nothing is made again under its number',
    recordWith({ attempts: [attemptWith({ outcome: 'not_made' })] }),
    { do: 'create', attempt: 1 },
  ],
  [
    'a try that was not seen is followed by the next number',
    recordWith({ attempts: [attemptWith({ outcome: 'not_seen' })] }),
    { do: 'create', attempt: 2 },
  ],
  [
    'a try on its way is waited for, until it has surely ended and is quiet',
    recordWith({ attempts: [attemptWith()] }),
    wait(now + times.sendLimitMs + quietMs),
  ],
  [
    'of a sender that died the list is read after the quiet time',
    recordWith({ attempts: [attemptWith({ sentAt: now - 75_000, giveUpAt: now - quietMs })] }),
    look(attemptWith({ sentAt: now - 75_000, giveUpAt: now - quietMs })),
  ],
  ['an unknown outcome is looked for at once', recordWith({ attempts: [unknown] }), look(unknown)],
  [
    'not seen before the quiet time it is waited for',
    recordWith({ attempts: [{ ...unknown, lookedAt: now - 1000 }] }),
    wait(afterQuiet),
  ],
  [
    'missed once, it is waited for once more',
    recordWith({ attempts: [{ ...unknown, lookedAt: now - 1000, missedAt: now - 1000 }] }),
    wait(now - 1000 + betweenReadsMs),
  ],
  [
    'missed once, it is looked for again after the time between two readings',
    recordWith({ attempts: [{ ...unknown, lookedAt: now, missedAt: now - betweenReadsMs }] }),
    look({ ...unknown, lookedAt: now, missedAt: now - betweenReadsMs }),
  ],
  [
    'equal candidates wait for a person',
    recordWith({ attempts: [{ ...unknown, lookedAt: now }], candidates: [111, 222] }),
    nothing,
  ],
  [
    'a meeting that was made is published',
    recordWith({ attempts: [made] }),
    { do: 'publish', attempt: made, meetingId: 111 },
  ],
  [
    'one that is surplus is not published: another is made',
    recordWith({ attempts: [made], surplus: [surplusWith({ id: 111, state: 'deleted' })] }),
    { do: 'create', attempt: 2 },
  ],
  [
    'one that was made at a host that is not wanted any more is not published',
    recordWith({ attempts: [made], wanted: moved }),
    { do: 'create', attempt: 2 },
  ],
  ['a published meeting is left alone', publishedRecord(), nothing],
  [
    'a move makes the meeting at the other host first',
    publishedRecord({ wanted: moved }),
    { do: 'create', attempt: 2 },
  ],
  [
    'a host in capitals is the same host',
    publishedRecord({ wanted: { ...recordWith().wanted, host: 'MEI@example.com' } }),
    nothing,
  ],
  ['a change is sent', publishedRecord({ wanted: changed }), { do: 'change' }],
  [
    'a change of which no answer came is sent again at once',
    publishedRecord({ wanted: changed, change: changeWith({ outcome: 'unknown' }) }),
    { do: 'change' },
  ],
  [
    'a newer change waits until an older one of which no answer came has landed',
    publishedRecord({ wanted: { ...changed, revision: 3 }, change: changeWith({ outcome: 'unknown' }) }),
    wait(now + times.sendLimitMs + quietMs),
  ],
  [
    'a newer change does not wait for an older one that is done',
    publishedRecord({ wanted: { ...changed, revision: 3 }, change: changeWith({ outcome: 'done' }) }),
    { do: 'change' },
  ],
  [
    'a newer change waits for the tries before the last one too',
    publishedRecord({
      wanted: { ...changed, revision: 3 },
      change: changeWith({ outcome: 'done', mayLandUntil: now + 7 }),
    }),
    wait(now + 7),
  ],
  [
    'a change that Zoom has taken is read back',
    publishedRecord({ wanted: changed, change: changeWith({ outcome: 'taken' }) }),
    { do: 'verify' },
  ],
  [
    'dates of a series are applied once the series is as it should be',
    publishedRecord({ wanted: series }),
    { do: 'dates' },
  ],
  [
    'dates that were applied with this revision are left alone',
    publishedRecord({ wanted: series, published: publishedWith({ datesRevision: 1 }) }),
    nothing,
  ],
  ['what is published is read again when it is time', publishedRecord({ verify: verifyAt(now) }), { do: 'verify' }],
  ['and not before', publishedRecord({ verify: verifyAt(now + 5) }), wait(now + 5)],
  ['a cancelled meeting is deleted', publishedRecord({ wanted: cancelled }), { do: 'delete' }],
  ['a meeting that was cancelled before it was made is not made', recordWith({ wanted: cancelled }), nothing],
  [
    'cancelled with an unknown outcome, it is looked for all the same',
    recordWith({ wanted: cancelled, attempts: [unknown] }),
    look(unknown),
  ],
  [
    'cancelled after it was made, it is published first so that it can be deleted like every other',
    recordWith({ wanted: cancelled, attempts: [made] }),
    { do: 'publish', attempt: made, meetingId: 111 },
  ],
  [
    'a meeting that somebody has deleted at Zoom is not made again',
    publishedRecord({ published: publishedWith({ isGone: true }) }),
    nothing,
  ],
  [
    'cancelled and gone already, nothing is left to do',
    publishedRecord({ published: publishedWith({ isGone: true }), wanted: cancelled }),
    nothing,
  ],
  ['a surplus meeting is removed', publishedRecord({ surplus: [surplusWith()] }), { do: 'remove', meetingId: 222 }],
  ['one that is kept or deleted is not', publishedRecord({ surplus: [surplusWith({ state: 'kept' })] }), nothing],
  [
    'one that is running is tried later',
    publishedRecord({ surplus: [surplusWith({ retryAt: now + 9 })], verify: verifyAt(now + 10) }),
    wait(now + 9),
  ],
  [
    'one that can go now goes before one that has to wait',
    publishedRecord({ surplus: [surplusWith({ retryAt: now + 9 }), surplusWith({ id: 333 })] }),
    { do: 'remove', meetingId: 333 },
  ],
  [
    'the missing meeting comes before the surplus one',
    recordWith({ surplus: [surplusWith()] }),
    { do: 'create', attempt: 1 },
  ],
  ['nothing is tried before an obstacle is over', recordWith({ obstacle: obstacle(now + 1) }), wait(now + 1)],
  ['it is tried when the obstacle is over', recordWith({ obstacle: obstacle(now) }), { do: 'create', attempt: 1 }],
  [
    'an obstacle does not shorten another wait',
    recordWith({ attempts: [attemptWith()], obstacle: obstacle(now + 1) }),
    wait(now + times.sendLimitMs + quietMs),
  ],
  ['an obstacle where there is nothing to do is none', publishedRecord({ obstacle: obstacle(now + 1) }), nothing],
  ['a create that is refused for good is not tried again', recordWith({ obstacle: obstacle(undefined) }), nothing],
  [
    'a change that is refused for good is not tried again',
    publishedRecord({ wanted: changed, obstacle: obstacle(undefined) }),
    nothing,
  ],
  [
    'dates that are refused for good are not tried again',
    publishedRecord({ wanted: series, obstacle: obstacle(undefined) }),
    nothing,
  ],
  [
    'what is refused for good keeps nothing else from being done',
    recordWith({ obstacle: obstacle(undefined), surplus: [surplusWith()] }),
    { do: 'remove', meetingId: 222 },
  ],
]
for (const [says, record, expected] of decisions)
  test(`what comes next: ${says}`, () => assert.deepEqual(nextStep(record, now, times), expected))

const lost: readonly (readonly [says: string, record: MeetingRecord])[] = [
  [
    'moved to another host and back',
    publishedRecord({ attempts: [made, { ...unknown, number: 2, host: moved.host }] }),
  ],
  [
    'cancelled when the published one was gone',
    publishedRecord({
      attempts: [made, { ...unknown, number: 2, host: moved.host }],
      published: publishedWith({ isGone: true }),
      wanted: cancelled,
    }),
  ],
]
for (const [says, record] of lost)
  test(`what comes next: a try that nobody needs any more is looked for, so that its meeting does not stay: ${says}`, () =>
    assert.deepEqual(nextStep(record, now, times), look({ ...unknown, number: 2, host: moved.host })))

for (const [says, record] of [
  ['a change that is refused for good', publishedRecord({ wanted: changed, obstacle: obstacle(undefined) })],
  ['a move that is refused for good', publishedRecord({ wanted: moved, obstacle: obstacle(undefined) })],
  ['a meeting that was deleted at Zoom', publishedRecord({ published: publishedWith({ isGone: true }) })],
] as const)
  test(`what comes next: a hint is followed also beside ${says}`, () =>
    assert.deepEqual(nextStep({ ...record, verify: verifyAt(now) }, now, times), { do: 'verify' }))

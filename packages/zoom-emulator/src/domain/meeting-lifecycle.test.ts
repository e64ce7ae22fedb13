import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sampleMeeting } from '../../test/sample-meeting.ts'
import type { Meeting } from './entities.ts'
import { expiresAt, isUsable } from './meeting-lifecycle.ts'

const dayMs = 86_400_000
const hourMs = 3_600_000
const createdAt = Date.UTC(2026, 10, 22)
const at = (days: number) => createdAt + days * dayMs

const scheduled = sampleMeeting({ startAt: at(10), timeZone: 'UTC', createdAt })
const { startAt: _, ...withoutTime } = scheduled
const dates = [10, 20].map((days) => ({
  occurrenceId: String(at(days)),
  startAt: at(days),
  durationMinutes: 60,
  status: 'available' as const,
}))
const [first, last] = dates
assert.ok(first && last)

const rows: readonly (readonly [title: string, meeting: Meeting, expires: number])[] = [
  ['an instant meeting that was never started, two days after it was made', { ...withoutTime, type: 1 }, at(2)],
  [
    'an instant meeting that was held, with its end',
    { ...withoutTime, type: 1, startedAt: at(1), endedAt: at(1.5) },
    at(1.5),
  ],
  ['a scheduled meeting, 30 days after its date', scheduled, at(40) + hourMs],
  [
    'a scheduled meeting that was used later, 30 days after that',
    { ...scheduled, startedAt: at(35), endedAt: at(36) },
    at(66),
  ],
  ['a meeting for sharing a screen, like a scheduled one', { ...scheduled, type: 10 }, at(40) + hourMs],
  [
    'a meeting without a fixed time that was never started, a year after it was made',
    { ...withoutTime, type: 3 },
    at(365),
  ],
  [
    'a meeting without a fixed time, a year after its last use',
    { ...withoutTime, type: 3, startedAt: at(100), endedAt: at(100) },
    at(465),
  ],
  ['a series, a year after its last date', { ...scheduled, type: 8, occurrences: dates }, at(385) + hourMs],
  [
    'a series whose last date was deleted, a year after the one before',
    { ...scheduled, type: 8, occurrences: [first, { ...last, status: 'deleted' }] },
    at(375) + hourMs,
  ],
  ['a meeting in the personal room, a year after its date', { ...scheduled, usePmi: true }, at(375) + hourMs],
  ['a meeting that runs, never', { ...scheduled, status: 'started', startedAt: at(10) }, Number.POSITIVE_INFINITY],
]
for (const [title, meeting, expires] of rows)
  test(`an id expires: ${title}`, () => {
    assert.equal(expiresAt(meeting), expires)
    if (expires === Number.POSITIVE_INFINITY) return
    assert.deepEqual([isUsable(meeting, expires - 1), isUsable(meeting, expires)], [true, false])
  })

test('an id cannot be used while its meeting is in the trash', () => {
  assert.equal(isUsable({ ...scheduled, deletedAt: at(1) }, at(2)), false)
})

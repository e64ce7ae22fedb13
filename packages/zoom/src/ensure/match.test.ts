import assert from 'node:assert/strict'
import { test } from 'node:test'
import { attemptWith, now, publishedRecord, publishedWith, recordWith, times } from '../../test/records.ts'
import type { Meeting } from '../generated/types/schemas.ts'
import { byAge, couldBeMadeBy, instantFrom, isMarkedBy, isProvedBy, missingProof } from './match.ts'
import type { Attempt } from './record.ts'

const marker = 'convene:AAECAwQFBgc.1.abcdefghijklmn'
const at = (ms: number) => `${new Date(ms).toISOString().slice(0, 19)}Z`
const attempt = attemptWith({ outcome: 'not_seen' })

/** The meeting that the attempt has made, as Zoom shows it. */
const ours = {
  id: 222,
  uuid: 'AAAA',
  topic: 'Interview',
  type: 2,
  start_time: '2026-12-18T10:00:00Z',
  duration: 45,
  created_at: at(now + 2000),
  agenda: marker,
  password: attempt.password,
  status: 'waiting',
} as unknown as Meeting & { created_at: string }
const hidden = { ...ours, agenda: '' }

const proof = (meeting: object, changes: Partial<Parameters<typeof missingProof>[1]> = {}) =>
  missingProof(
    { ...ours, ...meeting },
    { record: recordWith({ attempts: [attempt] }), attempt, marker, isKnown: false, times, ...changes },
  )

test('a meeting with every proof is ours to delete, with its mark or, where agendas are hidden, with its passcode', () => {
  assert.equal(proof({}), undefined)
  assert.equal(proof({ agenda: `${marker}\nBring your papers.` }), undefined)
  assert.equal(proof({ agenda: '' }), undefined)
  assert.equal(proof({ agenda: undefined }), undefined)
})

const missing: readonly (readonly [
  what: string,
  meeting: object,
  reason: string,
  changes?: Partial<Parameters<typeof missingProof>[1]>,
])[] = [
  ['an attempt of ours', {}, 'no attempt of ours made it', { attempt: undefined }],
  ['a mark that can be made again', {}, 'no attempt of ours made it', { marker: undefined }],
  ['being needed by nobody', { id: 111 }, 'it is the published one', { record: publishedRecord() }],
  [
    'being needed by nobody, though it is known',
    { id: 111 },
    'it is the published one',
    { record: publishedRecord(), isKnown: true },
  ],
  [
    'being the one that the attempt has made',
    {},
    'its attempt made another meeting',
    { attempt: { ...attempt, meetingId: 333 } },
  ],
  ['our mark', { agenda: 'Bring your papers.' }, 'its mark is not ours'],
  ['our mark on the first line', { agenda: `Copied\n${marker}` }, 'its mark is not ours'],
  ['our whole mark', { agenda: marker.slice(0, -1) }, 'its mark is not ours'],
  ['our passcode, where the agenda is hidden', { agenda: '', password: '123456' }, 'its passcode is not ours'],
  ['a passcode, where the agenda is hidden', { agenda: '', password: undefined }, 'its passcode is not ours'],
  ['not being started', { status: 'started' }, 'it has been started'],
  [
    'being made after it was sent, where the agenda is hidden',
    { agenda: '', created_at: at(now - times.skewMs - 1000) },
    'it was not made when the attempt was',
  ],
  [
    'being made while it could land',
    { created_at: at(attempt.giveUpAt + times.watchMs + times.skewMs + 1000) },
    'it was not made when the attempt was',
  ],
  ['a time at which it was made', { created_at: undefined }, 'it was not made when the attempt was'],
  ['the start that was sent', { start_time: '2026-12-18T10:00:01Z' }, 'its start or length is not what was sent'],
  ['a start', { start_time: undefined }, 'its start or length is not what was sent'],
  ['the length that was sent', { duration: 60 }, 'its start or length is not what was sent'],
]
for (const [what, meeting, reason, changes] of missing)
  test(`a meeting without ${what} is not deleted`, () => assert.equal(proof(meeting, changes), reason))

test('one whose id Zoom’s own answer told is left where a person has moved it, and needs mark and peace like every other', () => {
  const known = { isKnown: true }
  assert.equal(proof({ created_at: undefined }, known), undefined)
  assert.equal(proof({ start_time: '2026-12-19T10:00:00Z' }, known), 'its start or length is not what was sent')
  assert.equal(proof({ agenda: 'Another' }, known), 'its mark is not ours')
  assert.equal(proof({ status: 'started' }, known), 'it has been started')
})

test('one that was published once may be changed since', () => {
  const published = { isKnown: true, mayDiffer: true }
  assert.equal(proof({ start_time: '2026-12-19T10:00:00Z', duration: 15 }, published), undefined)
  assert.equal(proof({ agenda: 'Another' }, published), 'its mark is not ours')
})

const sentWith = (fields: object, meant = attempt.sent.meant): Attempt =>
  attemptWith({ sent: { fields: { topic: 'Interview', ...fields }, ...(meant && { meant }) } })

/** Marked, and proved when it was read. */
const isMadeBy = (row: object, of: Attempt) =>
  isMarkedBy(row as typeof ours, of, marker, times) && isProvedBy(row as typeof ours, of)

const rows: readonly (readonly [says: string, row: object, of: Attempt, byMarker: boolean, byLook: boolean])[] = [
  ['its work with the mark', ours, attempt, true, false],
  ['its work where agendas are hidden', hidden, attempt, false, true],
  ['its work that somebody has moved since', { ...ours, start_time: '2026-12-18T11:00:00Z' }, attempt, true, false],
  [
    'a copy at another time, with a passcode of its own',
    { ...ours, start_time: '2026-12-18T11:00:00Z', password: '123456' },
    attempt,
    false,
    false,
  ],
  [
    'one at another time, where the passcode is the caller’s and may stand elsewhere',
    { ...ours, start_time: '2026-12-18T11:00:00Z', password: 'lunch' },
    { ...sentWith({ duration: 45, password: 'lunch' }), password: 'lunch' },
    false,
    false,
  ],
  ['a copy by hand', { ...ours, creation_source: 'web_portal' }, attempt, false, false],
  ['a hidden meeting at another time', { ...hidden, start_time: '2026-12-18T11:00:00Z' }, attempt, false, false],
  ['its work that somebody has made longer', { ...ours, duration: 60 }, attempt, true, false],
  ['a copy of another length', { ...ours, duration: 60, password: '123456' }, attempt, false, false],
  [
    'its work, where the clock here is a week ahead',
    { ...ours, created_at: at(now - 7 * 86_400_000) },
    attempt,
    true,
    false,
  ],
  ['a hidden meeting of last week', { ...hidden, created_at: at(now - 7 * 86_400_000) }, attempt, false, false],
  ['a copy of next week', { ...ours, created_at: at(now + 7 * 86_400_000) }, attempt, false, false],
  ['a hidden meeting with another topic', { ...hidden, topic: 'Lunch' }, attempt, false, false],
  ['its work under another topic', { ...ours, topic: 'Renamed' }, attempt, true, false],
  ['a foreign agenda', { ...ours, agenda: 'Lunch' }, attempt, false, false],
  ['its work of Zoom’s own length', { ...ours, duration: 60 }, sentWith({}), true, false],
  ['its work of a clock that is behind', { ...ours, created_at: at(now - times.skewMs) }, attempt, true, false],
]
for (const [says, row, of, byMarker, byLook] of rows)
  test(`${says} is ${byMarker || byLook ? '' : 'not '}taken for what an attempt has made`, () => {
    assert.equal(isMadeBy(row, of), byMarker)
    assert.equal(couldBeMadeBy(row as Meeting & { created_at: string }, of, times), byLook)
  })

test('a meeting without a fixed time is known without a start, and one with a start is another', () => {
  const timeless = attemptWith({ sent: { fields: { type: 3, topic: 'Open door' } } })
  const { start_time: _none, ...row } = { ...ours, duration: 60 }
  assert.equal(isMadeBy({ ...row, password: 'other' }, timeless), true)
  assert.equal(isMadeBy({ ...ours, duration: 60, password: 'other' }, timeless), false)
})

test('of equal ones the oldest comes first, then the one with the lower id', () => {
  const row = (id: number, ms: number) => ({ id, created_at: at(now + ms) })
  const sorted = [row(3, 0), row(1, 1000), row(2, 0)].sort(byAge)
  assert.deepEqual(
    sorted.map(({ id }) => id),
    [2, 3, 1],
  )
})

test('what cannot be read is equal to no instant', () => {
  for (const text of [undefined, 17, '', 'yesterday', '2026-12-18T10:00:00']) assert.ok(Number.isNaN(instantFrom(text)))
  assert.equal(instantFrom('2026-12-17T10:00:00Z'), now)
  assert.equal(
    proof({}, { record: publishedRecord({ published: publishedWith({ id: 222 }) }) }),
    'it is the published one',
  )
})

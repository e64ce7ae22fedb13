import assert from 'node:assert/strict'
import { DatabaseSync } from 'node:sqlite'
import { test } from 'node:test'
import { createZoomClient, optionsFromEnvironment } from '@convene/zoom'
import { createMeetingKeeper, type WaitOptions } from '@convene/zoom/ensure'
import { createSqliteJournal } from '@convene/zoom/journal/sqlite'
import { type FaultInput, startEmulator } from '@convene/zoom-emulator'
import { createVirtualTime, type VirtualTime } from '../packages/zoom/test/virtual-time.ts'
import { hmacSha256, sha256 } from '../simulation/digests.ts'

const host = 'mei@example.com'
const meeting = { topic: 'Interview', start_time: '2030-12-20T18:00:00', timezone: 'Asia/Taipei', duration: 45 }
const create = 'POST /users/{userId}/meetings'

/** An account whose settings hide the agendas of meetings, in a time that jumps from one thing to happen to the next. */
async function openAccount({ hidesAgendas = true } = {}) {
  const hide_meeting_description = { enable: hidesAgendas }
  const seed = { account: { settings: { schedule_meeting: { hide_meeting_description } } } }
  const emulator = await startEmulator({ seed, listen: false })
  const time: VirtualTime = createVirtualTime(Date.parse('2026-11-22T04:00:00Z'), {
    onMove: (now) => void time.hold(emulator.clock.freeze(now)),
  })
  await emulator.clock.freeze(time.now())
  const ambient = { ...time, sha256, hmacSha256 }
  const clientOf = () =>
    createZoomClient({
      ...optionsFromEnvironment(emulator.env),
      ambient: {
        ...ambient,
        async fetch(url, init) {
          const answer = await time.hold(emulator.fetch(url, { ...init } as RequestInit))
          const text = await time.hold(answer.text())
          return { status: answer.status, headers: answer.headers, text: async () => text }
        },
      },
    })
  const database = new DatabaseSync(':memory:')
  const journal = createSqliteJournal(database)
  const person = clientOf()
  return {
    time,
    emulator,
    journal,
    keeper: createMeetingKeeper({ zoom: clientOf(), journal, ambient }),
    /** Somebody else in the account. */
    person,
    /** What Zoom has for the host, the oldest first. */
    async list() {
      const { meetings } = await time.run(Promise.resolve(person.meetings.list({ userId: host })))
      return meetings.toSorted((a, b) => String(a.created_at).localeCompare(String(b.created_at)))
    },
    /** The next create is struck. */
    strike: (fault: Omit<FaultInput, 'operation'>) =>
      emulator.control.faults.add({ operation: create, count: 1, ...fault }),
    async [Symbol.asyncDispose]() {
      database.close()
      await emulator.close()
    },
  }
}

for (const [hidesAgendas, found] of [
  [true, 'hidden'],
  [false, 'shown'],
] as const)
  test(`the probe finds agendas ${found}, keeps that, and leaves no meeting behind`, async () => {
    await using zoom = await openAccount({ hidesAgendas })
    const { time, keeper, journal } = zoom
    assert.equal(await time.run(keeper.probeAgenda(host)), found)
    assert.equal((await journal.findHost(host))?.agenda, found)
    assert.deepEqual(await zoom.list(), [])
  })

const lostAnswers: readonly (readonly [says: string, fault: Omit<FaultInput, 'operation'>])[] = [
  ['the connection breaks after Zoom has made the meeting', { cut: true, effect: 'done' }],
  ['Zoom makes the meeting and answers 500', { status: 500, effect: 'done' }],
  ['the answer breaks off', { cut: 30 }],
  ['Zoom makes the meeting a minute after the connection broke', { cut: true, effect: 'late', late_ms: 60_000 }],
]
for (const [says, fault] of lostAnswers)
  test(`where no agenda is shown, the meeting is found by its fingerprint and passcode when ${says}`, async () => {
    await using zoom = await openAccount()
    const { time, keeper } = zoom
    zoom.strike(fault)
    const status = await time.run(keeper.ensureMeeting({ key: 'booking-17', host, meeting }))
    const [made, ...others] = await zoom.list()
    assert.deepEqual(others, [])
    assert.deepEqual([status.state, status.attempts, status.meeting?.id], ['published', 1, made?.id])
    assert.equal(status.meeting?.join_url, made?.join_url)
  })

test('a look-alike with another passcode is not taken, and not touched', async () => {
  await using zoom = await openAccount()
  const { time, keeper, person } = zoom
  zoom.strike({ cut: true })
  const ensure = (wait?: WaitOptions) => time.run(keeper.ensureMeeting({ key: 'booking-17', host, meeting }, wait))
  assert.equal((await ensure({ waitMs: 0 })).state, 'unknown')
  const lookAlike = { userId: host, ...meeting, password: 'look4like' }
  const { id, join_url } = await time.run(person.meetings.create(lookAlike))
  const status = await ensure()
  assert.deepEqual([status.state, status.attempts], ['published', 2])
  assert.notEqual(status.meeting?.id, id)
  assert.deepEqual(
    (await zoom.list()).map((row) => row.join_url),
    [join_url, status.meeting?.join_url],
  )
  assert.equal((await time.run(keeper.cancelMeeting({ key: 'booking-17' }))).state, 'cancelled')
  assert.deepEqual(
    (await zoom.list()).map((row) => row.join_url),
    [join_url],
  )
})

test('a meeting that lands after another was made in its place is deleted by the worker', async () => {
  await using zoom = await openAccount()
  const { time, keeper } = zoom
  // Between the first sweep, ten minutes after the answer was lost, and the second one.
  zoom.strike({ cut: true, effect: 'late', late_ms: 700_000 })
  const status = await time.run(keeper.ensureMeeting({ key: 'booking-17', host, meeting }))
  assert.deepEqual([status.state, status.attempts], ['published', 2])
  const ending = new AbortController()
  const work = keeper.work({ signal: ending.signal })
  await time.run(time.wait(650_000))
  assert.equal((await zoom.list()).length, 2)
  await time.run(time.wait(600_000))
  ending.abort()
  await work
  assert.deepEqual(
    (await zoom.list()).map(({ join_url }) => join_url),
    [status.meeting?.join_url],
  )
})

test('of two equal meetings a person says which one it is, and the other one stays', async () => {
  await using zoom = await openAccount()
  const { time, emulator, keeper, person } = zoom
  zoom.strike({ cut: true, effect: 'done' })
  // The list does not answer, however often the client asks, before somebody has made a copy.
  const away = emulator.control.faults.add({ operation: 'GET /users/{userId}/meetings', status: 503 })
  const first = await time.run(keeper.ensureMeeting({ key: 'booking-17', host, meeting }, { waitMs: 0 }))
  assert.deepEqual([first.state, first.reason], ['unknown', 'zoom_away'])
  emulator.control.faults.remove(away.id)
  const [ours] = await zoom.list()
  const { password } = await time.run(person.meetings.get({ meetingId: ours?.id ?? 0 }))
  const copy = await time.run(person.meetings.create({ userId: host, ...meeting, password }))

  const status = await time.run(keeper.ensureMeeting({ key: 'booking-17', host, meeting }))
  assert.deepEqual([status.state, status.reason], ['undecided', 'equal_candidates'])
  assert.deepEqual(status.candidates.toSorted(), [ours?.id, copy.id].toSorted())
  assert.match(status.sentence, new RegExp(`${ours?.id}.*${copy.id}|${copy.id}.*${ours?.id}`))
  await assert.rejects(keeper.decide({ key: 'booking-17', meetingId: 1 }), { code: 'invalid_input' })

  const decided = await time.run(keeper.decide({ key: 'booking-17', meetingId: copy.id }))
  assert.deepEqual([decided.state, decided.meeting?.id], ['published', copy.id])
  assert.equal((await zoom.list()).length, 2)
  const cancelled = await time.run(keeper.cancelMeeting({ key: 'booking-17' }))
  assert.equal(cancelled.state, 'cancelled')
  assert.deepEqual(
    (await zoom.list()).map(({ id }) => id),
    [ours?.id],
  )
})

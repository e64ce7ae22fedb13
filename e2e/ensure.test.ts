import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { text } from 'node:stream/consumers'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { createZoomClient, optionsFromEnvironment } from '@convene/zoom'
import { createMeetingKeeper, type MeetingStatus } from '@convene/zoom/ensure'
import { createSqliteJournal } from '@convene/zoom/journal/sqlite'
import { createNodeWebhookHandler } from '@convene/zoom/webhooks/node'
import { type RunningEmulator, startEmulator } from '@convene/zoom-emulator'

const host = 'mei@example.com'
const meeting = { topic: 'Interview', start_time: '2030-12-20T18:00:00', timezone: 'Asia/Taipei', duration: 45 }
const program = fileURLToPath(new URL('parts/booking-program.ts', import.meta.url))

/** A folder for the journal's file, with connections to it. */
function openFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'convene-ensure-'))
  const file = join(folder, 'meetings.db')
  const connections: DatabaseSync[] = []
  return {
    file,
    connect() {
      const connection = new DatabaseSync(file)
      connections.push(connection)
      return connection
    },
    [Symbol.dispose]() {
      for (const connection of connections) connection.close()
      rmSync(folder, { recursive: true })
    },
  }
}

const clientOf = ({ env }: RunningEmulator) => createZoomClient(optionsFromEnvironment(env))

/** What Zoom has for the host. */
async function listOf(emulator: RunningEmulator) {
  const { meetings } = await clientOf(emulator).meetings.list({ userId: host })
  return meetings
}

test('a program that is killed after Zoom has made the meeting finds it when it is run again, and gives its link each time', async () => {
  using folder = openFolder()
  let kill: (() => void) | undefined
  await using emulator = await startEmulator({
    // The meeting is made, and its answer has not left.
    onReply: ({ operation }) => void (operation === 'POST /users/{userId}/meetings' && kill?.()),
  })
  const start = (laterMs: number, topic = 'Interview') => {
    const args = [program, folder.file, 'booking-17', topic, String(laterMs)]
    const env = { ...process.env, ...emulator.env }
    const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'pipe'] })
    const ended = Promise.all([once(child, 'exit'), text(child.stdout), text(child.stderr)])
    return { child, ended }
  }
  const first = start(0)
  kill = () => first.child.kill('SIGKILL')
  const [[, signal], printed] = await first.ended
  assert.deepEqual([signal, printed], ['SIGKILL', ''])
  kill = undefined
  assert.equal((await listOf(emulator)).length, 1)

  const laterMs = 5 * 60_000
  await emulator.clock.advance(laterMs)
  const [, link] = await start(laterMs).ended
  const [made, ...others] = await listOf(emulator)
  assert.deepEqual([others.length, link], [0, made?.join_url])
  assert.equal((await start(laterMs).ended)[1], link)

  const [[code], , complaint] = await start(laterMs, 'Another one').ended
  assert.equal(code, 1)
  assert.match(complaint, /key_reused.*booking-17/s)
  assert.equal((await listOf(emulator)).length, 1)
})

test('a change keeps the link, and a cancellation leaves nothing at Zoom', async () => {
  using folder = openFolder()
  await using emulator = await startEmulator()
  const keeper = createMeetingKeeper({ zoom: clientOf(emulator), journal: createSqliteJournal(folder.connect()) })
  const { meeting: first } = await keeper.ensureMeeting({ key: 'booking-17', host, meeting })
  const changed = await keeper.changeMeeting({
    key: 'booking-17',
    meeting: { topic: 'Second interview', duration: 60 },
  })
  assert.deepEqual([changed.state, changed.meeting?.join_url], ['published', first?.join_url])
  assert.deepEqual(
    (await listOf(emulator)).map(({ id, topic, duration }) => [id, topic, duration]),
    [[first?.id, 'Second interview', 60]],
  )
  // Asked for in the words of the beginning it is still the same meeting.
  assert.equal((await keeper.ensureMeeting({ key: 'booking-17', host, meeting })).meeting?.topic, 'Second interview')
  assert.equal((await keeper.cancelMeeting({ key: 'booking-17' })).state, 'cancelled')
  assert.deepEqual(await listOf(emulator), [])
})

test('a meeting that a person deletes at Zoom is told as gone, one that is edited there as different', async () => {
  using folder = openFolder()
  await using emulator = await startEmulator()
  const heard = new Map<string, (status: MeetingStatus) => void>()
  const keeper = createMeetingKeeper({
    zoom: clientOf(emulator),
    journal: createSqliteJournal(folder.connect()),
    onStatus: (status) => heard.get(status.key)?.(status),
  })
  /** The first status of the key that is so. */
  const becomes = (key: string, isSo: (status: MeetingStatus) => boolean) =>
    new Promise<MeetingStatus>((resolve) =>
      heard.set(key, (status) => {
        if (isSo(status)) resolve(status)
      }),
    )
  const secretToken = 'a-secret-token-of-a-test'
  const handler = createNodeWebhookHandler({
    secretToken,
    onOther: (event) => keeper.hint(event),
    onError: (error) => assert.fail(String(error)),
  })
  const server = createServer(handler)
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhooks/zoom`
  await emulator.control.webhooks.subscribe({ url, secretToken })
  const ending = new AbortController()
  const work = keeper.work({ signal: ending.signal, onError: (error) => assert.fail(String(error)) })

  const edited = await keeper.ensureMeeting({ key: 'edited', host, meeting })
  const deleted = await keeper.ensureMeeting({ key: 'deleted', host, meeting })
  const differs = becomes('edited', (status) => status.differs.length > 0)
  const gone = becomes('deleted', (status) => status.state === 'gone')
  const person = clientOf(emulator)
  await person.meetings.update({ meetingId: edited.meeting?.id ?? 0, topic: 'Renamed by hand' })
  await person.meetings.delete({ meetingId: deleted.meeting?.id ?? 0 })

  assert.deepEqual([(await differs).state, (await differs).differs], ['published', ['topic']])
  assert.deepEqual([(await gone).reason, (await gone).meeting], ['deleted_at_zoom', undefined])
  assert.deepEqual(
    (await listOf(emulator)).map(({ topic }) => topic),
    ['Renamed by hand'],
  )
  ending.abort()
  await work
  server.closeAllConnections()
  await new Promise((closed) => server.close(closed))
})

test("a meeting that was planned in the caller's transaction is made when that is committed, and else never heard of", async () => {
  using folder = openFolder()
  await using emulator = await startEmulator()
  const bookings = folder.connect()
  bookings.exec('CREATE TABLE booking (id INTEGER PRIMARY KEY, meeting TEXT NOT NULL)')
  const zoom = clientOf(emulator)
  const keeper = createMeetingKeeper({ zoom, journal: createSqliteJournal(folder.connect()) })
  const book = async (id: number, end: 'COMMIT' | 'ROLLBACK') => {
    bookings.exec('BEGIN IMMEDIATE')
    const key = `booking-${id}`
    bookings.prepare('INSERT INTO booking VALUES (?, ?)').run(id, key)
    const planned = await keeper.planMeeting({ key, host, meeting }, { journal: createSqliteJournal(bookings) })
    assert.equal(planned.state, 'planned')
    bookings.exec(end)
    return key
  }
  const dropped = await book(1, 'ROLLBACK')
  const kept = await book(2, 'COMMIT')
  assert.equal(await keeper.status(dropped), undefined)

  const ending = new AbortController()
  const made: MeetingStatus[] = []
  const worker = createMeetingKeeper({
    zoom,
    journal: createSqliteJournal(folder.connect()),
    onStatus(status) {
      if (status.state !== 'published') return
      made.push(status)
      ending.abort()
    },
  })
  await worker.work({ signal: ending.signal })
  assert.deepEqual(
    made.map(({ key }) => key),
    [kept],
  )
  assert.deepEqual(
    (await listOf(emulator)).map(({ join_url }) => join_url),
    [made[0]?.meeting?.join_url],
  )
})

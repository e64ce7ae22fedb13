import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { createZoomClient, optionsFromEnvironment } from '@convene/zoom'
import type { KeeperSettings } from '@convene/zoom/ensure'
import { type OperationReply, startEmulator } from '@convene/zoom-emulator'
import { createChance } from '../simulation/chance.ts'
import { complaintsAtRest, readZoom } from './parts/at-rest.ts'
import { type Booking, createCaller, isFailureOfDatabase, timesOf } from './parts/caller.ts'
import { startCrew } from './parts/crew.ts'
import { beginMischief, type Tally } from './parts/mischief.ts'
import { sharedPostgres } from './parts/postgres.ts'
import { type SharedJournal, sharePostgres, shareSqlite } from './parts/shared-journal.ts'
import { startWatch } from './parts/watch.ts'

/**
 * Real time is slow, so the keeper's times are short here, and in the same relation to each other as the usual ones: a create lands
 * late within the quiet time (1,000 ms after it was sent; its absence counts after 1,500 + 1,500 ms), seldom after another was made
 * in its place (4,500 ms), and never after hosts are not watched any more (9,500 ms). A stopped worker stands still for 4,000 ms at
 * most, and then does what it was about to do.
 */
const settings: KeeperSettings = {
  sendLimitMs: 1_500,
  quietMs: 1_500,
  betweenReadsMs: 500,
  leaseMs: 2_500,
  sweepMs: 1_500,
  watchMs: 8_000,
  skewMs: 2_000,
  longestTurnMs: 2_000,
  pollMs: 500,
}

const hosts = ['ada', 'ben', 'cem', 'dia', 'eva', 'fay'].map((name) => `${name}@example.com`) as [string, ...string[]]

const secretOf = (app: string) => `secret-of-${app}`

interface Size {
  readonly bookings: number
  readonly workers: number
  /** How much more often than usual things go wrong. */
  readonly often: number
}

/** Plays bookings while everything goes wrong, lets everything come to rest, and gives every promise that is broken. */
async function play(shared: SharedJournal, size: Size): Promise<{ complaints: string[]; tally: Tally }> {
  const names = Array.from({ length: size.workers }, (_, index) => `worker-${index}`)
  // An app for each, so that a request says whose it is.
  const apps = ['person', ...names].map((client_id) => ({
    type: 'server_to_server' as const,
    client_id,
    client_secret: secretOf(client_id),
  }))
  let onReply: (reply: OperationReply) => void = () => {}
  await using emulator = await startEmulator({
    seed: { users: hosts.map((email) => ({ email })), apps },
    journalSize: 40,
    onReply: (reply) => onReply(reply),
  })
  const envOf = (app: string) => ({ ...emulator.env, ZOOM_CLIENT_ID: app, ZOOM_CLIENT_SECRET: secretOf(app) })
  const person = createZoomClient(optionsFromEnvironment(envOf('person')))
  for (let number = 0; number < size.bookings; number += 10)
    for (const userId of hosts.slice(0, 2))
      await person.meetings.create({ userId, topic: `Booking ${number}`, duration: 30, ...timesOf(number) })
  const foreign = await readZoom(person, hosts)

  const chance = createChance('killed workers')
  const workers = new Map(names.map((name) => [name, envOf(name)]))
  await using crew = startCrew({ place: shared.place, settings, workers })
  const { leaseMs } = settings
  const mischief = beginMischief({
    emulator,
    shared,
    crew,
    chance: chance.fork('mischief'),
    leaseMs,
    often: size.often,
  })
  onReply = mischief.replied
  await using watch = startWatch(shared, mischief.saw)
  const caller = createCaller({ shared, settings, hosts, chance: chance.fork('caller'), sees: watch.sees })

  const bookings: Booking[] = []
  let next = 0
  const bookSome = async () => {
    while (next < size.bookings) bookings.push(await caller.book(next++))
  }
  await Promise.all(Array.from({ length: 100 }, bookSome))
  const copies = await mischief.end()
  for (const id of copies) foreign.set(id, await person.meetings.get({ meetingId: id }))
  await watch.rests()

  const complaints = await complaintsAtRest(bookings, { zoom: person, hosts, shared, status: caller.status, foreign })
  return { complaints: [...complaints, ...crew.complaints.filter(isNews)], tally: mischief.tally }
}

/** That a connection was ended, or a file was held, is what was done to it. */
const isNews = (complaint: string) => !isFailureOfDatabase(complaint)

/** A run in which little went wrong shows nothing. */
function assertHappened(tally: Tally, least: Readonly<Record<string, number>>): void {
  for (const [name, times] of Object.entries(least)) {
    const happened = [...tally].reduce((sum, [what, count]) => sum + (what.startsWith(name) ? count : 0), 0)
    assert.ok(happened >= times, `${name} ${happened} times, not ${times}: ${JSON.stringify([...tally])}`)
  }
}

const { postgres, missing } = await sharedPostgres()

// Both wait more than they work.
describe('workers that share a journal', { concurrency: 2 }, () => {
  test('in PostgreSQL are killed, stopped and cut off, and each booking ends with its one meeting', {
    skip: missing ?? false,
  }, async () => {
    await using shared = await sharePostgres((await postgres?.createDatabase()) ?? '')
    const { complaints, tally } = await play(shared, { bookings: 60, workers: 3, often: 1.4 })
    assert.deepEqual(complaints, [])
    assertHappened(tally, {
      killed: 7,
      stopped: 1,
      connections: 1,
      copied: 1,
      'create:': 15,
      'change:': 7,
      'delete:': 2,
    })
  })

  test('in a SQLite file are killed and stopped, and each booking ends with its one meeting', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'convene-killed-workers-'))
    try {
      await using shared = await shareSqlite(join(folder, 'journal.db'))
      const { complaints, tally } = await play(shared, { bookings: 30, workers: 3, often: 3 })
      assert.deepEqual(complaints, [])
      assertHappened(tally, { killed: 3, stopped: 1, 'create:': 8, 'change:': 3 })
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
})

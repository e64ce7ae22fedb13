import { closeSync, openSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import type { Store, Transaction } from '@convene/booking'
import type { Journal } from '@convene/zoom/ensure'
import { createPostgresJournal, type PostgresConnection } from '@convene/zoom/journal/postgres'
import { createSqliteJournal } from '@convene/zoom/journal/sqlite'
import { createPostgresLimitStore, createSqliteLimitStore, type LimitStore } from '@convene/zoom/limits'
import pg from 'pg'
import type { DatabaseConfig } from '../config.ts'

/** What safe creation and the scheduler of calls keep, in the desk's database. */
export interface ZoomStorage extends AsyncDisposable {
  readonly journal: Journal
  /** The journal over an open transaction of the store. */
  readonly journalOver: (connection: Transaction['connection']) => Journal
  readonly limits: LimitStore
}

export async function openZoomStorage(store: Store, database: DatabaseConfig): Promise<ZoomStorage> {
  const storage =
    database.engine === 'sqlite' ? onSqlite(store, database.file) : onPostgres(database.connectionString.reveal())
  // Its tables must be there before a transaction uses it that may be undone.
  await storage.journal.nextDueAt()
  return storage
}

/**
 * Each step of the journal is a transaction of the store. A connection of its own would wait for the file, and with it this whole
 * process, while a transaction of the desk is open that goes on in this process.
 */
function onSqlite(store: Store, file: string): ZoomStorage {
  const journalOver = cached((connection) => createSqliteJournal(connection as DatabaseSync))
  // In a file of its own, for the same reason; it holds nothing that must be kept.
  closeSync(openSync(`${file}.limits`, 'a', 0o600))
  const limits = new DatabaseSync(`${file}.limits`)
  const within = <Result>(step: (journal: Journal) => Promise<Result>): Promise<Result> =>
    store.transaction(({ connection }) => step(journalOver(connection)))
  return {
    journal: {
      secret: (fresh) => within((journal) => journal.secret(fresh)),
      add: (record) => within((journal) => journal.add(record)),
      find: (key) => within((journal) => journal.find(key)),
      findByTag: (tag) => within((journal) => journal.findByTag(tag)),
      findByMeeting: (id) => within((journal) => journal.findByMeeting(id)),
      findLost: (host, since) => within((journal) => journal.findLost(host, since)),
      save: (record) => within((journal) => journal.save(record)),
      claim: (claim) => within((journal) => journal.claim(claim)),
      nextDueAt: () => within((journal) => journal.nextDueAt()),
      watch: (...watched) => within((journal) => journal.watch(...watched)),
      claimHost: (claim) => within((journal) => journal.claimHost(claim)),
      saveHost: (host) => within((journal) => journal.saveHost(host)),
      findHost: (host) => within((journal) => journal.findHost(host)),
      learnHost: (...learned) => within((journal) => journal.learnHost(...learned)),
    },
    journalOver,
    limits: createSqliteLimitStore(limits),
    [Symbol.asyncDispose]: async () => limits.close(),
  }
}

/** How many connections the journal and the scheduler take beside those of the store. */
const connections = 4

function onPostgres(connectionString: string): ZoomStorage {
  const pool = new pg.Pool({ connectionString, max: connections, application_name: 'convene-zoom', keepAlive: true })
  // A connection that breaks tells the statement that waits for it; without one, the pool takes another.
  pool.on('error', () => {})
  return {
    journal: createPostgresJournal(pool),
    journalOver: cached((connection) => createPostgresJournal(connection as PostgresConnection)),
    limits: createPostgresLimitStore(pool),
    [Symbol.asyncDispose]: () => pool.end(),
  }
}

/** A journal prepares its statements once for a connection. */
function cached(create: (connection: object) => Journal): (connection: unknown) => Journal {
  const journals = new WeakMap<object, Journal>()
  return (connection) => {
    const key = connection as object
    const known = journals.get(key) ?? create(key)
    journals.set(key, known)
    return known
  }
}

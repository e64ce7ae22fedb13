/** The database in which processes share a journal, as a test sees it: its own connection, and what is written there. */
import { DatabaseSync } from 'node:sqlite'
import type { Journal } from '@convene/zoom/ensure'
import { createPostgresJournal } from '@convene/zoom/journal/postgres'
import { createSqliteJournal } from '@convene/zoom/journal/sqlite'
import pg from 'pg'
import type { KeeperProgramOptions } from './keeper-program.ts'

/** A row of the journal. */
export interface SeenRow {
  readonly key: string
  readonly state: string
}

export interface SharedJournal extends AsyncDisposable {
  readonly place: KeeperProgramOptions['place']
  readonly journal: Journal
  /** Writes a booking and what `work` does with the journal in one transaction, which ends so. */
  inTransaction(
    booking: string,
    end: 'COMMIT' | 'ROLLBACK',
    work: (journal: Journal) => Promise<unknown>,
  ): Promise<void>
  rows(): Promise<SeenRow[]>
  /** The ids of all meetings that were ever published for a key. */
  published(key: string): Promise<number[]>
  /** The bookings that were committed with a transaction of the caller. */
  bookings(): Promise<string[]>
  /** Ends connections whose name begins so, whatever they are doing; where there are connections to a server. */
  endConnections?(name: string): Promise<number>
}

const seenRows = 'SELECT key, state FROM zoom_journal_meeting'
/** A commit whose answer was lost is repeated. */
const insertBooking = 'INSERT INTO booking VALUES'
const publishedFor = 'SELECT DISTINCT id FROM published WHERE key = '

/** Every id that is ever published is written down by the database itself, whoever publishes it. */
const tables = `
  CREATE TABLE booking (name TEXT PRIMARY KEY);
  CREATE TABLE published (key TEXT, id BIGINT)`
const postgresHistory = `
  CREATE FUNCTION note_published() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN INSERT INTO published VALUES (new.key, new.meeting_id); RETURN NULL; END $$;
  CREATE TRIGGER note_published AFTER UPDATE ON zoom_journal_meeting FOR EACH ROW
    WHEN (new.meeting_id IS NOT NULL AND new.meeting_id IS DISTINCT FROM old.meeting_id) EXECUTE FUNCTION note_published()`
const sqliteHistory = `
  CREATE TRIGGER note_published AFTER UPDATE ON zoom_journal_meeting
    WHEN new.meeting_id IS NOT NULL AND new.meeting_id IS NOT old.meeting_id
    BEGIN INSERT INTO published VALUES (new.key, new.meeting_id); END`

export async function sharePostgres(connectionString: string): Promise<SharedJournal> {
  const connect = (application_name: string) => {
    const pool = new pg.Pool({ connectionString, application_name, max: 6 })
    pool.on('error', () => {})
    return pool
  }
  const pool = connect('caller')
  const watcher = connect('watcher')
  const journal = createPostgresJournal(pool)
  await journal.nextDueAt()
  await pool.query(`${tables}; ${postgresHistory}`)
  return {
    place: { postgres: connectionString },
    journal,
    async inTransaction(booking, end, work) {
      const client = await pool.connect()
      let failure: Error | undefined
      // A connection that is ended between two statements.
      client.on('error', (error) => {
        failure = error
      })
      try {
        await client.query('BEGIN')
        await client.query(`${insertBooking} ($1) ON CONFLICT DO NOTHING`, [booking])
        await work(createPostgresJournal(client))
        await client.query(end)
      } catch (error) {
        failure ??= error as Error
        throw error
      } finally {
        client.release(failure)
      }
    },
    rows: async () => (await watcher.query<SeenRow>(seenRows)).rows,
    published: async (key) => (await watcher.query(`${publishedFor} $1`, [key])).rows.map(({ id }) => Number(id)),
    bookings: async () => (await watcher.query('SELECT name FROM booking')).rows.map(({ name }) => String(name)),
    async endConnections(name) {
      const which = 'datname = current_database() AND starts_with(application_name, $1)'
      const end = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE ${which}`
      return (await watcher.query(end, [name])).rowCount ?? 0
    },
    async [Symbol.asyncDispose]() {
      await pool.end()
      await watcher.end()
    },
  }
}

export async function shareSqlite(file: string): Promise<SharedJournal> {
  const connect = () => {
    const database = new DatabaseSync(file)
    // This process must not stand still for long while a stopped worker holds the file.
    database.exec('PRAGMA busy_timeout = 100')
    return database
  }
  const own = connect()
  const watcher = connect()
  const journal = createSqliteJournal(own)
  own.exec(`${tables}; ${sqliteHistory}`)
  return {
    place: { sqlite: file },
    journal,
    async inTransaction(booking, end, work) {
      // What has not ended when it is closed is rolled back.
      using inside = connect()
      inside.exec('BEGIN IMMEDIATE')
      inside.prepare(`${insertBooking} (?) ON CONFLICT DO NOTHING`).run(booking)
      await work(createSqliteJournal(inside))
      inside.exec(end)
    },
    rows: async () => watcher.prepare(seenRows).all() as unknown as SeenRow[],
    published: async (key) =>
      watcher
        .prepare(`${publishedFor} ?`)
        .all(key)
        .map(({ id }) => Number(id)),
    bookings: async () =>
      watcher
        .prepare('SELECT name FROM booking')
        .all()
        .map(({ name }) => String(name)),
    async [Symbol.asyncDispose]() {
      for (const database of [own, watcher]) database.close()
    },
  }
}

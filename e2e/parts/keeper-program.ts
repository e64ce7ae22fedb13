/**
 * A worker of safe creation as a process of its own: does what is due in a journal that it shares with others. It prints what went
 * wrong on its own side, one JSON text a line, and ends with its standard input, so that it never outlives the test.
 */
import { writeSync } from 'node:fs'
import { flushCompileCache } from 'node:module'
import { DatabaseSync } from 'node:sqlite'
import { createZoomClient, optionsFromEnvironment } from '@convene/zoom'
import { createMeetingKeeper, type Journal, type KeeperSettings } from '@convene/zoom/ensure'
import { createPostgresJournal } from '@convene/zoom/journal/postgres'
import { createSqliteJournal } from '@convene/zoom/journal/sqlite'
import {
  createPostgresLimitStore,
  createScheduler,
  createSqliteLimitStore,
  type LimitStore,
} from '@convene/zoom/limits'
import { createNodeFetch } from '@convene/zoom/node'
import pg from 'pg'

/** What a worker is told when it is started. */
export interface KeeperProgramOptions {
  readonly name: string
  /** The database that the processes share. */
  readonly place: { readonly postgres: string } | { readonly sqlite: string }
  readonly settings: Partial<KeeperSettings>
  /** Whether its calls keep Zoom's limits together with the other workers that do so. */
  readonly isScheduled: boolean
}

const { name, place, settings, isScheduled } = JSON.parse(process.argv[2] ?? '') as KeeperProgramOptions

function open(): { readonly journal: Journal; readonly store: () => LimitStore } {
  if ('sqlite' in place) {
    const journal = createSqliteJournal(new DatabaseSync(place.sqlite))
    return { journal, store: () => createSqliteLimitStore(new DatabaseSync(`${place.sqlite}.limits`)) }
  }
  const pool = new pg.Pool({ connectionString: place.postgres, application_name: name, max: 6 })
  // A connection that is ended while nobody uses it; the next use makes another.
  pool.on('error', () => {})
  return { journal: createPostgresJournal(pool), store: () => createPostgresLimitStore(pool) }
}

const { journal, store } = open()
const zoom = createZoomClient({
  ...optionsFromEnvironment(process.env),
  // A place that a killed worker holds in the limits is free again when its call would have ended.
  timeoutMs: 2 * (settings.sendLimitMs ?? 15_000),
  ambient: { fetch: createNodeFetch() },
  ...(isScheduled && { scheduler: createScheduler({ plan: 'business', store: store() }) }),
})
const keeper = createMeetingKeeper({ zoom, journal, settings })
// Whoever is started in its place begins in a third of the time.
flushCompileCache()
process.stdin.on('close', () => process.exit()).resume()
await keeper.work({ onError: (error) => writeSync(1, `${JSON.stringify(String(error))}\n`) })

import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { EmulatorError } from '../domain/emulator-error.ts'
import type { StoredEntity, WriteLog } from './collection.ts'

/** Marks a file as ours (`PRAGMA application_id`): "Cnvn". */
const applicationId = 0x436e766e
/** The layout of the file (`PRAGMA user_version`); a greater one was written by a later release. */
const layout = 1
const sqliteBusy = 5

/** A write log in one SQLite file, and what the file kept from earlier. */
export interface OpenedWriteLog {
  readonly log: WriteLog
  stored(): Iterable<StoredEntity>
}

/**
 * Opens the data file, or makes it. A write is in the operating system's hands when `put` returns, so that it outlives a killed
 * process (WAL with synchronous NORMAL; a power cut may cost the last writes, but never the file).
 *
 * @throws EmulatorError `data_in_use` while another emulator holds it, `data_newer`, `data_unreadable`.
 */
export function openWriteLog(file: string): OpenedWriteLog {
  const database = open(file)
  const put = database.prepare(
    'INSERT INTO entities (collection, key, json) VALUES (?, ?, ?) ON CONFLICT (collection, key) DO UPDATE SET json = excluded.json',
  )
  const remove = database.prepare('DELETE FROM entities WHERE collection = ? AND key = ?')
  // In the order of their making, which lists show; an update keeps its place.
  const all = database.prepare('SELECT collection, json FROM entities ORDER BY position')
  return {
    log: {
      put: (collection, key, entity) => void put.run(collection, String(key), JSON.stringify(entity)),
      delete: (collection, key) => void remove.run(collection, String(key)),
      clear: () => database.exec('DELETE FROM entities'),
      transaction(work) {
        database.exec('BEGIN')
        try {
          const result = work()
          database.exec('COMMIT')
          return result
        } catch (error) {
          rollBack(database)
          throw error
        }
      },
      close: () => database.close(),
    },
    *stored() {
      for (const { collection, json } of all.iterate()) yield { collection: String(collection), json: String(json) }
    },
  }
}

function open(file: string): DatabaseSync {
  let database: DatabaseSync | undefined
  try {
    mkdirSync(dirname(file), { recursive: true })
    database = new DatabaseSync(file)
    prepare(database, file)
    return database
  } catch (error) {
    database?.close()
    if (error instanceof EmulatorError) throw error
    if (isBusy(error))
      throw new EmulatorError(
        'data_in_use',
        `Another emulator has ${file} open: stop that one, use it, or start this one with another file.`,
        { cause: error },
      )
    const reason = error instanceof Error ? error.message : String(error)
    throw new EmulatorError(
      'data_unreadable',
      `${file} cannot be opened as the emulator's data (${reason}): name another file.`,
      { cause: error },
    )
  }
}

function prepare(database: DatabaseSync, file: string): void {
  const owner = pragma(database, 'application_id')
  const version = pragma(database, 'user_version')
  const isEmpty = database.prepare('SELECT 1 FROM sqlite_schema').get() === undefined
  if (owner !== applicationId && !(isEmpty && owner === 0)) throw new Error('it is a database of another program')
  if (version > layout)
    throw new EmulatorError(
      'data_newer',
      `${file} was written by a newer emulator (layout ${version}; this one knows ${layout}): update @convene/zoom-emulator, or name another file.`,
    )
  // Exclusive: from the first transaction on nobody else gets in, and a killed process leaves no lock behind.
  database.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL')
  database.exec(`
    BEGIN EXCLUSIVE;
    CREATE TABLE IF NOT EXISTS entities (
      position INTEGER PRIMARY KEY, collection TEXT NOT NULL, key TEXT NOT NULL, json TEXT NOT NULL, UNIQUE (collection, key)
    ) STRICT;
    PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${layout}; COMMIT`)
}

function rollBack(database: DatabaseSync): void {
  try {
    database.exec('ROLLBACK')
  } catch {
    // SQLite rolled back itself, as it does when the disk is full; only Node 24 and later could tell beforehand.
  }
}

function pragma(database: DatabaseSync, name: string): number {
  return Number(database.prepare(`PRAGMA ${name}`).get()?.[name])
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === sqliteBusy
}

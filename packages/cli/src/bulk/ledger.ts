import { closeSync, openSync, rmSync, statSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { CommandError } from '../errors.ts'
import type { NamedRow } from './name-rows.ts'

/** A row that an earlier run has begun with. */
export interface LedgerRow {
  readonly name: string
  /** Where it stood then. */
  readonly line: number
  readonly topic: string
}

/**
 * The file beside a file of meetings by which a run goes on where the last one was. It holds passcodes, so that only its owner may
 * read it, and belongs to one account: what was tried on an emulated Zoom is not made on the real one.
 */
export interface Ledger extends Disposable {
  /** For the journal of safe creation, in the same file. */
  readonly database: DatabaseSync
  rows(): readonly LedgerRow[]
  /** Writes down that this row is begun with. */
  begin(row: NamedRow): void
  forget(name: string): void
}

const tables = `
  CREATE TABLE IF NOT EXISTS bulk_account (one INTEGER PRIMARY KEY CHECK (one = 1), account TEXT NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS bulk_row (name TEXT PRIMARY KEY, line INTEGER NOT NULL, topic TEXT NOT NULL) STRICT;`

export interface LedgerOptions {
  readonly path: string
  /** Names the account, and for an emulated one also since when it has been there. */
  readonly account: string
  readonly platform: string
}

/** Opens the file, or makes it. @throws `CommandError` when it is no such file, or belongs to another account. */
export function openLedger({ path, account, platform }: LedgerOptions): Ledger {
  const isNew = makePrivate(path, platform)
  const database = openDatabase(path)
  database.prepare('INSERT OR IGNORE INTO bulk_account VALUES (1, ?)').run(account)
  const owner = database.prepare('SELECT account FROM bulk_account').get()?.account
  if (owner !== account) {
    database.close()
    throw new CommandError('wrong_value', `${path} belongs to ${String(owner)}, and this run goes to ${account}.`, {
      remedy:
        'Name another file with --journal, so that nothing is mixed up. If that account is gone (an emulated Zoom that began anew), remove the file.',
    })
  }
  const all = database.prepare('SELECT name, line, topic FROM bulk_row ORDER BY line')
  const begin = database.prepare('INSERT OR REPLACE INTO bulk_row VALUES (?, ?, ?)')
  const forget = database.prepare('DELETE FROM bulk_row WHERE name = ?')
  return {
    database,
    rows: () => all.all() as unknown as LedgerRow[],
    begin: ({ name, line, meeting }) => void begin.run(name, line, String(meeting.topic)),
    forget: (name) => void forget.run(name),
    [Symbol.dispose]() {
      const isUnused = isNew && all.get() === undefined
      database.close()
      if (isUnused) rmSync(path, { force: true })
    },
  }
}

/** A new file is its owner's alone before anything is in it; one that others may read is refused. Gives whether it is new. */
function makePrivate(path: string, platform: string): boolean {
  const refuse = (problem: string, remedy: string, cause?: unknown) =>
    new CommandError('unreadable_file', `${path} ${problem}.`, { remedy, cause })
  try {
    closeSync(openSync(path, 'wx', 0o600))
    return true
  } catch (cause) {
    if (!(cause instanceof Error && 'code' in cause && cause.code === 'EEXIST'))
      throw refuse(`cannot be made (${(cause as Error).message})`, 'Name a place for it: --journal PATH', cause)
    const { mode } = statSync(path)
    if (platform !== 'win32' && (mode & 0o077) !== 0)
      throw refuse('holds passcodes and other people of this machine may read it', `Run: chmod 600 ${path}`)
    return false
  }
}

function openDatabase(path: string): DatabaseSync {
  const database = new DatabaseSync(path)
  try {
    // FULL, so that what was written down outlasts a power cut.
    database.exec('PRAGMA busy_timeout = 5000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL')
    database.exec(tables)
    return database
  } catch (cause) {
    database.close()
    throw new CommandError('unreadable_file', `${path} is not the journal of a run (${(cause as Error).message}).`, {
      remedy: 'Name another file: --journal PATH',
      cause,
    })
  }
}

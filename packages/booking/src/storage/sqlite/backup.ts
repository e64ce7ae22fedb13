import { existsSync, renameSync, rmSync } from 'node:fs'
import { StoreError } from '../store-error.ts'
import { connect, isBusy } from './connection.ts'
import { inspectSqlite } from './inspect.ts'
import { copyInto, freeName } from './migrate.ts'

/**
 * Copies the desk, as it is at this instant, into a new file that only its owner can read; people may go on booking meanwhile. The copy
 * holds personal data, and what safe creation knows.
 *
 * @throws StoreError `file_exists`, `not_ours`, `schema_newer`, `no_access`
 */
export function backupSqlite({ file, to }: { readonly file: string; readonly to: string }): void {
  check(file)
  copyInto(file, to)
}

/**
 * Puts a copy in the place of the desk's file, which is kept beside it. Nobody may have the file open.
 *
 * @returns where the file from before is now, if there was one
 * @throws StoreError `not_ours`, `schema_newer`, `damaged`, `in_use`, `no_access`
 */
export function restoreSqlite({ file, from }: { readonly file: string; readonly from: string }): string | undefined {
  check(from)
  const fresh = `${file}.restoring`
  rmSync(fresh, { force: true })
  copyInto(from, fresh)
  if (!existsSync(file)) {
    renameSync(fresh, file)
    return undefined
  }
  try {
    refuseIfOpen(file)
  } catch (error) {
    rmSync(fresh)
    throw error
  }
  const before = freeName(`${file}.before-restore`)
  // A damaged file may have left its log behind, which must not be taken for one of the copy.
  for (const part of ['', '-wal', '-shm'])
    if (existsSync(file + part)) renameSync(file + part, before + part)
    else rmSync(before + part, { force: true })
  renameSync(fresh, file)
  return before
}

function check(file: string): void {
  // SQLite would make an empty one.
  if (!existsSync(file)) throw new StoreError('not_ours', `There is no file ${file}; name another one.`)
  if (inspectSqlite({ file }) === 'empty')
    throw new StoreError('not_ours', `${file} is empty; name a database of the booking desk.`)
}

/** To leave the write-ahead log a connection must be the only one. */
function refuseIfOpen(file: string): void {
  try {
    using database = connect(file)
    database.exec('PRAGMA journal_mode = DELETE')
  } catch (cause) {
    // What cannot be read any more is what a restore is for.
    if (!isBusy(cause)) return
    throw new StoreError('in_use', `A process has ${file} open: stop the desk first.`, { cause })
  }
}

import { closeSync, existsSync, openSync, rmSync } from 'node:fs'
import type { DatabaseSync } from 'node:sqlite'
import { StoreError } from '../store-error.ts'
import { connect } from './connection.ts'
import { sqliteMigrations } from './tables.ts'

/** Marks a file as ours (`PRAGMA application_id`): "Cnvd". */
const applicationId = 0x436e7664

/**
 * Brings the file to the newest version, once for all processes that come at the same time. What was there before is copied first,
 * while nobody can write.
 */
export function migrate(database: DatabaseSync, file: string, migrations: readonly string[] = sqliteMigrations): void {
  if (versionOf(database, file, migrations.length) === migrations.length) return
  database.exec('BEGIN IMMEDIATE')
  let copy: string | undefined
  try {
    const version = versionOf(database, file, migrations.length)
    if (version > 0 && version < migrations.length) {
      copy = freeName(`${file}.version-${version}`)
      copyInto(file, copy)
    }
    for (const migration of migrations.slice(version)) database.exec(migration)
    database.exec(`PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${migrations.length}; COMMIT`)
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK')
    // The file is as it was, and the next start copies it again.
    if (copy !== undefined) rmSync(copy, { force: true })
    throw error
  }
}

/** The path, or with a number behind it where there is a file of an earlier time: none is written over. */
export function freeName(path: string): string {
  let name = path
  for (let number = 2; existsSync(name); number++) name = `${path}-${number}`
  return name
}

/**
 * The version of a file of the desk; 0 when it is empty.
 * @throws StoreError `not_ours`, `schema_newer`
 */
export function versionOf(database: DatabaseSync, file: string, newest: number = sqliteMigrations.length): number {
  const ask = (sql: string) => Number(Object.values(database.prepare(sql).get() ?? {})[0])
  let application: number
  try {
    application = ask('PRAGMA application_id')
    if (application !== applicationId && ask('SELECT count(*) FROM sqlite_schema') === 0) return 0
  } catch (cause) {
    if ((cause as { errcode?: number }).errcode !== notADatabase) throw cause
    application = 0
  }
  if (application !== applicationId)
    throw new StoreError('not_ours', `${file} is not a database of the booking desk; name another file.`)
  const version = ask('PRAGMA user_version')
  if (version > newest)
    throw new StoreError(
      'schema_newer',
      `${file} was written by a later release (version ${version} of the tables; this one knows ${newest}): install that release, or restore a back-up.`,
    )
  return version
}

const notADatabase = 26

/**
 * Copies the whole database, as it is at this instant, into a new file that only its owner can read.
 * @throws StoreError `file_exists`, `no_access`
 */
export function copyInto(file: string, to: string): void {
  try {
    closeSync(openSync(to, 'wx', 0o600))
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'EEXIST') throw cannotWrite(to, cause)
    throw new StoreError('file_exists', `${to} is there already; move it away, or name another file.`, { cause })
  }
  try {
    using source = connect(file, true)
    source.prepare('VACUUM INTO ?').all(to)
  } catch (cause) {
    // Half a copy would pass for one.
    rmSync(to)
    throw isUnwritable(cause) ? cannotWrite(to, cause) : cause
  }
}

/** SQLite's numbers for a file that is read-only, an error of the disk, a full one, and a file that cannot be opened. */
const unwritable: ReadonlySet<number | undefined> = new Set([8, 10, 13, 14])

export function isUnwritable(error: unknown): boolean {
  const { errcode } = error as { readonly errcode?: number }
  // The lower byte: what is above it tells more (https://sqlite.org/rescode.html).
  return errcode !== undefined && unwritable.has(errcode & 0xff)
}

export function cannotWrite(file: string, cause: unknown): StoreError {
  const { code, message } = cause as NodeJS.ErrnoException
  const why = code === undefined || code === 'ERR_SQLITE_ERROR' ? message : code
  return new StoreError(
    'no_access',
    `${file} cannot be written (${why}): let this user write to it and to its folder, make room, or name another file.`,
    { cause },
  )
}

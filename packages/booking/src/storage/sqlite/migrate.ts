import { closeSync, openSync } from 'node:fs'
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
  try {
    const version = versionOf(database, file, migrations.length)
    if (version > 0 && version < migrations.length) copyInto(file, `${file}.version-${version}`)
    for (const migration of migrations.slice(version)) database.exec(migration)
    database.exec(`PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${migrations.length}; COMMIT`)
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK')
    throw error
  }
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
 * @throws StoreError `file_exists`
 */
export function copyInto(file: string, to: string): void {
  try {
    closeSync(openSync(to, 'wx', 0o600))
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'EEXIST') throw cause
    throw new StoreError('file_exists', `${to} is there already; move it away, or name another file.`, { cause })
  }
  using source = connect(file, true)
  source.prepare('VACUUM INTO ?').all(to)
}

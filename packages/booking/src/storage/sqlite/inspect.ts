import { existsSync } from 'node:fs'
import type { FoundDatabase } from '../found-database.ts'
import { StoreError } from '../store-error.ts'
import { connect } from './connection.ts'
import { isUnwritable, versionOf } from './migrate.ts'
import { sqliteMigrations } from './tables.ts'

/**
 * Looks at a file of the desk and changes nothing.
 *
 * @throws StoreError `not_ours`, `schema_newer`, `damaged`, `no_access`
 */
export function inspectSqlite({ file }: { readonly file: string }): FoundDatabase {
  if (!existsSync(file)) return 'empty'
  try {
    return inspect(file)
  } catch (cause) {
    if (!isUnwritable(cause)) throw cause
    const message = `${file} cannot be opened (${(cause as Error).message}): let this user read it, and write to its folder.`
    throw new StoreError('no_access', message, { cause })
  }
}

function inspect(file: string): FoundDatabase {
  using database = connect(file, true)
  const version = versionOf(database, file)
  const [{ quick_check: verdict } = {}] = database.prepare('PRAGMA quick_check(1)').all()
  if (verdict !== 'ok')
    throw new StoreError('damaged', `${file} is damaged (${verdict}); restore a back-up from another day.`)
  return version === 0 ? 'empty' : version < sqliteMigrations.length ? 'older' : 'current'
}

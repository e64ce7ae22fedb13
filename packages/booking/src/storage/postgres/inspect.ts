import pg from 'pg'
import type { FoundDatabase } from '../found-database.ts'
import { versionOf } from './migrate.ts'
import { postgresMigrations } from './tables.ts'

/**
 * Looks at a database of the desk and changes nothing.
 *
 * @throws StoreError `schema_newer`; what the driver says of a server that cannot be reached
 */
export async function inspectPostgres({
  connectionString,
}: {
  readonly connectionString: string
}): Promise<FoundDatabase> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 10_000 })
  try {
    await client.connect()
    const version = await versionOf(client)
    return version === 0 ? 'empty' : version < postgresMigrations.length ? 'older' : 'current'
  } finally {
    await client.end().catch(() => {})
  }
}

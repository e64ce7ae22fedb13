import type pg from 'pg'
import { StoreError } from '../store-error.ts'
import { codeOf } from './connection.ts'
import { postgresMigrations } from './tables.ts'

/** Any number that the desk always uses: two servers that start at once wait for each other. */
const lock = 0x436e7664

/** Brings the database to the newest version, in the transaction that is open. */
export async function migrate(
  client: pg.PoolClient,
  migrations: readonly string[] = postgresMigrations,
): Promise<void> {
  await client.query('SELECT pg_advisory_xact_lock($1)', [lock])
  const version = await versionOf(client, migrations.length)
  if (version === migrations.length) return
  if (version === 0) await needExtension(client)
  for (const migration of migrations.slice(version)) await client.query(migration)
  await client.query('CREATE TABLE IF NOT EXISTS desk_version (version integer NOT NULL)')
  await client.query('DELETE FROM desk_version')
  await client.query('INSERT INTO desk_version VALUES ($1)', [migrations.length])
}

/**
 * The version of the tables; 0 when the desk has none here.
 * @throws StoreError `schema_newer`
 */
export async function versionOf(
  client: Pick<pg.ClientBase, 'query'>,
  newest: number = postgresMigrations.length,
): Promise<number> {
  const { rows: there } = await client.query<{ it: string | null }>(`SELECT to_regclass('desk_version') AS it`)
  if (!there[0]?.it) return 0
  const { rows } = await client.query<{ version: number }>('SELECT version FROM desk_version')
  const version = rows[0]?.version ?? 0
  if (version > newest)
    throw new StoreError(
      'schema_newer',
      `This database was written by a later release (version ${version} of the tables; this one knows ${newest}): install that release, or restore a back-up.`,
    )
  return version
}

/** It lets the constraint that holds a lane compare the host and the lane beside the time. */
async function needExtension(client: pg.PoolClient): Promise<void> {
  try {
    await client.query('CREATE EXTENSION IF NOT EXISTS btree_gist')
  } catch (cause) {
    if (codeOf(cause) === undefined) throw cause
    throw new StoreError(
      'extension_missing',
      'The desk needs the PostgreSQL extension btree_gist, and may not create it: install the package postgresql-contrib on the server if it is not there, and let an administrator run `CREATE EXTENSION btree_gist` in this database once.',
      { cause },
    )
  }
}

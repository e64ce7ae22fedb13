import { type PostgresConnection, queryUntilWon } from './postgres-connection.ts'

/**
 * Makes tables where they are missing, once for all processes that come at the same time: `create` is SQL that can be repeated, and
 * `last` names the last table that it makes. A program that may not create tables can use those that another one has made.
 */
export function createTables(connection: PostgresConnection, last: string, create: string): () => Promise<void> {
  let made: Promise<void> | undefined
  const make = async (): Promise<void> => {
    const { rows } = await connection.query('SELECT to_regclass($1) IS NOT NULL AS is_there', [last])
    if (rows[0]?.is_there === true) return
    // `IF NOT EXISTS` alone fails in a race. One statement, so that it is one transaction on a pool too. Who had to wait looks once
    // more: to make again what is there takes locks against which those who use it already could be stuck.
    const body = `PERFORM pg_advisory_xact_lock(hashtext('${last}')); IF to_regclass('${last}') IS NULL THEN ${create} END IF;`
    await queryUntilWon(connection, `DO $do$ BEGIN ${body} END $do$`, [])
  }
  return () => {
    made ??= make().catch((error: unknown) => {
      made = undefined
      throw error
    })
    return made
  }
}

/** Databases of desks: the tables are made once for a server, and copied from then on, which takes a third of the time. */
import { openPostgresStore } from '@convene/booking/storage/postgres'
import type { PostgresServer } from './postgres.ts'

const made = new WeakMap<PostgresServer, Promise<string>>()

/** Makes a database in which a desk finds its tables, and nothing in them. */
export async function createDeskDatabase(postgres: PostgresServer): Promise<string> {
  const tables = made.get(postgres) ?? makeTables(postgres)
  made.set(postgres, tables)
  return await postgres.createDatabase({ like: await tables })
}

async function makeTables(postgres: PostgresServer): Promise<string> {
  const connectionString = await postgres.createDatabase()
  await (await openPostgresStore({ connectionString }))[Symbol.asyncDispose]()
  return connectionString
}

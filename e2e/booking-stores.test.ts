import { after, test } from 'node:test'
import { openPostgresStore } from '@convene/booking/storage/postgres'
import pg from 'pg'
import { postgresJournal } from '../packages/booking/test/store-contract/journal.ts'
import { testStore } from '../packages/booking/test/store-contract.ts'
import { startPostgres } from './parts/postgres.ts'

const { postgres, missing } = await startPostgres()
after(() => postgres?.[Symbol.asyncDispose]())
const createDatabase = async () => (await postgres?.createDatabase()) ?? ''

if (missing) test('the desk in PostgreSQL', { skip: missing }, () => {})
else
  testStore('in PostgreSQL', async () => {
    const connectionString = await createDatabase()
    const outside = new pg.Pool({ connectionString })
    return {
      open: () => openPostgresStore({ connectionString }),
      run: async (sql) => (await outside.query(sql)).rows,
      journalOn: ({ connection }) => postgresJournal(connection as pg.PoolClient),
      [Symbol.asyncDispose]: () => outside.end(),
    }
  })

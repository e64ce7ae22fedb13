import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createPostgresJournal } from '@convene/zoom/journal/postgres'
import pg from 'pg'
import { testJournal } from '../packages/zoom/test/journal-contract.ts'
import { sharedPostgres } from './parts/postgres.ts'

const { postgres, missing } = await sharedPostgres()
const createDatabase = async () => (await postgres?.createDatabase()) ?? ''

const connections = {
  pools: (connectionString: string) => new pg.Pool({ connectionString, max: 3 }),
  clients: (connectionString: string) => new pg.Client({ connectionString }),
}

if (missing) test('a journal in PostgreSQL', { skip: missing }, () => {})
else
  for (const [kind, create] of Object.entries(connections))
    testJournal(`in PostgreSQL, over ${kind}`, async () => {
      const url = await createDatabase()
      const pool = new pg.Pool({ connectionString: url })
      await pool.query('CREATE TABLE room (id int)')
      const opened: (pg.Pool | pg.Client)[] = [pool]
      return {
        async open() {
          const connection = create(url)
          opened.push(connection)
          if (connection instanceof pg.Client) await connection.connect()
          return createPostgresJournal(connection)
        },
        async transaction(end, work) {
          const client = await pool.connect()
          await client.query('BEGIN')
          await client.query('INSERT INTO room VALUES (1)')
          await work(createPostgresJournal(client))
          await client.query(end)
          client.release()
        },
        countRows: async () => (await pool.query('SELECT * FROM room')).rowCount ?? 0,
        async [Symbol.asyncDispose]() {
          for (const connection of opened) await connection.end()
        },
      }
    })

test('the tables are made once, by however many that come at the same time', { skip: missing ?? false }, async () => {
  const pool = new pg.Pool({ connectionString: await createDatabase(), max: 10 })
  const journals = Array.from({ length: 10 }, () => createPostgresJournal(pool))
  const secrets = await Promise.all(journals.map((journal, index) => journal.secret(`secret ${index}`)))
  assert.equal(new Set(secrets).size, 1)
  await pool.end()
})

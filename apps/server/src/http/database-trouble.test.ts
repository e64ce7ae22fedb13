import assert from 'node:assert/strict'
import { createConnection } from 'node:net'
import { DatabaseSync } from 'node:sqlite'
import { test } from 'node:test'
import { StoreError } from '@convene/booking/storage/sqlite'
import pg from 'pg'
import { isDatabaseTrouble } from './database-trouble.ts'

const caught = (run: () => unknown): unknown => {
  try {
    return run()
  } catch (error) {
    return error
  }
}

test('a database that is away or held is told from a mistake of the desk', async () => {
  const away = await new Promise((resolve) => createConnection({ port: 1, host: '127.0.0.1' }).once('error', resolve))
  const pool = new pg.Pool({ connectionString: 'postgres://desk@localhost:1/desk' })
  const noServer = await pool.connect().catch((error: unknown) => error)
  const stopped = Object.assign(new pg.DatabaseError('terminating connection', 0, 'error'), { code: '57P01' })
  const broken = new Error('Connection terminated unexpectedly')
  const full = Object.assign(new Error('database or disk is full'), { code: 'ERR_SQLITE_ERROR', errcode: 13 })
  const late = Object.assign(new Error('disk I/O error'), { code: 'ERR_SQLITE_ERROR', errcode: 778 })
  const busy = new StoreError('busy', 'Another process has had desk.db for seconds.')
  for (const trouble of [busy, away, noServer, stopped, broken, full, late])
    assert.equal(isDatabaseTrouble(trouble), true, String(trouble))

  using database = new DatabaseSync(':memory:')
  const noTable = caught(() => database.exec('SELECT * FROM nothing'))
  const noColumn = Object.assign(new pg.DatabaseError('no such column', 0, 'error'), { code: '42703' })
  const taken = new StoreError('email_taken', 'email: it belongs to another member.')
  for (const mistake of [taken, noTable, noColumn, new TypeError('x is not a function'), undefined, 'ECONNREFUSED'])
    assert.equal(isDatabaseTrouble(mistake), false, String(mistake))
  await pool.end()
})

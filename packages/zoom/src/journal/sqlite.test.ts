import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { testJournal } from '../../test/journal-contract.ts'
import { createSqliteJournal } from './sqlite.ts'

testJournal('in a SQLite file', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'convene-journal-'))
  const databases: DatabaseSync[] = []
  const connect = () => {
    const database = new DatabaseSync(join(folder, 'journal.db'))
    databases.push(database)
    return database
  }
  const own = connect()
  own.exec('CREATE TABLE room (id INTEGER PRIMARY KEY)')
  return {
    open: async () => createSqliteJournal(connect()),
    async transaction(end, work) {
      const connection = connect()
      connection.exec('BEGIN; INSERT INTO room VALUES (1)')
      await work(createSqliteJournal(connection))
      connection.exec(end)
    },
    countRows: async () => own.prepare('SELECT * FROM room').all().length,
    async [Symbol.asyncDispose]() {
      for (const database of databases) database.close()
      rmSync(folder, { recursive: true })
    },
  }
})

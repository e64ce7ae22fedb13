import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { sqliteJournal } from '../../../test/store-contract/journal.ts'
import { testStore } from '../../../test/store-contract.ts'
import { openSqliteStore } from './open.ts'

testStore('in a SQLite file', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'convene-desk-'))
  const file = join(folder, 'deep', 'desk.db')
  return {
    open: () => openSqliteStore({ file }),
    async run(sql) {
      using database = new DatabaseSync(file)
      return database.prepare(sql).all()
    },
    journalOn: ({ connection }) => sqliteJournal(connection as DatabaseSync),
    [Symbol.asyncDispose]: async () => rmSync(folder, { recursive: true }),
  }
})

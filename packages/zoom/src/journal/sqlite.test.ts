import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { now, recordOf, testJournal } from '../../test/journal-contract.ts'
import { createSqliteJournal } from './sqlite.ts'

const program = fileURLToPath(new URL('../../test/journal-claimer.ts', import.meta.url))

/** Connections to one file; all of it is gone with the last line that uses it. */
function openFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'convene-journal-'))
  const file = join(folder, 'journal.db')
  const databases: DatabaseSync[] = []
  return {
    file,
    connect() {
      const database = new DatabaseSync(file)
      databases.push(database)
      return database
    },
    [Symbol.dispose]() {
      for (const database of databases) database.close()
      rmSync(folder, { recursive: true })
    },
  }
}

testJournal('in a SQLite file', async () => {
  const folder = openFolder()
  const own = folder.connect()
  own.exec('CREATE TABLE room (id INTEGER PRIMARY KEY)')
  return {
    open: async () => createSqliteJournal(folder.connect()),
    async transaction(end, work) {
      const connection = folder.connect()
      connection.exec('BEGIN; INSERT INTO room VALUES (1)')
      await work(createSqliteJournal(connection))
      connection.exec(end)
    },
    countRows: async () => own.prepare('SELECT * FROM room').all().length,
    [Symbol.asyncDispose]: async () => folder[Symbol.dispose](),
  }
})

test('processes that claim at the same time never get the same record, and what killed ones had is free after the lease', async () => {
  using folder = openFolder()
  const journal = createSqliteJournal(folder.connect())
  const keys = Array.from({ length: 200 }, (_, index) => `meeting ${index}`)
  for (const key of keys) await journal.add(recordOf(key))
  const race = async () => {
    const args = [program, folder.file, String(now)]
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
    let text = ''
    for await (const piece of child.stdout) text += piece
    return text.trim().split('\n')
  }
  const claimed = (await Promise.all([race(), race(), race()])).flat().filter((key) => key !== '')
  assert.deepEqual(claimed.toSorted(), keys.toSorted())
  assert.equal(await journal.claim({ now: now + 59_999, leaseUntil: now + 120_000 }), undefined)
  assert.equal((await journal.claim({ now: now + 60_000, leaseUntil: now + 120_000 }))?.fence, 2)
})

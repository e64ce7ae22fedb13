import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { after, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { testLimitStore, testSharedLimitStore } from '../../test/limit-store-contract.ts'
import { takenOf } from './bucket.ts'
import { createMemoryStore } from './memory-store.ts'
import { createSqliteLimitStore } from './sqlite-store.ts'

const folder = mkdtempSync(join(tmpdir(), 'convene-limits-'))
const databases: DatabaseSync[] = []
after(() => {
  for (const database of databases) database.close()
  rmSync(folder, { recursive: true, force: true })
})

const openDatabase = (file: string) => {
  const database = new DatabaseSync(file)
  databases.push(database)
  return database
}

let files = 0
const openSqlite = (count: number) => {
  const file = join(folder, `${++files}.db`)
  return Array.from({ length: count }, () => createSqliteLimitStore(openDatabase(file)))
}

testLimitStore('in memory', () => [createMemoryStore()])
testLimitStore('in a SQLite file', openSqlite)
testSharedLimitStore('in a SQLite file', openSqlite)

test('processes that take at the same time never get more than the limit together, and killed ones give all of it back', async () => {
  const file = join(folder, 'race.db')
  const program = fileURLToPath(new URL('../../test/limit-taker.ts', import.meta.url))
  const race = async () => {
    const child = spawn(process.execPath, [program, file, '120', '100'], { stdio: ['ignore', 'pipe', 'inherit'] })
    let text = ''
    for await (const piece of child.stdout) text += piece
    return Number(text)
  }
  createSqliteLimitStore(openDatabase(file))
  const got = await Promise.all([race(), race(), race()])
  assert.equal(
    got.reduce((sum, one) => sum + one),
    120,
  )
  const store = createSqliteLimitStore(openDatabase(file))
  const takenAt = async (now: number) => (await store.look(['medium'], now)).map(takenOf)
  assert.deepEqual([await takenAt(30_999), await takenAt(31_000)], [[120], [0]])
})

test('where the disk is full that is what is told', async () => {
  const database = openDatabase(join(folder, 'full.db'))
  const store = createSqliteLimitStore(database)
  const { page_count } = database.prepare('PRAGMA page_count').get() as { page_count: number }
  database.exec(`PRAGMA max_page_count = ${page_count}`)
  const fill = async () => {
    for (let host = 0; host < 10_000; host++) await store.raiseTo(`host ${host} ${'x'.repeat(1000)}`, 1, 2000, 1000)
  }
  await assert.rejects(fill(), /full/)
})

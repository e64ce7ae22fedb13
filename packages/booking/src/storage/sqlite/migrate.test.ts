import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { test } from 'node:test'
import { connect } from './connection.ts'
import { migrate } from './migrate.ts'
import { openSqliteStore } from './open.ts'
import { sqliteMigrations } from './tables.ts'

function openFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'convene-desk-'))
  return {
    file: join(folder, 'desk.db'),
    [Symbol.dispose]: () => rmSync(folder, { recursive: true }),
  }
}

const next = [...sqliteMigrations, 'ALTER TABLE host ADD COLUMN floor TEXT']

test('a file of an earlier release is copied, for its owner alone, and brought forward', async () => {
  using folder = openFolder()
  const { file } = folder
  await using store = await openSqliteStore({ file })
  await store[Symbol.asyncDispose]()
  using database = connect(file)
  migrate(database, file, next)
  assert.deepEqual(database.prepare('SELECT count(floor) AS floors FROM host').all().length, 1)
  const copy = `${file}.version-${sqliteMigrations.length}`
  assert.equal(statSync(copy).mode & 0o777, 0o600)
  using before = new DatabaseSync(copy)
  assert.throws(() => before.prepare('SELECT floor FROM host'))
  rmSync(copy)
  migrate(database, file, next)
  assert.equal(existsSync(copy), false, 'what is new is not copied')
})

test('what an earlier release kept is there after each step', async () => {
  using folder = openFolder()
  const { file } = folder
  {
    using database = connect(file)
    migrate(database, file, sqliteMigrations.slice(0, 1))
    database.exec(
      `INSERT INTO member VALUES ('mei', 'Mei@example.com', 'mei@example.com', 'Mei', 'admin', 'en', 'UTC', 0, 1)`,
    )
    database.exec(`INSERT INTO outbox (key, kind, body, due_at) VALUES ('a', 'mail', '{}', 1)`)
  }
  await using store = await openSqliteStore({ file })
  const found = await store.read(({ members }) => members.list({ limit: 9, search: 'MEI@' }))
  assert.deepEqual(
    found.map(({ id }) => id),
    ['mei'],
  )
  assert.equal((await store.leaseMessages(1, 2, 9)).length, 1)
})

test('a copy of an earlier time stays beside that of another start, as after a restore', async () => {
  using folder = openFolder()
  const { file } = folder
  await (await openSqliteStore({ file }))[Symbol.asyncDispose]()
  const copy = `${file}.version-${sqliteMigrations.length}`
  writeFileSync(copy, 'of an earlier time')
  using database = connect(file)
  migrate(database, file, next)
  assert.ok(existsSync(`${copy}-2`))
})

test('a file that cannot be written is told with the reason', async () => {
  using folder = openFolder()
  const file = join(folder.file, 'no folder', 'desk.db')
  writeFileSync(folder.file, 'a file')
  await assert.rejects(openSqliteStore({ file }), { code: 'no_access', message: /\(ENOTDIR\): let this user write/ })
})

test('a step that fails leaves the file as it was', async () => {
  using folder = openFolder()
  const { file } = folder
  await (await openSqliteStore({ file }))[Symbol.asyncDispose]()
  using database = connect(file)
  assert.throws(() => migrate(database, file, [...next, 'CREATE TABLE host (id)']))
  assert.throws(() => database.prepare('SELECT floor FROM host'))
  assert.equal(existsSync(`${file}.version-${sqliteMigrations.length}`), false, 'nor is a copy left in the way')
  await (await openSqliteStore({ file }))[Symbol.asyncDispose]()
})

test('a file of a newer release is refused in one sentence, and stays as it is', async () => {
  using folder = openFolder()
  const { file } = folder
  {
    using database = connect(file)
    migrate(database, file, next)
  }
  const known = sqliteMigrations.length
  const message = new RegExp(
    `^[^.]*desk\\.db was written by a later release \\(version ${known + 1} of the tables; this one knows ${known}\\): install that release, or restore a back-up\\.$`,
  )
  for (let time = 0; time < 2; time++)
    await assert.rejects(openSqliteStore({ file }), { code: 'schema_newer', message })
})

test('a file of another program, or no database, is refused in one sentence', async () => {
  using folder = openFolder()
  const { file } = folder
  writeFileSync(file, 'not a database at all. '.repeat(100))
  await assert.rejects(openSqliteStore({ file }), { code: 'not_ours', message: /name another file/ })
  rmSync(file)
  new DatabaseSync(file).exec('CREATE TABLE bills (id)')
  await assert.rejects(openSqliteStore({ file }), { code: 'not_ours' })
})

test('processes that start at once make the tables once', async () => {
  using folder = openFolder()
  const source = `
    import { openSqliteStore } from ${JSON.stringify(import.meta.resolve('./open.ts'))}
    await using store = await openSqliteStore({ file: ${JSON.stringify(folder.file)} })
    await store.read(({ hosts }) => hosts.list())`
  const codes = await Promise.all(
    Array.from({ length: 5 }, () => {
      const child = spawn(process.execPath, ['--input-type=module', '-e', source], { stdio: 'inherit' })
      return new Promise((resolve) => child.once('exit', resolve))
    }),
  )
  assert.deepEqual(codes, [0, 0, 0, 0, 0])
})

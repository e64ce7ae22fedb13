import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { test } from 'node:test'
import { hostOf } from '../../../test/store-contract/desk-data.ts'
import { backupSqlite, restoreSqlite } from './backup.ts'
import { openSqliteStore } from './open.ts'

function openFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'convene-desk-'))
  return {
    path: (name: string) => join(folder, name),
    [Symbol.dispose]: () => rmSync(folder, { recursive: true }),
  }
}

/** A desk that has one host of this name. */
async function deskWith(file: string, name: string): Promise<void> {
  await using store = await openSqliteStore({ file })
  await store.transaction(({ hosts }) => hosts.save(hostOf('a', { name })))
}

async function nameIn(file: string): Promise<string | undefined> {
  await using store = await openSqliteStore({ file })
  return (await store.read(({ hosts }) => hosts.find('a')))?.name
}

const isPrivate = (file: string) => (statSync(file).mode & 0o077) === 0

test('a back-up is taken while the desk is open, and restores what was there then', async () => {
  using folder = openFolder()
  const [file, copy] = [folder.path('desk.db'), folder.path('copy.db')]
  await deskWith(file, 'then')
  {
    await using open = await openSqliteStore({ file })
    await open.transaction(async ({ hosts }) => {
      await hosts.save(hostOf('a', { name: 'half way' }))
      backupSqlite({ file, to: copy })
    })
  }
  assert.ok(isPrivate(copy) && isPrivate(file))
  const before = restoreSqlite({ file, from: copy })
  assert.equal(await nameIn(file), 'then')
  assert.ok(before && isPrivate(file))
  assert.equal(await nameIn(before), 'half way')
})

test('of two restores neither loses what was there before', async () => {
  using folder = openFolder()
  const [file, copy] = [folder.path('desk.db'), folder.path('copy.db')]
  await deskWith(copy, 'of the copy')
  await deskWith(file, 'of today')
  const [first, second] = [restoreSqlite({ file, from: copy }), restoreSqlite({ file, from: copy })]
  assert.deepEqual([await nameIn(first ?? ''), await nameIn(second ?? '')], ['of today', 'of the copy'])
})

test('a back-up that cannot be written leaves no half of one', async () => {
  using folder = openFolder()
  const file = folder.path('desk.db')
  await deskWith(file, 'now')
  const to = folder.path('none/copy.db')
  assert.throws(() => backupSqlite({ file, to }), {
    code: 'no_access',
    message: /copy\.db cannot be written \(ENOENT\)/,
  })
})

test('a back-up is restored where there is no file, and in the place of a damaged one', async () => {
  using folder = openFolder()
  const [file, copy] = [folder.path('desk.db'), folder.path('copy.db')]
  await deskWith(copy, 'kept')
  assert.equal(restoreSqlite({ file, from: copy }), undefined)
  assert.equal(await nameIn(file), 'kept')
  writeFileSync(file, 'not a database at all. '.repeat(100))
  writeFileSync(`${file}-wal`, 'nor a log')
  assert.ok(restoreSqlite({ file, from: copy }))
  assert.equal(await nameIn(file), 'kept')
  assert.equal(await nameIn(copy), 'kept')
})

test('nothing is restored under a desk that is open', async () => {
  using folder = openFolder()
  const [file, copy] = [folder.path('desk.db'), folder.path('copy.db')]
  await deskWith(file, 'now')
  backupSqlite({ file, to: copy })
  {
    await using store = await openSqliteStore({ file })
    assert.throws(() => restoreSqlite({ file, from: copy }), {
      code: 'in_use',
      message: /desk\.db open: stop the desk/,
    })
    assert.equal((await store.read(({ hosts }) => hosts.find('a')))?.name, 'now')
  }
  assert.ok(restoreSqlite({ file, from: copy }))
})

test('a back-up never writes over a file, and only a whole desk is restored', async () => {
  using folder = openFolder()
  const [file, copy] = [folder.path('desk.db'), folder.path('copy.db')]
  await deskWith(file, 'now')
  writeFileSync(copy, 'mine')
  assert.throws(() => backupSqlite({ file, to: copy }), { code: 'file_exists', message: /copy\.db is there already/ })
  assert.equal(readFileSync(copy, 'utf8'), 'mine')
  assert.throws(() => restoreSqlite({ file, from: copy }), { code: 'not_ours' })
  writeFileSync(copy, '')
  assert.throws(() => restoreSqlite({ file, from: copy }), { code: 'not_ours', message: /is empty/ })
  assert.throws(() => restoreSqlite({ file, from: folder.path('none.db') }), { code: 'not_ours', message: /no file/ })
  assert.throws(() => backupSqlite({ file: folder.path('none.db'), to: copy }), { code: 'not_ours' })
  const other = folder.path('other.db')
  new DatabaseSync(other).exec('CREATE TABLE bills (id)')
  assert.throws(() => restoreSqlite({ file, from: other }), {
    code: 'not_ours',
    message: /not a database of the booking/,
  })
  const torn = folder.path('torn.db')
  backupSqlite({ file, to: torn })
  const bytes = readFileSync(torn)
  bytes.fill(0xff, 4096, 4 * 4096)
  writeFileSync(torn, bytes)
  assert.throws(() => restoreSqlite({ file, from: torn }), { code: 'damaged', message: /torn\.db is damaged/ })
  assert.equal(await nameIn(file), 'now')
})

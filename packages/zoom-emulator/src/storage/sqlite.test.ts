import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { DatabaseSync } from 'node:sqlite'
import { test } from 'node:test'
import { createStore } from './memory.ts'
import { openWriteLog } from './sqlite.ts'
import type { Store } from './store.ts'

const newFile = () => join(mkdtempSync(join(tmpdir(), 'convene-')), 'deep', 'zoom.db')
function openStore(file: string): Store {
  const { log, stored } = openWriteLog(file)
  return createStore(log, stored())
}
const account = (id: string) =>
  ({ id, name: id, plan: 'pro', timeZone: 'UTC', language: 'en-US', ownerId: 'o' }) as const
const ids = (store: Store) => [...store.accounts.values()].map(({ id }) => id)

/** A process that opens the file and writes accounts until it is killed; each line names one that was acknowledged. */
function startWriter(file: string) {
  const source = `
    import { createStore } from ${JSON.stringify(import.meta.resolve('./memory.ts'))}
    import { openWriteLog } from ${JSON.stringify(import.meta.resolve('./sqlite.ts'))}
    import { writeSync } from 'node:fs'
    const { log, stored } = openWriteLog(${JSON.stringify(file)})
    const store = createStore(log, stored())
    for (let n = 0; ; n++) {
      store.accounts.put({ id: String(n), name: '', plan: 'pro', timeZone: 'UTC', language: 'en-US', ownerId: '' })
      writeSync(1, n + '\\n')
    }`
  return spawn(process.execPath, ['--input-type=module', '-e', source], { stdio: ['ignore', 'pipe', 'inherit'] })
}

test('what was put is there after a restart, in its order, as last put', () => {
  const file = newFile()
  const first = openStore(file)
  for (const id of ['b', 'a', 'c']) first.accounts.put(account(id))
  first.accounts.put({ ...account('b'), name: 'changed' })
  first.accounts.delete('a')
  first.close()
  const second = openStore(file)
  assert.deepEqual(ids(second), ['b', 'c'])
  assert.equal(second.accounts.get('b')?.name, 'changed')
  second.clear()
  second.close()
  const third = openStore(file)
  assert.equal(third.accounts.size, 0)
  third.close()
})

test('a transaction that throws leaves nothing, in memory or in the file', () => {
  const file = newFile()
  const store = openStore(file)
  store.accounts.put(account('kept'))
  assert.throws(() =>
    store.transaction(() => {
      store.accounts.put(account('lost'))
      store.accounts.put({ ...account('kept'), name: 'lost' })
      store.accounts.delete('kept')
      throw new Error('half way')
    }),
  )
  assert.deepEqual([...store.accounts.values()], [account('kept')])
  store.transaction(() => store.accounts.put(account('both')))
  store.close()
  const again = openStore(file)
  assert.deepEqual([...again.accounts.values()], [account('kept'), account('both')])
  again.close()
})

test('a killed emulator has lost nothing that it acknowledged, and leaves the file free', async () => {
  const file = newFile()
  const writer = startWriter(file)
  let last = ''
  for await (const line of createInterface({ input: writer.stdout })) {
    last = line
    if (Number(line) === 300) writer.kill('SIGKILL')
  }
  const store = openStore(file)
  assert.ok(Number(last) >= 300)
  for (let n = 0; n <= Number(last); n++) assert.ok(store.accounts.get(String(n)), `${n} was acknowledged and lost`)
  store.close()
})

test('a second emulator on the same file is refused in a sentence', async () => {
  const file = newFile()
  const writer = startWriter(file)
  await once(writer.stdout, 'data')
  assert.throws(() => openWriteLog(file), {
    code: 'data_in_use',
    message: /Another emulator has .*zoom\.db open: stop/,
  })
  writer.stdout.resume()
  writer.kill('SIGKILL')
  await once(writer, 'close')
})

test('a file of a newer release is refused in a sentence, and stays as it is', () => {
  const file = newFile()
  openStore(file).close()
  const database = new DatabaseSync(file)
  database.exec('PRAGMA user_version = 2')
  database.close()
  const sentence = { code: 'data_newer', message: /layout 2; this one knows 1/ }
  assert.throws(() => openWriteLog(file), sentence)
  assert.throws(() => openWriteLog(file), sentence)
})

test('a file that is no data of the emulator is refused in a sentence', () => {
  const file = newFile()
  openStore(file).close()
  const other = join(file, '..', 'other.db')
  const database = new DatabaseSync(other)
  database.exec('CREATE TABLE bills (id)')
  database.close()
  assert.throws(() => openWriteLog(other), { code: 'data_unreadable', message: /database of another program/ })
  const text = join(file, '..', 'notes.txt')
  writeFileSync(text, 'not a database at all. '.repeat(100))
  assert.throws(() => openWriteLog(text), { code: 'data_unreadable', message: /name another file/ })
})

import assert from 'node:assert/strict'
import { chmodSync, existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { type Ledger, openLedger } from './ledger.ts'

const folder = mkdtempSync(join(tmpdir(), 'convene-ledger-'))
after(() => rmSync(folder, { recursive: true, force: true }))
const open = (name: string, account = 'account A'): Ledger =>
  openLedger({ path: join(folder, name), account, platform: process.platform })
const row = { line: 7, key: undefined, host: 'mei@example.com', name: 'a 1', meeting: { topic: 'Weekly' } }

test('what was begun is there when the file is opened again, and only its owner may read it', () => {
  {
    using ledger = open('kept')
    ledger.begin(row)
    ledger.begin({ ...row, name: 'b 1' })
    ledger.forget('b 1')
    for (const name of ['kept', 'kept-wal']) assert.equal(statSync(join(folder, name)).mode & 0o077, 0)
  }
  using again = open('kept')
  assert.deepEqual(
    again.rows().map(({ name, line, topic }) => ({ name, line, topic })),
    [{ name: 'a 1', line: 7, topic: 'Weekly' }],
  )
})

test('a file in which nothing was begun is taken away again', () => {
  open('unused')[Symbol.dispose]()
  assert.ok(!existsSync(join(folder, 'unused')))
})

test('the file of one account is refused for another', () => {
  {
    using ledger = open('of-a')
    ledger.begin(row)
  }
  assert.throws(() => open('of-a', 'account B'), /belongs to account A, and this run goes to account B/)
})

test('a file that others may read, or that is something else, is refused', () => {
  const path = join(folder, 'text')
  writeFileSync(path, 'topic,start\n'.repeat(100), { mode: 0o600 })
  assert.throws(() => open('text'), /text is not the journal of a run/)
  chmodSync(path, 0o644)
  assert.throws(() => open('text'), /holds passcodes and other people of this machine may read it/)
  assert.throws(() => open('no/such/folder'), /cannot be made/)
})

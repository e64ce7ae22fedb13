import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { inspect } from 'node:util'
import type { Token } from '../auth/strategy.ts'
import { createFileTokenStore } from './file-token-store.ts'

const token: Token = { accessToken: 'a-secret', expiresAt: 1, refreshToken: 'r-secret', scopes: ['user:read'] }
const writer = new URL('../../test/store-writer.ts', import.meta.url).pathname

async function temporaryFile() {
  const folder = await mkdtemp(join(tmpdir(), 'convene-tokens-'))
  return {
    folder,
    file: join(folder, 'deep', 'tokens.json'),
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  }
}

async function run(...args: string[]): Promise<void> {
  const child = spawn(process.execPath, [writer, ...args], { stdio: ['ignore', 'inherit', 'inherit'] })
  await once(child, 'exit')
}

test('a token is there for the next run, and only its owner may read the file', async () => {
  await using at = await temporaryFile()
  const store = createFileTokenStore(at.file)
  assert.equal(await store.get('k'), undefined)
  assert.deepEqual(await store.update('k', async () => token), token)
  assert.deepEqual(await createFileTokenStore(at.file).get('k'), token)
  if (process.platform !== 'win32') assert.equal((await stat(at.file)).mode & 0o777, 0o600)
  assert.deepEqual(
    await readdir(join(at.folder, 'deep')),
    ['tokens.json'],
    'no lock and no part of a file stays behind',
  )
  assert.ok(!inspect(store, { depth: 9, showHidden: true }).includes('secret'))
})

test('a file that others could read is closed to them at the next change', {
  skip: process.platform === 'win32' && 'Windows has no modes of files',
}, async () => {
  await using at = await temporaryFile()
  const store = createFileTokenStore(at.file)
  await store.update('k', async () => token)
  await chmod(at.file, 0o644)
  await store.update('other', async () => token)
  assert.equal((await stat(at.file)).mode & 0o777, 0o600)
  assert.deepEqual(await store.get('k'), token)
})

test('a token can be removed, and a change that fails leaves the file as it was', async () => {
  await using at = await temporaryFile()
  const store = createFileTokenStore(at.file)
  await store.update('k', async () => token)
  await assert.rejects(
    store.update('k', () => Promise.reject(new Error('no'))),
    /no/,
  )
  assert.deepEqual(await store.get('k'), token)
  await store.update('k', async () => undefined)
  assert.equal(await store.get('k'), undefined)
})

test('several processes change one token after each other, and no change is lost', async () => {
  await using at = await temporaryFile()
  await Promise.all([run(at.file, '20'), run(at.file, '20'), run(at.file, '20')])
  assert.equal((await createFileTokenStore(at.file).get('counter'))?.accessToken, '60')
})

// Well below the time after which any lock counts as left behind.
const soon = { timeout: 60_000 }

test('the lock of a process that died is taken over at once, by one of those who wait', soon, async () => {
  await using at = await temporaryFile()
  await run(at.file, 'die')
  assert.match(await readFile(`${at.file}.lock`, 'utf8'), /"pid":/)
  await Promise.all([run(at.file, '10'), run(at.file, '10')])
  assert.equal((await createFileTokenStore(at.file).get('counter'))?.accessToken, '20')
})

test('the lock of a process elsewhere is taken over when it is too old', async () => {
  await using at = await temporaryFile()
  const store = createFileTokenStore(at.file)
  await store.update('k', async () => token)
  await writeFile(`${at.file}.lock`, '{"pid":1,"host":"elsewhere.invalid","id":"x"}')
  const longAgo = new Date(Date.now() - 120_000)
  await utimes(`${at.file}.lock`, longAgo, longAgo)
  await store.update('k', async () => undefined)
  assert.equal(await store.get('k'), undefined)
})

test('a file that holds something else is named, not overwritten and not shown', async () => {
  await using at = await temporaryFile()
  const file = join(at.folder, 'notes.json')
  for (const text of ['{"password":"hunter22"', '[]', '{"version":2,"tokens":{}}', '']) {
    await writeFile(file, text)
    await assert.rejects(
      createFileTokenStore(file).update('k', async () => token),
      (error: Error) => {
        assert.match(error.message, /notes\.json/)
        assert.ok(!inspect(error).includes('hunter22'))
        return true
      },
    )
    assert.equal(await readFile(file, 'utf8'), text)
  }
})

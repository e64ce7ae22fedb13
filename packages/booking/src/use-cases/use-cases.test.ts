import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { testDesk } from '../../test/desk-contract.ts'
import { openSqliteStore } from '../storage/sqlite/open.ts'

testDesk('on SQLite', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'convene-desk-'))
  return {
    open: () => openSqliteStore({ file: join(folder, 'desk.db') }),
    [Symbol.asyncDispose]: async () => rmSync(folder, { recursive: true }),
  }
})

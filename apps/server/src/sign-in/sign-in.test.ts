import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openSqliteStore } from '@convene/booking/storage/sqlite'
import { testSignIn } from '../../test/sign-in-contract.ts'

testSignIn('on SQLite', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'convene-sign-in-'))
  return {
    open: () => openSqliteStore({ file: join(folder, 'desk.db') }),
    [Symbol.asyncDispose]: async () => rmSync(folder, { recursive: true }),
  }
})

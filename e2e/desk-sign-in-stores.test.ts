import { after, test } from 'node:test'
import { openPostgresStore } from '@convene/booking/storage/postgres'
import { testSignIn } from '../apps/server/test/sign-in-contract.ts'
import { startPostgres } from './parts/postgres.ts'

const { postgres, missing } = await startPostgres()
after(() => postgres?.[Symbol.asyncDispose]())

if (missing) test('signing in on PostgreSQL', { skip: missing }, () => {})
else
  testSignIn('on PostgreSQL', async () => {
    const connectionString = (await postgres?.createDatabase()) ?? ''
    return { open: () => openPostgresStore({ connectionString }), [Symbol.asyncDispose]: async () => {} }
  })

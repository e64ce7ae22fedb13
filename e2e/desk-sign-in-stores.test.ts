import { test } from 'node:test'
import { openPostgresStore } from '@convene/booking/storage/postgres'
import { testSignIn } from '../apps/server/test/sign-in-contract.ts'
import { sharedPostgres } from './parts/postgres.ts'

const { postgres, missing } = await sharedPostgres()

if (missing) test('signing in on PostgreSQL', { skip: missing }, () => {})
else
  testSignIn('on PostgreSQL', async () => {
    const connectionString = (await postgres?.createDatabase()) ?? ''
    return { open: () => openPostgresStore({ connectionString }), [Symbol.asyncDispose]: async () => {} }
  })

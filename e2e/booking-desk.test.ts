import { after, test } from 'node:test'
import { openPostgresStore } from '@convene/booking/storage/postgres'
import { testDesk } from '../packages/booking/test/desk-contract.ts'
import { startPostgres } from './parts/postgres.ts'

const { postgres, missing } = await startPostgres()
after(() => postgres?.[Symbol.asyncDispose]())

if (missing) test('the desk on PostgreSQL', { skip: missing }, () => {})
else
  testDesk('on PostgreSQL', async () => {
    const connectionString = (await postgres?.createDatabase()) ?? ''
    return { open: () => openPostgresStore({ connectionString }), [Symbol.asyncDispose]: async () => {} }
  })

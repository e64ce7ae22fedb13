import { test } from 'node:test'
import { openPostgresStore } from '@convene/booking/storage/postgres'
import { testDesk } from '../packages/booking/test/desk-contract.ts'
import { createDeskDatabase } from './parts/desk-database.ts'
import { sharedPostgres } from './parts/postgres.ts'

const { postgres, missing } = await sharedPostgres()

if (!postgres) test('the desk on PostgreSQL', { skip: missing }, () => {})
else
  testDesk('on PostgreSQL', async () => {
    const connectionString = await createDeskDatabase(postgres)
    return { open: () => openPostgresStore({ connectionString }), [Symbol.asyncDispose]: async () => {} }
  })

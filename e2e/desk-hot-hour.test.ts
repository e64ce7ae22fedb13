import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sharedPostgres } from './parts/postgres.ts'
import { playHotHour } from './races/hot-hour.ts'

const { postgres, missing } = await sharedPostgres()

const desks = {
  'one desk on a SQLite file': { skip: false, options: { postgres: undefined, processes: 1 } },
  'two desks on PostgreSQL': { skip: missing ?? false, options: { postgres, processes: 2 } },
}

// `npm run races -- --clients 200` has more of them.
for (const [name, { skip, options }] of Object.entries(desks))
  test(`${name}: at the hour that everybody wants no lane is held twice, nothing is lost, and each booking has its one meeting`, {
    skip,
  }, async () => {
    const { kept, beaten, overlaps, torn, bookings, meetings, wrongLinks } = await playHotHour({
      ...options,
      clients: 24,
    })
    assert.ok(beaten > 0, 'they met')
    assert.ok(kept >= 16, `all lanes of the hour, and other times beside: ${kept}`)
    assert.deepEqual(
      { overlaps, torn, bookings, meetings, wrongLinks },
      { overlaps: 0, torn: 0, bookings: kept, meetings: kept, wrongLinks: 0 },
    )
  })

import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { createDeskDatabase } from './parts/desk-database.ts'
import { sharedPostgres } from './parts/postgres.ts'
import { hosts, lanes, type RacedDesk } from './races/desk.ts'
import { race } from './races/race.ts'

const { postgres, missing } = await sharedPostgres()
const folder = mkdtempSync(join(tmpdir(), 'convene-races-'))
after(async () => {
  rmSync(folder, { recursive: true, force: true })
})

let files = 0
const engines: Record<string, { skip: string | false; fresh: () => Promise<RacedDesk> }> = {
  'a SQLite file': {
    skip: false,
    fresh: async () => ({ engine: 'sqlite', target: join(folder, `${files++}.db`) }),
  },
  PostgreSQL: {
    skip: missing ?? false,
    fresh: async () => ({ engine: 'postgres', target: postgres ? await createDeskDatabase(postgres) : '' }),
  },
}

// `npm run races -- --inserts 1000000` takes longer ones.
for (const [name, { skip, fresh }] of Object.entries(engines)) {
  test(`${name}: processes that race for lanes never hold one twice`, { skip }, async () => {
    const raced = await race(await fresh(), { processes: 2, clients: 12, inserts: 400 })
    assert.ok(raced.beaten > 0, 'they met')
    const { overlaps, torn } = raced
    assert.deepEqual({ overlaps, torn, bookings: raced.bookings }, { overlaps: 0, torn: 0, bookings: raced.kept })
  })

  test(`${name}: without its guard the same race ends with overlaps`, { skip }, async () => {
    const raced = await race(await fresh(), { processes: 2, clients: 12, inserts: 300, isUnguarded: true })
    assert.ok(raced.overlaps > 0, JSON.stringify(raced))
  })

  test(`${name}: of 200 people who want the same hour, as many get it as there are lanes`, { skip }, async () => {
    const raced = await race(await fresh(), { processes: 2, clients: 100, isHotHour: true })
    const { kept, overlaps, torn, bookings } = raced
    const whole = hosts.length * lanes
    assert.deepEqual({ kept, overlaps, torn, bookings }, { kept: whole, overlaps: 0, torn: 0, bookings: whole })
  })
}

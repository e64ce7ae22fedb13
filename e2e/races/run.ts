/**
 * `npm run races -- --inserts 1000000`: that many dates race for lanes, half of them on each engine, from several processes. Fails if
 * two held dates of a lane overlap, or if the engine without its guard does not show that the race was one.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { startPostgres } from '../parts/postgres.ts'
import type { RacedDesk } from './desk.ts'
import { race } from './race.ts'

const { values } = parseArgs({ options: { inserts: { type: 'string', default: '100000' } } })
const inserts = Number(values.inserts)
if (!Number.isSafeInteger(inserts) || inserts < 1) {
  console.error(`--inserts: ${JSON.stringify(values.inserts)} is not a number of dates; give one, such as 1000000.`)
  process.exit(2)
}

const { postgres, missing } = await startPostgres({ ...process.env, CONVENE_REQUIRE: 'postgres' })
if (!postgres) throw new Error(missing)
const folder = mkdtempSync(join(tmpdir(), 'convene-races-'))
let files = 0
const fresh = {
  sqlite: async (): Promise<RacedDesk> => ({ engine: 'sqlite', target: join(folder, `${files++}.db`) }),
  postgres: async (): Promise<RacedDesk> => ({ engine: 'postgres', target: await postgres.createDatabase() }),
}
try {
  for (const engine of ['sqlite', 'postgres'] as const) {
    const startedAt = performance.now()
    const crowd = { processes: 4, clients: 8 }
    const guarded = await race(await fresh[engine](), { ...crowd, inserts: inserts / 2 })
    const unguarded = await race(await fresh[engine](), { ...crowd, inserts: 4000, isUnguarded: true })
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(0)
    console.log(
      `${engine}: ${guarded.inserts} inserts, ${guarded.kept} bookings kept, ${guarded.beaten} beaten by others, ${guarded.overlaps} overlaps; without the guard ${unguarded.overlaps} in ${unguarded.inserts} (${seconds} s)`,
    )
    const isWhole = guarded.overlaps === 0 && guarded.torn === 0 && guarded.kept === guarded.bookings
    if (!isWhole || unguarded.overlaps === 0) process.exitCode = 1
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
  await postgres[Symbol.asyncDispose]()
}

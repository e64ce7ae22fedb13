/**
 * `npm run races -- --inserts 1000000`: that many dates race for lanes, half of them on each engine, from several processes. Fails if
 * two held dates of a lane overlap, or if the engine without its guard does not show that the race was one.
 *
 * `npm run races -- --clients 200`: that many people want the same hour of desks over HTTP, on each engine.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readOptions } from '../../scripts/read-options.ts'
import { startPostgres } from '../parts/postgres.ts'
import type { RacedDesk } from './desk.ts'
import { playHotHour } from './hot-hour.ts'
import { race } from './race.ts'

const { values } = readOptions('Usage: npm run races -- [--inserts 100000] [--clients 200]', {
  options: { inserts: { type: 'string', default: '100000' }, clients: { type: 'string' } },
})
const inserts = numberOf('inserts', values.inserts, 'dates, such as 1000000')
const clients = values.clients === undefined ? undefined : numberOf('clients', values.clients, 'people, such as 200')

const { postgres, missing } = await startPostgres({ ...process.env, CONVENE_REQUIRE: 'postgres' })
if (!postgres) throw new Error(missing)
const folder = mkdtempSync(join(tmpdir(), 'convene-races-'))
let files = 0
const fresh = {
  sqlite: async (): Promise<RacedDesk> => ({ engine: 'sqlite', target: join(folder, `${files++}.db`) }),
  postgres: async (): Promise<RacedDesk> => ({ engine: 'postgres', target: await postgres.createDatabase() }),
}
try {
  if (clients !== undefined) await hotHours(clients)
  else await races()
} finally {
  rmSync(folder, { recursive: true, force: true })
  await postgres[Symbol.asyncDispose]()
}

async function races(): Promise<void> {
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
}

async function hotHours(clients: number): Promise<void> {
  for (const [name, options] of [
    ['one desk on sqlite', { postgres: undefined, processes: 1 }],
    ['two desks on postgres', { postgres, processes: 2 }],
  ] as const) {
    const played = await playHotHour({ ...options, clients })
    const { kept, beaten, overlaps, torn, bookings, meetings, wrongLinks, slowestMs } = played
    console.log(
      `${name}: ${clients} people at one hour, ${kept} bookings kept, ${beaten} times too late, ${overlaps} overlaps, ${meetings} meetings at Zoom, ${wrongLinks} wrong links; the slowest answer took ${slowestMs.toFixed(0)} ms`,
    )
    const isWhole = overlaps + torn + wrongLinks === 0 && kept === bookings && kept === meetings
    if (!isWhole || kept === 0) process.exitCode = 1
  }
}

function numberOf(option: string, text: string, what: string): number {
  const number = Number(text)
  if (Number.isSafeInteger(number) && number >= 1) return number
  console.error(`--${option}: ${JSON.stringify(text)} is not a number of ${what}.`)
  process.exit(2)
}

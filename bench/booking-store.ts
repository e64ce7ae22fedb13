/**
 * How many bookings a second does the desk's store keep, single ones and series of 15, beside hand-written SQL that does only the
 * inserts; and how much slower is it with a million dates kept than with ten thousand? On a SQLite file, and on the PostgreSQL of the
 * tests, which does not wait for its disk (or the one at CONVENE_POSTGRES_URL). `npm run bench -- booking-store 100000` keeps fewer.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startPostgres } from '../e2e/parts/postgres.ts'
import { type Book, type BookingDesk, clients, hosts, openPostgresDesk, openSqliteDesk } from './parts/booking-desks.ts'
import { machine, median, printTable, spread } from './parts/race.ts'

const rounds = 7
const sizes = [10_000, Number(process.argv[3] ?? 1_000_000)]
/** Hours of the dates; a week is 168 hours, and the even ones are kept by others. */
const meetings = {
  single: { count: 400, at: (slot: number) => [slot * 2 + 1] },
  'series of 15': {
    count: 100,
    at: (slot: number) => Array.from({ length: 15 }, (_, week) => slot * 2 + 1 + 168 * week),
  },
}

let named = 0
/** Each booking has a place of its own: singles on the first half of the hosts, series on the other. */
function nextPlace(isSeries: boolean): { id: string; hostId: string; slot: number } {
  const number = named++
  const half = hosts / 2
  const host = (number % half) + (isSeries ? half : 0)
  return { id: `booking ${number}`, hostId: `host ${host}`, slot: Math.floor(number / half) }
}

interface Round {
  readonly aSecond: number
  readonly p95: number
}

async function measure(book: Book, { count, at }: (typeof meetings)['single'], isSeries: boolean): Promise<Round> {
  const took: number[] = []
  let left = count
  const client = async () => {
    while (left-- > 0) {
      const { id, hostId, slot } = nextPlace(isSeries)
      const startedAt = performance.now()
      await book(id, hostId, at(slot))
      took.push(performance.now() - startedAt)
    }
  }
  const startedAt = performance.now()
  await Promise.all(Array.from({ length: clients }, client))
  const seconds = (performance.now() - startedAt) / 1000
  return { aSecond: count / seconds, p95: took.toSorted((a, b) => a - b)[Math.floor(count * 0.95)] ?? Number.NaN }
}

const { postgres, missing } = await startPostgres({ ...process.env, CONVENE_REQUIRE: 'postgres' })
if (!postgres) throw new Error(missing)
const folder = mkdtempSync(join(tmpdir(), 'convene-bench-'))
const engines: Record<string, (kept: number) => Promise<BookingDesk>> = {
  SQLite: (kept) => openSqliteDesk(join(folder, `${kept}.db`), kept),
  PostgreSQL: async (kept) => openPostgresDesk(await postgres.createDatabase(), kept),
}

console.log(`${machine()}\n${clients} clients, ${rounds} rounds\n`)
const rows = [['', 'kept', 'bookings/s', '', 'by hand', '', 'ratio', 'p95 ms', 'by hand', 'p95 × 10 thousand']]
try {
  for (const [engine, open] of Object.entries(engines)) {
    const slowest = new Map<string, number>()
    for (const kept of sizes) {
      named = 0
      await using desk = await open(kept)
      for (const [name, meeting] of Object.entries(meetings)) {
        const isSeries = name !== 'single'
        const contenders = [desk.desk, desk.byHand] as const
        for (const contender of contenders) await measure(contender, meeting, isSeries)
        const results: [Round[], Round[]] = [[], []]
        for (let round = 0; round < rounds; round++)
          for (const index of round % 2 === 0 ? ([0, 1] as const) : ([1, 0] as const))
            results[index].push(await measure(contenders[index], meeting, isSeries))
        const [own, byHand] = results.map((all) => all.map(({ aSecond }) => aSecond)) as [number[], number[]]
        const [p95, p95ByHand] = results.map((all) => median(all.map((one) => one.p95))) as [number, number]
        const base = slowest.get(name) ?? p95
        slowest.set(name, base)
        rows.push([
          `${engine}, ${name}`,
          String(kept),
          median(own).toFixed(0),
          spread(own),
          median(byHand).toFixed(0),
          spread(byHand),
          (median(own) / median(byHand)).toFixed(2),
          p95.toFixed(1),
          p95ByHand.toFixed(1),
          (p95 / base).toFixed(2),
        ])
      }
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
  await postgres[Symbol.asyncDispose]()
}
printTable(rows)

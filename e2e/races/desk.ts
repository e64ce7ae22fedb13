/** A desk in a database of its own that many processes race for, and what is counted in it afterwards. */
import { DatabaseSync } from 'node:sqlite'
import type { Store } from '@convene/booking'
import { openPostgresStore } from '@convene/booking/storage/postgres'
import { openSqliteStore } from '@convene/booking/storage/sqlite'
import pg from 'pg'
import { hostOf, memberOf } from '../../packages/booking/test/store-contract/desk-data.ts'

/** `target` is a file, or the URL of a database. */
export interface RacedDesk {
  readonly engine: 'sqlite' | 'postgres'
  readonly target: string
}

export const hosts: readonly string[] = Array.from({ length: 8 }, (_, index) => `host ${index}`)
export const lanes = 2

export function openDesk({ engine, target }: RacedDesk, connections: number): Promise<Store> {
  return engine === 'sqlite'
    ? openSqliteStore({ file: target })
    : openPostgresStore({ connectionString: target, connections })
}

export async function fillDesk(desk: RacedDesk): Promise<void> {
  await using store = await openDesk(desk, 1)
  await store.transaction(async (transaction) => {
    await transaction.members.save(memberOf('mei'))
    for (const host of hosts) await transaction.hosts.save(hostOf(host, { lanes }))
  })
}

const ways = {
  /** Dates that begin before one that began earlier on their lane has ended. */
  overlaps: `
    SELECT count(*) AS count FROM (
      SELECT held_from, max(held_to) OVER (
        PARTITION BY host_id, lane ORDER BY held_from, id ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
      ) AS before FROM occurrence WHERE is_held
    ) AS dates WHERE held_from < before`,
  bookings: 'SELECT count(*) AS count FROM booking',
  /** A booking without its dates, or dates without their booking. */
  torn: `
    SELECT count(*) AS count FROM booking FULL JOIN occurrence ON occurrence.booking_id = booking.id
    WHERE booking.id IS NULL OR occurrence.id IS NULL`,
}

export type Counted = Record<keyof typeof ways, number>

/** Counts by SQL of its own, past the store. */
export async function countDesk(desk: RacedDesk): Promise<Counted> {
  const counted = await runSql(desk, Object.values(ways))
  const [overlaps, bookings, torn] = counted.map(([row]) => Number(row?.count))
  return { overlaps: overlaps ?? Number.NaN, bookings: bookings ?? Number.NaN, torn: torn ?? Number.NaN }
}

/** Takes away what holds a lane: what is left is looking before booking. */
export async function dropGuard(desk: RacedDesk): Promise<void> {
  await runSql(
    desk,
    desk.engine === 'sqlite'
      ? ['DROP TRIGGER occurrence_lane_insert', 'DROP TRIGGER occurrence_lane_update']
      : ['ALTER TABLE occurrence DROP CONSTRAINT occurrence_lane'],
  )
}

async function runSql({ engine, target }: RacedDesk, texts: readonly string[]): Promise<Record<string, unknown>[][]> {
  if (engine === 'sqlite') {
    using database = new DatabaseSync(target)
    return texts.map((sql) => database.prepare(sql).all())
  }
  const client = new pg.Client({ connectionString: target })
  await client.connect()
  try {
    const answers: Record<string, unknown>[][] = []
    for (const sql of texts) answers.push((await client.query(sql)).rows)
    return answers
  } finally {
    await client.end()
  }
}

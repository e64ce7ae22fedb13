import type { Booking, Occurrence } from '../../domain/booking.ts'
import type { HoldResult } from '../../ports.ts'
import { firstOf, type Row, type SqlConnection } from './connection.ts'

/**
 * No date holds its lane for longer (a CHECK of the table): so a query for what is held at an instant need not look at
 * everything that ever began before it.
 */
export const longestHeldMs: number = 7 * 24 * 60 * 60_000

/** The dates of a booking, handed in as a JSON object by their ids. */
const wanted = (parameter: string) => `
  SELECT key AS id, CAST(value->>'bookingId' AS text) AS booking_id, CAST(value->>'hostId' AS text) AS host_id,
    CAST(value->>'lane' AS integer) AS lane, CAST(value->>'date' AS text) AS date,
    CAST(value->>'startsAt' AS bigint) AS starts_at, CAST(value->>'endsAt' AS bigint) AS ends_at,
    CAST(value->>'heldFrom' AS bigint) AS held_from, CAST(value->>'heldTo' AS bigint) AS held_to,
    CAST(value->>'isHeld' AS boolean) AS is_held
  FROM jsonb_each(${parameter})`

/**
 * A foreign meeting is in the way of what was not held before. No constraint says so, since Zoom may show one in the middle of a
 * booking; one that is imported at this very instant is as one that is imported a moment later.
 */
const isForeign = `
  EXISTS (
    SELECT 1 FROM foreign_meeting AS other
    WHERE other.host_id = wanted.host_id AND other.lane = wanted.lane
      AND other.starts_at < wanted.held_to AND other.ends_at > wanted.held_from
  ) AND NOT EXISTS (
    SELECT 1 FROM occurrence AS before
    WHERE before.booking_id = $1 AND before.is_held AND before.host_id = wanted.host_id AND before.lane = wanted.lane
      AND before.held_from <= wanted.held_from AND before.held_to >= wanted.held_to
  )`
const isTaken = `
  EXISTS (
    SELECT 1 FROM occurrence AS other
    WHERE other.is_held AND other.host_id = wanted.host_id AND other.lane = wanted.lane AND other.booking_id <> $1
      AND other.held_from > wanted.held_from - ${longestHeldMs} AND other.held_from < wanted.held_to
      AND other.held_to > wanted.held_from
  )`
/**
 * The host is locked, since of two that insert overlapping dates at once PostgreSQL would let each wait for the other's end, and
 * end one of them a second later. A refusal gives the lock back, as it goes back to the savepoint.
 */
const lockHost = `
  SELECT EXISTS (
    SELECT 1 FROM foreign_meeting WHERE host_id = $1 AND starts_at < $3 AND ends_at > $2
  ) AS may_be_foreign FROM host WHERE id = $1 FOR NO KEY UPDATE`
const findForeign = `
  WITH wanted AS (${wanted('$2')}) SELECT 1 AS one FROM wanted WHERE wanted.is_held AND ${isForeign} LIMIT 1`
const findTaken = `
  WITH wanted AS (${wanted('$2')})
  SELECT held_from, held_to FROM wanted WHERE wanted.is_held AND (${isTaken} OR ${isForeign}) ORDER BY held_from`
const remove = 'DELETE FROM occurrence WHERE booking_id = $1'
const insert = `
  INSERT INTO occurrence
    (id, booking_id, host_id, lane, date, starts_at, ends_at, held_from, held_to, is_held)
  ${wanted('$1')}`
const list = 'SELECT * FROM occurrence WHERE booking_id = $1 ORDER BY starts_at'

/**
 * Puts the dates in the place of those that the booking had, all of them or none. The constraint of the database decides, inside a
 * savepoint, so that the transaction can go on after a refusal.
 */
export async function holdDates(
  connection: SqlConnection,
  booking: Pick<Booking, 'id' | 'hostId'>,
  dates: readonly Occurrence[],
  isNew: boolean,
): Promise<HoldResult> {
  const clashing = clashesAmong(dates)
  if (clashing.length > 0) return { ok: false, reason: 'slot_taken', taken: clashing }
  const json = JSON.stringify(Object.fromEntries(dates.map((date) => [date.id, date])))
  connection.send('SAVEPOINT dates')
  // The savepoint ends with the transaction, or is covered by the next one.
  if (await tryToHold(connection, booking, dates, json, isNew)) return { ok: true }
  connection.send('ROLLBACK TO SAVEPOINT dates')
  connection.send('RELEASE SAVEPOINT dates')
  const taken = await connection.all(findTaken, booking.id, json)
  return { ok: false, reason: 'slot_taken', taken: taken.map(slotFromRow) }
}

async function tryToHold(
  connection: SqlConnection,
  { id, hostId }: Pick<Booking, 'id' | 'hostId'>,
  dates: readonly Occurrence[],
  json: string,
  isNew: boolean,
): Promise<boolean> {
  const from = Math.min(...dates.map(({ heldFrom }) => heldFrom))
  const to = Math.max(...dates.map(({ heldTo }) => heldTo))
  const host = await firstOf(connection.all(lockHost, hostId, from, to))
  if (host?.may_be_foreign && (await connection.all(findForeign, id, json)).length > 0) return false
  if (!isNew) connection.send(remove, id)
  try {
    await connection.all(insert, json)
    return true
  } catch (error) {
    if (connection.isLaneTaken(error)) return false
    throw error
  }
}

export async function datesOf(connection: SqlConnection, bookingId: string): Promise<readonly Occurrence[]> {
  return (await connection.all(list, bookingId)).map(dateFromRow)
}

/** Dates that would hold the lane while an earlier one of the same booking does. */
function clashesAmong(dates: readonly Occurrence[]): { heldFrom: number; heldTo: number }[] {
  const held = dates.filter(({ isHeld }) => isHeld).toSorted((a, b) => a.heldFrom - b.heldFrom)
  return held
    .filter(({ heldFrom }, index) => heldFrom < (held[index - 1]?.heldTo ?? Number.NEGATIVE_INFINITY))
    .map(({ heldFrom, heldTo }) => ({ heldFrom, heldTo }))
}

function slotFromRow(row: Row): { heldFrom: number; heldTo: number } {
  return { heldFrom: row.held_from as number, heldTo: row.held_to as number }
}

function dateFromRow(row: Row): Occurrence {
  return {
    id: row.id as string,
    bookingId: row.booking_id as string,
    hostId: row.host_id as string,
    lane: row.lane as number,
    date: row.date as string,
    startsAt: row.starts_at as number,
    endsAt: row.ends_at as number,
    ...slotFromRow(row),
    isHeld: Boolean(row.is_held),
  }
}

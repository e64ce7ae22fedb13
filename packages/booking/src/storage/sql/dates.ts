import type { Occurrence } from '../../domain/booking.ts'
import type { HoldResult } from '../../ports.ts'
import type { Row, SqlConnection } from './connection.ts'

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
  FROM json_each(${parameter})`

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
const findForeign = `
  WITH wanted AS (${wanted('$2')}) SELECT 1 AS one FROM wanted WHERE wanted.is_held AND ${isForeign} LIMIT 1`
const findTaken = `
  WITH wanted AS (${wanted('$2')})
  SELECT held_from, held_to FROM wanted WHERE wanted.is_held AND (${isTaken} OR ${isForeign}) ORDER BY held_from`
const remove = 'DELETE FROM occurrence WHERE booking_id = $1'
/**
 * With `DO NOTHING` PostgreSQL looks before it inserts. Without, of two that insert overlapping dates at once each would wait for the
 * other's end, until one of them is ended a second later. In order, so that no two series wait for each other either.
 */
const insert = `
  INSERT INTO occurrence
    (id, booking_id, host_id, lane, date, starts_at, ends_at, held_from, held_to, is_held)
  ${wanted('$1')} ORDER BY host_id, lane, held_from
  ON CONFLICT ON CONSTRAINT occurrence_lane DO NOTHING RETURNING id`
const list = 'SELECT * FROM occurrence WHERE booking_id = $1 ORDER BY starts_at'

/**
 * Puts these dates in the place of those that the booking had, and does `write`; or neither. The constraint of the database decides,
 * inside a savepoint, so that the transaction can go on after a refusal.
 */
export async function holdDates(
  connection: SqlConnection,
  bookingId: string,
  dates: readonly Occurrence[],
  write: () => Promise<unknown>,
): Promise<HoldResult> {
  const clashing = clashesAmong(dates)
  if (clashing.length > 0) return { ok: false, reason: 'slot_taken', taken: clashing }
  const json = JSON.stringify(Object.fromEntries(dates.map((date) => [date.id, date])))
  const [, foreign, , held] = await Promise.all([
    connection.all('SAVEPOINT dates'),
    connection.all(findForeign, bookingId, json),
    connection.all(remove, bookingId),
    connection.all(insert, json),
  ])
  if (foreign.length === 0 && held.length === dates.length) {
    await Promise.all([connection.all('RELEASE SAVEPOINT dates'), write()])
    return { ok: true }
  }
  const [, , taken] = await Promise.all([
    connection.all('ROLLBACK TO SAVEPOINT dates'),
    connection.all('RELEASE SAVEPOINT dates'),
    connection.all(findTaken, bookingId, json),
  ])
  return { ok: false, reason: 'slot_taken', taken: taken.map(slotFromRow) }
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

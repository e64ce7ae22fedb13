import type { ForeignMeeting, Held, Range } from '../../ports.ts'
import { firstOf, keysAsJson, type Row, type SqlConnection } from './connection.ts'
import { longestHeldMs } from './dates.ts'
import { lanesOfForeign } from './foreign-lanes.ts'

const held = `
  SELECT host_id, lane, held_from, held_to, booking_id FROM occurrence
  WHERE host_id IN (SELECT key FROM jsonb_each($1)) AND is_held AND held_from > $4 AND held_from < $3 AND held_to > $2
  UNION ALL
  SELECT host_id, lane, starts_at, ends_at, NULL FROM foreign_meeting
  WHERE host_id IN (SELECT key FROM jsonb_each($1)) AND starts_at < $3 AND ends_at > $2
  ORDER BY held_from, host_id, lane`
const lockHost = 'SELECT lanes FROM host WHERE id = $1 FOR NO KEY UPDATE'
const removeForeign = 'DELETE FROM foreign_meeting WHERE host_id = $1'
const heldByBookings = `
  SELECT lane, held_from, held_to FROM occurrence
  WHERE host_id = $1 AND is_held AND held_from > $2 AND held_from < $3 AND held_to > $2`
const insertForeign = `
  INSERT INTO foreign_meeting (host_id, zoom_meeting_id, starts_at, ends_at, lane)
  SELECT $1, CAST(value->>'zoomMeetingId' AS bigint), CAST(value->>'startsAt' AS bigint),
    CAST(value->>'endsAt' AS bigint), CAST(value->>'lane' AS integer)
  FROM jsonb_each($2)`

export async function heldOf(
  connection: SqlConnection,
  hostIds: readonly string[],
  { from, to }: Range,
): Promise<readonly Held[]> {
  return (await connection.all(held, keysAsJson(hostIds), from, to, from - longestHeldMs)).map((row) => ({
    hostId: row.host_id as string,
    ...laneFromRow(row),
    bookingId: (row.booking_id as string | null) ?? undefined,
  }))
}

/** A host that is not known has no meetings. */
export async function setForeign(
  connection: SqlConnection,
  hostId: string,
  meetings: readonly ForeignMeeting[],
): Promise<void> {
  const host = await firstOf(connection.all(lockHost, hostId))
  if (host === undefined) return
  const from = Math.min(...meetings.map(({ startsAt }) => startsAt)) - longestHeldMs
  const to = Math.max(...meetings.map(({ endsAt }) => endsAt))
  connection.send(removeForeign, hostId)
  if (meetings.length === 0) return
  const ours = await connection.all(heldByBookings, hostId, from, to)
  const placed = lanesOfForeign(meetings, ours.map(laneFromRow), host.lanes as number)
  const json = JSON.stringify(
    Object.fromEntries(placed.map((meeting) => [`${meeting.zoomMeetingId} ${meeting.startsAt}`, meeting])),
  )
  connection.send(insertForeign, hostId, json)
}

function laneFromRow(row: Row): { lane: number; heldFrom: number; heldTo: number } {
  return { lane: row.lane as number, heldFrom: row.held_from as number, heldTo: row.held_to as number }
}

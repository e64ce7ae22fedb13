import type { BookingState } from '../../domain/booking.ts'
import type { CalendarSlot, Range } from '../../ports.ts'
import { keysAsJson, type SqlConnection } from './connection.ts'
import { longestHeldMs } from './dates.ts'

/** Bookings that have ended hold nothing any more, and took place all the same. */
const slots = `
  SELECT date.host_id, date.lane, date.held_from, date.held_to, date.starts_at, date.ends_at, date.date, date.booking_id,
    booking.organiser_id, booking.title, booking.state, member.name AS organiser
  FROM host JOIN occurrence AS date ON date.host_id = host.id
    JOIN booking ON booking.id = date.booking_id LEFT JOIN member ON member.id = booking.organiser_id
  WHERE host.id IN (SELECT key FROM jsonb_each($1)) AND (date.is_held OR booking.state = 'ended')
    AND date.held_from > $4 AND date.held_from < $3 AND date.held_to > $2
  UNION ALL
  SELECT host_id, lane, starts_at, ends_at, starts_at, ends_at, NULL, NULL, NULL, NULL, NULL, NULL FROM foreign_meeting
  WHERE host_id IN (SELECT key FROM jsonb_each($1)) AND starts_at < $3 AND ends_at > $2
  ORDER BY 5, 1, 2`

export async function calendarOf(
  connection: SqlConnection,
  hostIds: readonly string[],
  { from, to }: Range,
): Promise<readonly CalendarSlot[]> {
  const rows = await connection.all(slots, keysAsJson(hostIds), from, to, from - longestHeldMs)
  return rows.map((row) => ({
    hostId: row.host_id as string,
    lane: row.lane as number,
    heldFrom: row.held_from as number,
    heldTo: row.held_to as number,
    startsAt: row.starts_at as number,
    endsAt: row.ends_at as number,
    booking:
      row.booking_id === null
        ? undefined
        : {
            id: row.booking_id as string,
            date: row.date as string,
            title: row.title as string,
            state: row.state as BookingState,
            organiserId: row.organiser_id as string,
            organiser: (row.organiser as string | null) ?? undefined,
          },
  }))
}

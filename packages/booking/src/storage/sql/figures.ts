import type { DeskFigures } from '../../ports.ts'
import { firstOf, type SqlConnection } from './connection.ts'

/** Only of open bookings: those that have ended grow to a number that nobody wants to count again and again. */
const bookings = `
  SELECT state, count(*) AS number, min(changed_at) AS since FROM booking
  WHERE state IN ('requested', 'reserved', 'unknown', 'confirmed') GROUP BY state`
const messages = `
  SELECT count(*) AS number, coalesce(sum(CASE WHEN is_failed THEN 1 ELSE 0 END), 0) AS failed FROM outbox
  WHERE NOT is_sent`
const members = 'SELECT role, count(*) AS number FROM member WHERE is_active GROUP BY role'

export async function figuresOf(connection: SqlConnection): Promise<DeskFigures> {
  const [states, outbox, roles] = await Promise.all([
    connection.all(bookings),
    firstOf(connection.all(messages)),
    connection.all(members),
  ])
  const unsettled = states.filter(({ state }) => state === 'reserved' || state === 'unknown')
  const failed = Number(outbox?.failed)
  return {
    bookings: Object.fromEntries(states.map((row) => [row.state, Number(row.number)])),
    unsettledSince: unsettled.length === 0 ? undefined : Math.min(...unsettled.map((row) => row.since as number)),
    messages: { waiting: Number(outbox?.number) - failed, failed },
    members: Object.fromEntries(roles.map((row) => [row.role, Number(row.number)])),
  }
}

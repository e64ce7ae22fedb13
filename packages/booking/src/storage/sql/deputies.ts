import type { Booking } from '../../domain/booking.ts'
import type { SqlConnection } from './connection.ts'

const remove = 'DELETE FROM deputy WHERE booking_id = $1'
const insert = 'INSERT INTO deputy (booking_id, member_id) VALUES ($1, $2)'

/** The deputies of a booking as a column of its row, from which {@link deputiesFrom} reads them. */
export const deputiesColumn =
  "(SELECT string_agg(member_id, ' ' ORDER BY member_id) FROM deputy WHERE booking_id = booking.id) AS deputies"

export function deputiesFrom(column: unknown): readonly string[] {
  return column === null ? [] : (column as string).split(' ')
}

/** Puts the deputies of a booking in the place of those `before`. */
export function setDeputies(
  connection: SqlConnection,
  { id, deputies }: Pick<Booking, 'id' | 'deputies'>,
  before: readonly string[],
): void {
  if (before.length > 0) connection.send(remove, id)
  for (const memberId of deputies) connection.send(insert, id, memberId)
}

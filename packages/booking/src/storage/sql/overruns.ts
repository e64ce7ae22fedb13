import type { Overrun, Transaction } from '../../ports.ts'
import type { Row, SqlConnection } from './connection.ts'
import { upsert } from './upsert.ts'

const list = 'SELECT * FROM overrun ORDER BY seen_at, booking_id'
const set = upsert('overrun', 'booking_id', ['booking_id', 'next_booking_id', 'seen_at'])
const clear = 'DELETE FROM overrun WHERE booking_id = $1'

export function overrunsOn(connection: SqlConnection): Transaction['overruns'] {
  return {
    list: async () => (await connection.all(list)).map(overrunFromRow),
    async set({ bookingId, nextBookingId, seenAt }) {
      connection.send(set, bookingId, nextBookingId, seenAt)
    },
    async clear(bookingId) {
      connection.send(clear, bookingId)
    },
  }
}

function overrunFromRow(row: Row): Overrun {
  return {
    bookingId: row.booking_id as string,
    nextBookingId: row.next_booking_id as string,
    seenAt: row.seen_at as number,
  }
}

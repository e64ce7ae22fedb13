import type { Drift, Transaction } from '../../ports.ts'
import { firstOf, type Row, type SqlConnection } from './connection.ts'
import { upsert } from './upsert.ts'

const find = 'SELECT * FROM drift WHERE booking_id = $1'
const list = 'SELECT * FROM drift ORDER BY seen_at, booking_id'
const set = upsert('drift', 'booking_id', ['booking_id', 'what', 'fields', 'candidates', 'seen_at'])
const clear = 'DELETE FROM drift WHERE booking_id = $1'

export function driftOn(connection: SqlConnection): Transaction['drift'] {
  return {
    async find(bookingId) {
      const row = await firstOf(connection.all(find, bookingId))
      return row && driftFromRow(row)
    },
    list: async () => (await connection.all(list)).map(driftFromRow),
    async set({ bookingId, is, fields, candidates, seenAt }) {
      connection.send(set, bookingId, is, JSON.stringify(fields), JSON.stringify(candidates), seenAt)
    },
    async clear(bookingId) {
      connection.send(clear, bookingId)
    },
  }
}

function driftFromRow(row: Row): Drift {
  return {
    bookingId: row.booking_id as string,
    is: row.what as Drift['is'],
    fields: JSON.parse(row.fields as string) as Drift['fields'],
    candidates: JSON.parse(row.candidates as string) as Drift['candidates'],
    seenAt: row.seen_at as number,
  }
}

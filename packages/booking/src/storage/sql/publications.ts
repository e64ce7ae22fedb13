import type { Publication, Transaction } from '../../ports.ts'
import { firstOf, type Row, type SqlConnection } from './connection.ts'
import { upsert } from './upsert.ts'

const find = 'SELECT * FROM publication WHERE booking_id = $1'
const set = upsert('publication', 'booking_id', ['booking_id', 'meeting_id', 'join_url', 'revision', 'at'])
const remove = 'DELETE FROM publication WHERE booking_id = $1'

export function publicationsOn(connection: SqlConnection): Transaction['publications'] {
  return {
    async find(bookingId) {
      const row = await firstOf(connection.all(find, bookingId))
      return row && publicationFromRow(row)
    },
    async set({ bookingId, meetingId, joinUrl, revision, at }) {
      connection.send(set, bookingId, meetingId, joinUrl, revision, at)
    },
    async remove(bookingId) {
      connection.send(remove, bookingId)
    },
  }
}

function publicationFromRow(row: Row): Publication {
  return {
    bookingId: row.booking_id as string,
    meetingId: row.meeting_id as number,
    joinUrl: row.join_url as string,
    revision: row.revision as number,
    at: row.at as number,
  }
}

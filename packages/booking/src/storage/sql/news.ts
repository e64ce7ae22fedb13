import type { KeptNews, Transaction } from '../../ports.ts'
import type { Row, SqlConnection } from './connection.ts'

const add = 'INSERT INTO news (at, kind, booking_id, member_id, host_id) VALUES ($1, $2, $3, $4, $5)'
const since = 'SELECT * FROM news WHERE at >= $1 ORDER BY at, id LIMIT 1000'

export function newsOn(connection: SqlConnection): Transaction['news'] {
  return {
    async add({ at, kind, bookingId = null, memberId = null, hostId = null }) {
      connection.send(add, at, kind, bookingId, memberId, hostId)
    },
    since: async (at) => (await connection.all(since, at)).map(newsFromRow),
  }
}

function newsFromRow(row: Row): KeptNews {
  return {
    id: row.id as number,
    at: row.at as number,
    kind: row.kind as KeptNews['kind'],
    bookingId: (row.booking_id as string | null) ?? undefined,
    memberId: (row.member_id as string | null) ?? undefined,
    hostId: (row.host_id as string | null) ?? undefined,
  }
}

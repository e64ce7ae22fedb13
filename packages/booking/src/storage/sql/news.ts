import type { KeptNews, Transaction } from '../../ports.ts'
import type { Row, SqlConnection } from './connection.ts'

const add = 'INSERT INTO news (at, kind, booking_id, member_id, host_id) VALUES ($1, $2, $3, $4, $5)'
const most = 1000
const since = `SELECT * FROM news WHERE at >= $1 ORDER BY at DESC, id DESC LIMIT ${most}`
const later = `SELECT * FROM news WHERE id > $1 AND at < $2 ORDER BY id DESC LIMIT ${most}`

export function newsOn(connection: SqlConnection): Transaction['news'] {
  return {
    async add({ at, kind, bookingId = null, memberId = null, hostId = null }) {
      connection.send(add, at, kind, bookingId, memberId, hostId)
    },
    async since(at, after) {
      const late = after === undefined ? [] : await connection.all(later, after, at)
      return [...late, ...(await connection.all(since, at))]
        .map(newsFromRow)
        .sort((one, other) => one.id - other.id)
        .slice(-most)
    },
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

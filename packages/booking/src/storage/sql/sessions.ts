import type { Session, Transaction } from '../../ports.ts'
import { firstOf, type Row, type SqlConnection } from './connection.ts'

const add = `
  INSERT INTO session (token_hash, member_id, way, created_at, expires_at, seen_at) VALUES ($1, $2, $3, $4, $5, $6)`
const find = 'SELECT * FROM session WHERE token_hash = $1'
const touch = 'UPDATE session SET seen_at = $2 WHERE token_hash = $1 AND seen_at < $2'
const remove = 'DELETE FROM session WHERE token_hash = $1'
const removeOf = 'DELETE FROM session WHERE member_id = $1'

export function sessionsOn(connection: SqlConnection): Transaction['sessions'] {
  return {
    async find(tokenHash) {
      const row = await firstOf(connection.all(find, tokenHash))
      return row && sessionFromRow(row)
    },
    async add({ tokenHash, memberId, way, createdAt, expiresAt, seenAt }) {
      connection.send(add, tokenHash, memberId, way, createdAt, expiresAt, seenAt)
    },
    async touch(tokenHash, seenAt) {
      connection.send(touch, tokenHash, seenAt)
    },
    async remove(tokenHash) {
      connection.send(remove, tokenHash)
    },
    async removeOf(memberId) {
      connection.send(removeOf, memberId)
    },
  }
}

function sessionFromRow(row: Row): Session {
  return {
    tokenHash: row.token_hash as string,
    memberId: row.member_id as string,
    way: row.way as Session['way'],
    createdAt: row.created_at as number,
    expiresAt: row.expires_at as number,
    seenAt: row.seen_at as number,
  }
}

import type { ApiKey, Transaction } from '../../ports.ts'
import { firstOf, type Row, type SqlConnection } from './connection.ts'

const add = `
  INSERT INTO api_key (id, token_hash, member_id, name, scopes, created_at, expires_at, last_used_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`
const find = 'SELECT * FROM api_key WHERE token_hash = $1'
const listOf = 'SELECT * FROM api_key WHERE member_id = $1 ORDER BY created_at, id'
const touch = 'UPDATE api_key SET last_used_at = $2 WHERE id = $1'
const remove = 'DELETE FROM api_key WHERE id = $1 AND member_id = $2 RETURNING id'
const removeOf = 'DELETE FROM api_key WHERE member_id = $1'

export function apiKeysOn(connection: SqlConnection): Transaction['apiKeys'] {
  return {
    async find(tokenHash) {
      const row = await firstOf(connection.all(find, tokenHash))
      return row && keyFromRow(row)
    },
    listOf: async (memberId) => (await connection.all(listOf, memberId)).map(keyFromRow),
    async add({ id, tokenHash, memberId, name, scopes, createdAt, expiresAt, lastUsedAt }) {
      const before = [id, tokenHash, memberId, name, JSON.stringify(scopes), createdAt]
      connection.send(add, ...before, expiresAt ?? null, lastUsedAt ?? null)
    },
    async touch(id, lastUsedAt) {
      connection.send(touch, id, lastUsedAt)
    },
    remove: async (id, memberId) => (await connection.all(remove, id, memberId)).length > 0,
    async removeOf(memberId) {
      connection.send(removeOf, memberId)
    },
  }
}

function keyFromRow(row: Row): ApiKey {
  return {
    id: row.id as string,
    tokenHash: row.token_hash as string,
    memberId: row.member_id as string,
    name: row.name as string,
    scopes: JSON.parse(row.scopes as string) as ApiKey['scopes'],
    createdAt: row.created_at as number,
    expiresAt: (row.expires_at as number | null) ?? undefined,
    lastUsedAt: (row.last_used_at as number | null) ?? undefined,
  }
}

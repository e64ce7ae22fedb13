import type { SignInToken, Transaction } from '../../ports.ts'
import { firstOf, type Row, type SqlConnection } from './connection.ts'

const add = `
  INSERT INTO sign_in_token (token_hash, kind, data, created_at, expires_at) VALUES ($1, $2, $3, $4, $5)`
/** Of two that delete it at once the second one waits for the first, and finds nothing. */
const take = 'DELETE FROM sign_in_token WHERE token_hash = $1 AND kind = $2 RETURNING *'
const removeAll = 'DELETE FROM sign_in_token WHERE kind = $1'

export function signInTokensOn(connection: SqlConnection): Transaction['signInTokens'] {
  return {
    async add({ tokenHash, kind, data, createdAt, expiresAt }) {
      connection.send(add, tokenHash, kind, JSON.stringify(data), createdAt, expiresAt)
    },
    async take(tokenHash, kind, now) {
      const row = await firstOf(connection.all(take, tokenHash, kind))
      const token = row && tokenFromRow(row)
      return token !== undefined && now < token.expiresAt ? token : undefined
    },
    async removeAll(kind) {
      connection.send(removeAll, kind)
    },
  }
}

function tokenFromRow(row: Row): SignInToken {
  return {
    tokenHash: row.token_hash as string,
    kind: row.kind as SignInToken['kind'],
    data: JSON.parse(row.data as string) as SignInToken['data'],
    createdAt: row.created_at as number,
    expiresAt: row.expires_at as number,
  }
}

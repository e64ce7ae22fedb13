import pg from 'pg'
import type { SqlConnection } from '../sql/connection.ts'

/** Each text is prepared once a connection, under a name of its own. */
const names = new Map<string, string>()

function nameOf(sql: string): string {
  const name = names.get(sql) ?? `desk_${names.size}`
  names.set(sql, name)
  return name
}

export function sqlOver(client: pg.PoolClient): SqlConnection {
  return {
    async all(sql, ...values) {
      return (await client.query({ name: nameOf(sql), text: sql, values: [...values] })).rows
    },
    native: client,
  }
}

/** SQLSTATE. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof pg.DatabaseError ? error.code : undefined
}

const int8 = 20

/** Instants and meeting ids are numbers here; pg would hand them over as text. */
export const numbersForInt8: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    oid === int8 ? Number : pg.types.getTypeParser(oid, format as 'text')) as typeof pg.types.getTypeParser,
}

import pg from 'pg'
import type { SqlConnection, SqlValue } from '../sql/connection.ts'

/** Each text is prepared once a connection, under a name of its own. */
const names = new Map<string, string>()

function nameOf(sql: string): string {
  const name = names.get(sql) ?? `desk_${names.size}`
  names.set(sql, name)
  return name
}

export interface PostgresTransaction extends SqlConnection {
  readonly native: pg.PoolClient
  /** Of what nobody waited for, the first thing that failed. */
  failure(): unknown
}

export function sqlOver(client: pg.PoolClient): PostgresTransaction {
  const run = (sql: string, values: readonly SqlValue[]) =>
    client.query({ name: nameOf(sql), text: sql, values: [...values] })
  let failure: unknown
  return {
    all: async (sql, ...values) => (await run(sql, values)).rows,
    send(sql, ...values) {
      run(sql, values).catch((error: unknown) => {
        failure ??= error
      })
    },
    isLaneTaken: (error) => codeOf(error) === '23P01',
    native: client,
    failure: () => failure,
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

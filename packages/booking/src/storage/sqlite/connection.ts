import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'
import type { SqlConnection, SqlValue } from '../sql/connection.ts'

interface Statement {
  readonly prepared: StatementSync
  /** Which of the values each `?` stands for. */
  readonly order: readonly number[]
}

const rowLock = / FOR NO KEY UPDATE( SKIP LOCKED)?/

/** Each text is prepared once. */
export function sqlOver(database: DatabaseSync): SqlConnection {
  const statements = new Map<string, Statement>()
  const prepare = (sql: string): Statement => {
    const order: number[] = []
    const text = sql.replace(rowLock, '').replaceAll(/\$(\d+)/g, (_, number) => {
      order.push(Number(number) - 1)
      return '?'
    })
    const statement = { prepared: database.prepare(text), order }
    statements.set(sql, statement)
    return statement
  }
  const run = (sql: string, values: readonly SqlValue[]) => {
    const { prepared, order } = statements.get(sql) ?? prepare(sql)
    return prepared.all(...order.map((index) => inputFrom(values[index])))
  }
  return {
    all: async (sql, ...values) => run(sql, values),
    send: (sql, ...values) => void run(sql, values),
    isLaneTaken: (error) => error instanceof Error && error.message === 'lane_taken',
    native: database,
  }
}

function inputFrom(value: SqlValue | undefined): SQLInputValue {
  if (value === undefined) throw new RangeError('A statement has more places than values.')
  return typeof value === 'boolean' ? Number(value) : value
}

/** So long a statement waits for another process, and everything else in this process with it. */
const statementMs = 10

export const isBusy = (error: unknown): boolean => (error as { errcode?: number } | null)?.errcode === 5

/** Nothing is read yet: the file may be locked, or no database at all. */
export function connect(file: string, readOnly = false): DatabaseSync {
  return new DatabaseSync(file, { readOnly, timeout: statementMs })
}

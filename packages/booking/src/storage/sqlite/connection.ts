import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'
import type { SqlConnection, SqlValue } from '../sql/connection.ts'

interface Statement {
  readonly prepared: StatementSync
  /** Which of the values each `?` stands for. */
  readonly order: readonly number[]
  /** Whether the trigger that holds lanes may refuse it. */
  readonly isHolding: boolean
}

const rowLock = / FOR NO KEY UPDATE( SKIP LOCKED)?/
const unlessTaken = / ON CONFLICT ON CONSTRAINT \w+ DO NOTHING/

/** Each text is prepared once. */
export function sqlOver(database: DatabaseSync): SqlConnection {
  const statements = new Map<string, Statement>()
  const prepare = (sql: string): Statement => {
    const order: number[] = []
    const text = sql
      .replace(rowLock, '')
      .replace(unlessTaken, '')
      .replaceAll(/\$(\d+)/g, (_, number) => {
        order.push(Number(number) - 1)
        return '?'
      })
    const statement = { prepared: database.prepare(text), order, isHolding: unlessTaken.test(sql) }
    statements.set(sql, statement)
    return statement
  }
  return {
    async all(sql, ...values) {
      const { prepared, order, isHolding } = statements.get(sql) ?? prepare(sql)
      try {
        return prepared.all(...order.map((index) => inputFrom(values[index])))
      } catch (error) {
        if (isHolding && (error as Error).message === 'lane_taken') return []
        throw error
      }
    },
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

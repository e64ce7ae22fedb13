/** What the statements of the journal are given. */
export type SqliteValue = string | number | null

/** A statement that was prepared, of either driver. */
export interface SqliteStatement {
  run(...values: SqliteValue[]): unknown
  all(...values: SqliteValue[]): unknown[]
}

/** What is needed of a connection; `DatabaseSync` of `node:sqlite` and the one of `better-sqlite3` have it. */
export interface SqliteConnection {
  exec(sql: string): unknown
  prepare(sql: string): SqliteStatement
}

export type SqliteValue = string | number | null

export interface SqliteStatement {
  run(...values: SqliteValue[]): unknown
  all(...values: SqliteValue[]): unknown[]
}

/** What is needed of a connection; `DatabaseSync` of `node:sqlite` and the one of `better-sqlite3` have it. */
export interface SqliteConnection {
  exec(sql: string): unknown
  prepare(sql: string): SqliteStatement
}

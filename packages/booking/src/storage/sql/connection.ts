export type SqlValue = string | number | boolean | null

/** Columns by name; a boolean may be 0 or 1. */
export type Row = Readonly<Record<string, unknown>>

/**
 * One open transaction. Both engines run the same text: `$1` stands for the first value, and lists are handed in as JSON, of which
 * `jsonb_each` makes rows in both. SQLite's side passes over `FOR NO KEY UPDATE`, since whoever writes there is alone.
 */
export interface SqlConnection {
  /** Statements take effect in the order in which they are given. */
  all(sql: string, ...values: readonly SqlValue[]): Promise<readonly Row[]>
  /** Nobody waits for the answer: should it fail, then the transaction fails, at its end at the latest. */
  send(sql: string, ...values: readonly SqlValue[]): void
  /** Whether the database has refused to hold a lane twice. */
  isLaneTaken(error: unknown): boolean
  /** What the engine's own library calls a connection. */
  readonly native: unknown
}

/** The first row, if there is one. */
export async function firstOf(rows: Promise<readonly Row[]>): Promise<Row | undefined> {
  return (await rows)[0]
}

/** A JSON object with these keys, for `IN (SELECT key FROM jsonb_each($1))`. */
export function keysAsJson(keys: readonly string[]): string {
  return JSON.stringify(Object.fromEntries(keys.map((key) => [key, 0])))
}

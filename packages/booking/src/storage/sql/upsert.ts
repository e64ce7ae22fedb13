/** `$1, $2, $3`: a place for each of the values. */
export function places(values: readonly unknown[]): string {
  return values.map((_, index) => `$${index + 1}`).join(', ')
}

/** Writes a row, or over the row with the same `key`. */
export function upsert(table: string, key: string, columns: readonly string[]): string {
  const changes = columns.filter((column) => column !== key).map((column) => `${column} = excluded.${column}`)
  return `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${places(columns)})
    ON CONFLICT (${key}) DO UPDATE SET ${changes.join(', ')}`
}

/** For `LIKE … ESCAPE '!'`. */
export function escapeLike(text: string): string {
  return text.replaceAll(/[!%_]/g, '!$&')
}

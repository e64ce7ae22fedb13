/**
 * What is needed of PostgreSQL: `Pool`, `Client` and `PoolClient` of `pg` have it. `$1` in the text stands for the first value.
 */
export interface PostgresConnection {
  query(
    text: string,
    values?: unknown[],
  ): Promise<{ readonly rows: Record<string, unknown>[]; readonly rowCount: number | null }>
}

/**
 * What is needed of PostgreSQL: `Pool`, `Client` and `PoolClient` of `pg` have it. `$1` in the text stands for the first value.
 */
export interface PostgresConnection {
  query(
    text: string,
    values?: unknown[],
  ): Promise<{ readonly rows: Record<string, unknown>[]; readonly rowCount: number | null }>
}

/** Lost against another transaction for the same row; sent again, a single statement finds what that one left. */
const lostRaces: readonly unknown[] = ['40001', '40P01']
/** The transaction of the caller has failed, and takes nothing more. */
const failedTransaction = '25P02'
const mostTries = 10

/**
 * Sends a statement, again where it lost a race: databases whose default is REPEATABLE READ or SERIALIZABLE tell that as an error. Inside
 * a transaction of the caller only the caller can begin again, and is told.
 */
export async function queryUntilWon(
  connection: PostgresConnection,
  text: string,
  values: unknown[],
): ReturnType<PostgresConnection['query']> {
  let lost: unknown
  for (let tries = 1; ; tries++) {
    try {
      return await connection.query(text, values)
    } catch (error) {
      const { code } = error as { code?: unknown }
      if (code === failedTransaction && lost !== undefined) throw lost
      if (!lostRaces.includes(code) || tries === mostTries) throw error
      lost = error
    }
  }
}

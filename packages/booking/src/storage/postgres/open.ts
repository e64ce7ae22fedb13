import pg from 'pg'
import type { Store } from '../../ports.ts'
import type { SqlConnection } from '../sql/connection.ts'
import { endMessage, leaseMessages } from '../sql/outbox.ts'
import { readingOn, transactionOn } from '../sql/transaction.ts'
import { StoreError } from '../store-error.ts'
import { codeOf, numbersForInt8, type PostgresTransaction, sqlOver } from './connection.ts'
import { migrate } from './migrate.ts'

/** Where the database of the desk is. */
export interface PostgresStoreOptions {
  /** `postgres://user:password@host:port/database` */
  readonly connectionString: string
  /** How many connections at most; 10 unless said. */
  readonly connections?: number
}

/**
 * READ COMMITTED is enough: what is promised is held by constraints, by locks on the rows that were read for a change, and by
 * compare-and-set, never by what a transaction has merely seen. So nobody is refused but by a true conflict.
 */
const forChange = 'BEGIN ISOLATION LEVEL READ COMMITTED'
const forReading = 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY'

/** So long a request waits for a connection; then it is told so, instead of waiting for ever. */
const connectionTimeoutMillis = 30_000
/** What a process that is gone without a word had locked is free again after this. */
const endOfTheLost = `SET idle_in_transaction_session_timeout = '60s'`

/** Refused in favour of another transaction: a deadlock, a serialization failure, a row that another one has made meanwhile. */
const repeatable: ReadonlySet<string | undefined> = new Set(['40P01', '40001', '23505'])
const mostTries = 5

/**
 * The desk in PostgreSQL (15 or later), for any number of processes.
 *
 * @throws StoreError `schema_newer`, `extension_missing`, `no_access`
 */
export async function openPostgresStore({ connectionString, connections = 10 }: PostgresStoreOptions): Promise<Store> {
  const pool = new pg.Pool({
    connectionString,
    max: connections,
    // Statements that need not wait for each other travel together.
    pipeline: true,
    types: numbersForInt8,
    application_name: 'convene-desk',
    connectionTimeoutMillis,
    keepAlive: true,
  })
  // Of a connection that breaks the statement tells that waits for it; without one, the pool takes another.
  pool
    .on('error', () => {})
    .on('connect', (client) => {
      client.on('error', () => {})
      client.query(endOfTheLost).catch(() => {})
    })
  const change = <Result>(work: (sql: SqlConnection) => Promise<Result>) =>
    repeatedly(() => within(pool, forChange, work))
  try {
    await within(pool, forChange, ({ native }) => migrate(native))
  } catch (error) {
    await pool.end()
    throw withRemedy(error)
  }
  return {
    transaction: (work) => change((sql) => work(transactionOn(sql))),
    read: (work) => within(pool, forReading, (sql) => work(readingOn(sql))),
    leaseMessages: (...asked) => change((sql) => leaseMessages(sql, ...asked)),
    endMessage: (...ended) => change((sql) => endMessage(sql, ...ended)),
    [Symbol.asyncDispose]: () => pool.end(),
  }
}

/** What somebody else has taken between two statements is seen from the beginning the next time. */
function mayRepeat(error: unknown): boolean {
  if (error instanceof StoreError) return error.code === 'email_taken' || error.code === 'host_taken'
  return repeatable.has(codeOf(error))
}

/** Nobody there, nobody let in, no such database: told by its code alone, since the address holds a password. */
const isClosed = /^(E[A-Z]+|EAI_AGAIN|08...|28...|3D000|53...|57P0.)$/

function withRemedy(cause: unknown): unknown {
  const { code = 'no answer' } = cause as { readonly code?: unknown }
  const isLate = cause instanceof Error && /^(timeout exceeded|Connection terminated)/.test(cause.message)
  if (cause instanceof StoreError || !(isLate || isClosed.test(String(code)))) return cause
  const message = `The PostgreSQL database cannot be opened (${String(code)}): check CONVENE_DATABASE, and that it may be reached from here.`
  return new StoreError('no_access', message, { cause })
}

async function repeatedly<Result>(run: () => Promise<Result>): Promise<Result> {
  for (let tries = 1; ; tries++)
    try {
      return await run()
    } catch (error) {
      if (tries === mostTries || !mayRepeat(error)) throw error
    }
}

async function within<Result>(
  pool: pg.Pool,
  begin: string,
  work: (sql: PostgresTransaction) => Promise<Result>,
): Promise<Result> {
  const client = await pool.connect()
  const sql = sqlOver(client)
  let isLost = false
  try {
    sql.send(begin)
    const result = await work(sql)
    const { command } = await client.query('COMMIT')
    // PostgreSQL rolls back, without an error, a transaction in which a statement had failed and somebody went on.
    if (command !== 'COMMIT')
      throw sql.failure() ?? new Error('A statement of the transaction had failed; nothing of it was kept.')
    return result
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {
      isLost = true
    })
    throw codeOf(error) === afterFailure ? (sql.failure() ?? error) : error
  } finally {
    client.release(isLost)
  }
}

/** What each statement gets after one that failed. */
const afterFailure = '25P02'

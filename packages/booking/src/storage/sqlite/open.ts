import { closeSync, mkdirSync, openSync } from 'node:fs'
import { dirname } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import { setTimeout as pause } from 'node:timers/promises'
import type { Store } from '../../ports.ts'
import { endMessage, leaseMessages } from '../sql/outbox.ts'
import { readingOn, transactionOn } from '../sql/transaction.ts'
import { StoreError } from '../store-error.ts'
import { connect, isBusy, sqlOver } from './connection.ts'
import { cannotWrite, isUnwritable, migrate, versionOf } from './migrate.ts'
import { createQueue } from './queue.ts'

/** Where the file of the desk is. */
export interface SqliteStoreOptions {
  /** The path; it is made where it is missing, for its owner alone. Several processes may have it open. */
  readonly file: string
}

/**
 * The desk in one SQLite file (WAL, `synchronous` FULL). Transactions of this process run one after another, each to its end, and
 * each takes the write lock of the file at its beginning. Never begin one inside another: it would wait for itself.
 *
 * @throws StoreError `schema_newer`, `not_ours`, `busy`, `no_access`
 */
export async function openSqliteStore({ file }: SqliteStoreOptions): Promise<Store> {
  makeFile(file)
  using opening = new DisposableStack()
  const writer = opening.use(connect(file))
  await patiently(file, () => {
    try {
      // Before anything is changed in a file that may be somebody else's.
      versionOf(writer, file)
      writer.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL')
      migrate(writer, file)
    } catch (cause) {
      throw isUnwritable(cause) ? cannotWrite(file, cause) : cause
    }
  })
  const reader = opening.use(connect(file, true))
  const opened = opening.move()

  const sql = sqlOver(writer)
  const transaction = transactionOn(sql)
  const reading = readingOn(sqlOver(reader))
  const [write, read] = [createQueue(), createQueue()]
  const change = <Result>(work: () => Promise<Result>) =>
    write(async () => {
      await patiently(file, () => writer.exec('BEGIN IMMEDIATE'))
      return within(writer, work)
    })

  return {
    transaction: (work) => change(() => work(transaction)),
    read: (work) =>
      read(async () => {
        reader.exec('BEGIN')
        return within(reader, () => work(reading))
      }),
    leaseMessages: (...asked) => change(() => leaseMessages(sql, ...asked)),
    endMessage: (...ended) => change(() => endMessage(sql, ...ended)),
    async [Symbol.asyncDispose]() {
      await Promise.all([write(async () => {}), read(async () => {})])
      opened.dispose()
    },
  }
}

function makeFile(file: string): void {
  try {
    mkdirSync(dirname(file), { recursive: true })
    if (file !== ':memory:') closeSync(openSync(file, 'a', 0o600))
  } catch (cause) {
    throw cannotWrite(file, cause)
  }
}

async function within<Result>(database: DatabaseSync, work: () => Promise<Result>): Promise<Result> {
  try {
    const result = await work()
    database.exec('COMMIT')
    return result
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK')
    throw error
  }
}

const pauseMs = 5
const mostPauses = 1000

/** Tries again while another process has the file; this process does other things meanwhile. */
async function patiently(file: string, act: () => void): Promise<void> {
  for (let pauses = 0; ; pauses++)
    try {
      return act()
    } catch (cause) {
      if (!isBusy(cause)) throw cause
      if (pauses === mostPauses) {
        const message = `Another process has had ${file} for itself for seconds; try again, and look which processes have it open.`
        throw new StoreError('busy', message, { cause })
      }
      await pause(pauseMs)
    }
}

import type { Host } from '@convene/booking'
import { inspectPostgres, openPostgresStore } from '@convene/booking/storage/postgres'
import { type FoundDatabase, inspectSqlite, openSqliteStore, StoreError } from '@convene/booking/storage/sqlite'
import type { DatabaseConfig } from '../config.ts'
import { type DeskFinding, note, ok, problem } from './finding.ts'

interface Examined {
  readonly finding: DeskFinding
  /** None where the tables are not there, or not of this release. */
  readonly hosts: readonly Host[]
}

/** Whether the database can be reached and has the tables of this release. */
export async function examineDatabase(database: DatabaseConfig): Promise<Examined> {
  const name = database.engine === 'sqlite' ? database.file : 'The PostgreSQL database'
  let found: FoundDatabase
  try {
    found = database.engine === 'sqlite' ? inspectSqlite(database) : await inspectPostgres(named(database))
  } catch (error) {
    return { finding: problem('database', wordsOf(error, name)), hosts: [] }
  }
  if (found === 'empty')
    return { finding: note('database', `${name} is empty: the first start makes the tables.`), hosts: [] }
  if (found === 'older')
    return {
      finding: note(
        'database',
        `${name} has the tables of an earlier release: the start brings them forward. Make a back-up first.`,
      ),
      hosts: [],
    }
  await using store =
    database.engine === 'sqlite' ? await openSqliteStore(database) : await openPostgresStore(named(database))
  const hosts = await store.read((reading) => reading.hosts.list())
  return { finding: ok('database', `${name} has the tables of this release, and ${hosts.length} hosts.`), hosts }
}

const named = ({ connectionString }: DatabaseConfig & { engine: 'postgres' }) => ({
  connectionString: connectionString.reveal(),
})

/** What the driver says of a server names the address at most by host and port, never a password. */
function wordsOf(error: unknown, name: string): string {
  if (error instanceof StoreError) return error.message
  const { code, message } = error as Partial<Record<'code' | 'message', unknown>>
  return `${name} cannot be opened (${String(code ?? message)}): check CONVENE_DATABASE, and that it may be reached from here.`
}

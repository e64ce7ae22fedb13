import type { DatabaseSync } from 'node:sqlite'
import type { Journal } from '@convene/zoom/ensure'
import { createPostgresJournal, type PostgresConnection } from '@convene/zoom/journal/postgres'
import { createSqliteJournal } from '@convene/zoom/journal/sqlite'
import { monday } from './desk-data.ts'
import type { JournalLike } from './home.ts'

export const sqliteJournal = (connection: DatabaseSync): JournalLike => journalLike(createSqliteJournal(connection))
export const postgresJournal = (connection: PostgresConnection): JournalLike =>
  journalLike(createPostgresJournal(connection))

/** Safe creation's journal as far as the contract needs it. */
function journalLike(journal: Journal): JournalLike {
  return {
    add: (key) =>
      journal.add({
        key,
        tag: `tag of ${key}`,
        version: 0,
        fence: 0,
        leaseUntil: 0,
        state: 'planned',
        dueAt: monday,
        askedHash: 'e3b0c442',
        createdAt: monday,
        wanted: { revision: 1, host: 'mei@example.com', meeting: undefined },
        attempts: [],
        surplus: [],
      }),
    has: async (key) => (await journal.find(key)) !== undefined,
  }
}

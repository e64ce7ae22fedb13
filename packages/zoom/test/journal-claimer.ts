/** Claims what is due in a journal until nothing is left, prints the keys, and dies with its leases: a process of its own. */
import { writeSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { createSqliteJournal } from '../src/journal/sqlite.ts'

const [file = '', now = ''] = process.argv.slice(2)
const journal = createSqliteJournal(new DatabaseSync(file))
const claim = { now: Number(now), leaseUntil: Number(now) + 60_000 }
for (let record = await journal.claim(claim); record !== undefined; record = await journal.claim(claim))
  writeSync(1, `${record.key}\n`)
process.kill(process.pid, 'SIGKILL')

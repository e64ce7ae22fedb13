/** Takes as many places as it gets at one instant and prints how many, never ending a call: as a process that is killed. */
import { DatabaseSync } from 'node:sqlite'
import { windowNeed } from '../src/limits/need.ts'
import { createSqliteLimitStore } from '../src/limits/sqlite-store.ts'

const [file = '', limit = '', tries = ''] = process.argv.slice(2)
const store = createSqliteLimitStore(new DatabaseSync(file))
const need = windowNeed('medium', Number(limit), 1000)
let got = 0
for (let i = 0; i < Number(tries); i++) {
  const taken = await store.take([need], 0, 30_000, (_, at) => at + 1000)
  if (taken.ok) got++
}
console.log(got)
process.kill(process.pid, 'SIGKILL')

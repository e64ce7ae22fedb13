/**
 * After the emulator's tests: has each documented refusal of an operation that counts as supported been produced by one of them? The
 * tests write those that they saw into the file that CONVENE_REFUSALS names. `--missing` prints those of partial operations too.
 */
import { readFileSync } from 'node:fs'
import { listCoverage } from '@convene/zoom-emulator'
import { loadOperations } from './zoom-data/operations.ts'

const seen = new Set(readFileSync(process.env.CONVENE_REFUSALS ?? '/dev/null', 'utf8').split('\n'))
const statuses = new Map(listCoverage().map(({ operation, status }) => [operation, status]))

let missing = 0
for (const { name, errors } of loadOperations()) {
  const status = statuses.get(name)
  if (status !== 'supported' && !(status === 'partial' && process.argv.includes('--missing'))) continue
  const documented = new Set(errors.map((error) => `${name} ${error.status} ${error.code}`))
  for (const refusal of documented)
    if (!seen.has(refusal)) {
      missing += status === 'supported' ? 1 : 0
      console.error(`${refusal}: documented, and no test of the emulator produces it (${status})`)
    }
}
if (missing > 0) process.exitCode = 1

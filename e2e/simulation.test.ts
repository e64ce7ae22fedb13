import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { requestFaults } from '../simulation/fault-model.ts'
import { faultTable } from '../simulation/fault-table.ts'
import { guards } from '../simulation/guards.ts'
import { sumOfWorlds } from '../simulation/run-worlds.ts'
import { keeperWay } from '../simulation/ways/keeper.ts'
import { blindRetry, listThenRetry } from '../simulation/ways/retry.ts'

const replay = (seed: string): string =>
  execFileSync(process.execPath, ['simulation/simulate.ts', '--replay', seed], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  })

test('the same seed is the same history to the byte, in another process too; another seed is another one', () => {
  const [once, again, other] = ['42-1', '42-1', '42-2'].map(replay)
  assert.ok(once !== undefined && once.split('\n').length > 500)
  assert.equal(once, again)
  assert.notEqual(once, other)
})

test('a create meets a fault with 3 %', () => {
  const total = Object.values(requestFaults).reduce((sum, { chances }) => sum + chances.create, 0)
  assert.ok(Math.abs(total - 0.03) < 1e-9, String(total))
})

for (const [way, least] of [
  [blindRetry, 10],
  [listThenRetry, 2],
] as const)
  test(`${way.name} makes meetings twice: the faults bite`, async () => {
    const { totals } = await sumOfWorlds({ way, seed: 'bite', first: 1, count: 8 })
    assert.ok(totals.duplicates >= least, `${totals.duplicates} duplicates in ${totals.bookings} bookings`)
  })

for (const [kind, seed] of [
  ['a fixed seed', 'slice'],
  ['a new one', `new-${randomInt(1_000_000)}`],
] as const)
  test(`safe creation keeps its promises under every fault: ${kind} (${seed})`, async () => {
    const { broken, totals } = await sumOfWorlds({ way: keeperWay, seed, first: 1, count: 8 })
    assert.deepEqual(broken, [], `npm run simulate -- --replay ${broken[0]?.seed}`)
    assert.ok(totals.unknown > 10, `${totals.unknown} outcomes were unknown`)
  })

test('docs/simulation.md prints the fault model as it is', () => {
  const page = readFileSync('docs/simulation.md', 'utf8')
  assert.ok(page.includes(`<!-- the fault model -->\n${faultTable()}\n<!-- end of the fault model -->`))
})

test('docs/simulation.md has a row for each guard', () => {
  const page = readFileSync('docs/simulation.md', 'utf8')
  for (const { name, says, measure } of guards) assert.ok(page.includes(`| \`${name}\` | ${says} | ${measure} |`), name)
})

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
import { runWorld } from '../simulation/world.ts'

test('the same seed is the same history to the byte, in another process too; another seed is another one', async () => {
  const play = async (seed: string) => {
    const { history } = await runWorld({ seed, way: keeperWay, keepsHistory: true })
    return `${history.join('\n')}\n`
  }
  const once = await play('42-1')
  const again = execFileSync(process.execPath, ['simulation/simulate.ts', '--replay', '42-1'], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  })
  assert.ok(once.split('\n').length > 500)
  assert.equal(again, once)
  assert.notEqual(await play('42-2'), once)
})

test('a create meets a fault with 3 %', () => {
  const total = Object.values(requestFaults).reduce((sum, { chances }) => sum + chances.create, 0)
  assert.ok(Math.abs(total - 0.03) < 1e-9, String(total))
})

for (const [way, first, least] of [
  [blindRetry, 1, 5],
  [listThenRetry, 5, 2],
] as const)
  test(`${way.name} makes meetings twice: the faults bite`, async () => {
    const { totals } = await sumOfWorlds({ way, seed: 'bite', first, count: 4 })
    assert.ok(totals.duplicates >= least, `${totals.duplicates} duplicates in ${totals.bookings} bookings`)
  })

for (const [kind, seed] of [
  ['a fixed seed', 'slice'],
  ['a new one', `new-${randomInt(1_000_000)}`],
] as const)
  test(`safe creation keeps its promises under every fault: ${kind} (${seed})`, async () => {
    const { broken, totals } = await sumOfWorlds({ way: keeperWay, seed, first: 1, count: 4 })
    assert.deepEqual(broken, [], `npm run simulate -- --replay ${broken[0]?.seed}`)
    assert.ok(totals.unknown > 4, `${totals.unknown} outcomes were unknown`)
  })

test('docs/simulation.md prints the fault model as it is', () => {
  const page = readFileSync('docs/simulation.md', 'utf8')
  assert.ok(page.includes(`<!-- the fault model -->\n${faultTable()}\n<!-- end of the fault model -->`))
})

test('docs/simulation.md has a row for each guard', () => {
  const page = readFileSync('docs/simulation.md', 'utf8')
  for (const { name, says, measure } of guards) assert.ok(page.includes(`| \`${name}\` | ${says} | ${measure} |`), name)
})

/**
 * `npm run simulate`: a million bookings with every fault on. Prints its seed; the same seed is the same run. Ends with 1 when a
 * promise was broken, and says which world to replay.
 */
import { fork } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { once } from 'node:events'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { readOptions } from '../scripts/read-options.ts'
import { addTotals, emptyTotals } from './figures.ts'
import { guards } from './guards.ts'
import { enumerateKills, killedWorks, runKilled } from './kills.ts'
import { brokenRates, reportLines } from './report.ts'
import { runGuard } from './run-guard.ts'
import type { BrokenWorld, Outcome } from './run-worlds.ts'
import { ways } from './ways/all.ts'
import type { Way } from './ways/way.ts'
import { type Ending, runWorld } from './world.ts'

const perWorld = 200
/** A run with so many broken worlds has said enough. */
const mostBroken = 10

const usage = `Usage: npm run simulate -- [--bookings 1000000] [--seed N] [--jobs N] [--way ${Object.keys(ways).join('|')}] [--replay SEED] [--kills] [--guards]`
const { values } = readOptions(usage, {
  options: {
    bookings: { type: 'string', default: '1000000' },
    seed: { type: 'string', default: String(randomInt(1_000_000)) },
    jobs: { type: 'string', default: String(availableParallelism()) },
    way: { type: 'string', default: Object.keys(ways)[0] ?? '' },
    replay: { type: 'string' },
    kills: { type: 'boolean', default: false },
    guards: { type: 'boolean', default: false },
  },
})
const way = ways[values.way]
const jobs = Number(values.jobs)
const bookings = Number(values.bookings)
if (way === undefined || !(jobs >= 1) || !(bookings >= 1)) {
  console.error(usage)
  process.exit(2)
}

if (values.replay !== undefined) {
  const { history, broken } = await replay(values.replay, way)
  console.log(history.join('\n'))
  process.exitCode = broken.length > 0 ? 1 : 0
} else if (values.kills) await killAll()
else if (values.guards) await takeGuards()
else await simulate(values.way)

/** The world of a seed; `create@3,17` is that of two kills. */
function replay(seed: string, way: Way): Promise<Ending> {
  const [work, steps] = seed.split('@')
  const killed = killedWorks.find((one) => one === work)
  if (killed === undefined || steps === undefined)
    return runWorld({ seed, way, bookings: perWorld, keepsHistory: true })
  return runKilled(killed, steps.split(',').map(Number), true)
}

async function killAll(): Promise<void> {
  for (const work of killedWorks) {
    const { steps, worlds, broken } = await enumerateKills(work)
    console.log(
      `${work}: ${steps} steps, ${worlds} worlds with one or two kills, ${broken.length} with broken promises.`,
    )
    for (const { seed, broken: promises } of broken) {
      console.log(`  ${promises.map(({ promise }) => promise).join('; ')}: npm run simulate -- --replay ${seed}`)
      process.exitCode = 1
    }
  }
}

async function takeGuards(): Promise<void> {
  for (const { name, says, measure } of guards) {
    const [kept, taken] = await Promise.all([runGuard(name, true), runGuard(name, false)])
    const isProved = !kept.isRed && taken.isRed
    console.log(`${isProved ? 'proved ' : 'UNPROVED'} ${name}: ${says}. Measure: ${measure}.`)
    console.log(`  with it:    ${JSON.stringify(kept)}`)
    console.log(`  without it: ${JSON.stringify(taken)}`)
    if (!isProved) process.exitCode = 1
  }
}

async function simulate(wayName: string): Promise<void> {
  const worlds = Math.ceil(bookings / perWorld)
  const startedAt = performance.now()
  const secondsSoFar = () => (performance.now() - startedAt) / 1000
  const totals = emptyTotals()
  const broken: BrokenWorld[] = []
  console.log(`Seed ${values.seed}: ${worlds} worlds of ${perWorld} bookings, ${jobs} processes.`)

  const children = Array.from({ length: Math.min(jobs, worlds) }, (_, index) => {
    const count = Math.ceil((worlds - index) / jobs)
    const args = [wayName, values.seed, index + 1, jobs, count, perWorld].map(String)
    return fork(fileURLToPath(new URL('./job.ts', import.meta.url)), args)
  })
  const progress = setInterval(
    () => {
      const line = `${totals.bookings.toLocaleString('en-US')} bookings, ${secondsSoFar().toFixed(0)} s, ${broken.length} broken worlds`
      if (process.stderr.isTTY) process.stderr.write(`\r${line}`)
      else console.error(line)
    },
    process.stderr.isTTY ? 1_000 : 15_000,
  )

  const take = (outcome: Outcome) => {
    addTotals(totals, outcome.totals)
    for (const seed of outcome.slow)
      console.log(`Surplus stayed for more than 10 minutes: npm run simulate -- --way ${wayName} --replay ${seed}`)
    for (const world of outcome.broken) {
      broken.push(world)
      for (const { promise, says } of world.broken.slice(0, 3))
        console.log(`Broken in ${world.seed}: ${promise}: ${says}`)
      console.log(`  npm run simulate -- --way ${wayName} --replay ${world.seed}`)
    }
    if (broken.length >= mostBroken) for (const child of children) child.kill()
  }
  const ended = children.map(async (child) => {
    child.on('message', (outcome: Outcome) => take(outcome))
    const [code] = await once(child, 'exit')
    if (code !== 0 && broken.length === 0) throw new Error(`A process of the simulation ended with ${code}.`)
  })
  await Promise.all(ended).finally(() => clearInterval(progress))
  console.log(reportLines(totals, secondsSoFar(), children.length).join('\n'))
  for (const says of brokenRates(totals)) {
    console.log(says)
    process.exitCode = 1
  }
  if (broken.length > 0) {
    console.log(`Promises were broken in ${broken.length} worlds.`)
    process.exitCode = 1
  }
}

/** One process of `npm run simulate`: runs its share of the worlds, and tells of each. */
import { runWorlds } from './run-worlds.ts'
import { ways } from './ways/all.ts'

const [wayName = '', seed = '', first = '', step = '', count = '', bookings = ''] = process.argv.slice(2)
const way = ways[wayName]
if (way === undefined) throw new Error(`${wayName} is no way of creating.`)
const numbers = { first: Number(first), step: Number(step), count: Number(count), bookings: Number(bookings) }
for await (const outcome of runWorlds({ way, seed, ...numbers })) {
  await new Promise<void>((resume) => void process.send?.(outcome, () => resume()))
}
process.disconnect?.()

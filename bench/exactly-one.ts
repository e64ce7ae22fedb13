/**
 * How many meetings are made twice, and how long does a link take, when three in a hundred creations meet a fault? Blind repetition, listing
 * before repeating, and safe creation, in the same simulated worlds: the same seeds, people, hosts and faults. Then how many bookings
 * a second one core plays.
 *
 * `npm run bench -- exactly-one [bookings]`, 100,000 of each way unless told.
 */
import { quantile } from '../simulation/histogram.ts'
import { sumOfWorlds } from '../simulation/run-worlds.ts'
import { ways } from '../simulation/ways/all.ts'
import { machine, printTable } from './parts/race.ts'

const perWorld = 200
const bookings = Number(process.argv[3] ?? 100_000)
if (!Number.isInteger(bookings) || bookings < perWorld)
  throw new Error(`${process.argv[3]} bookings: give a whole number from ${perWorld} on.`)

const rows = [['', 'twice', 'of 100,000', 'p50', 'p95', 'p99.9', 'bookings a CPU second']]
console.log(machine())
for (const [name, way] of Object.entries(ways)) {
  const before = process.cpuUsage()
  const { totals, broken } = await sumOfWorlds({ way, seed: 'bench', first: 1, count: Math.ceil(bookings / perWorld) })
  const { user, system } = process.cpuUsage(before)
  if (name === 'safe-creation' && broken.length > 0) throw new Error(`A promise was broken in ${broken[0]?.seed}.`)
  const seconds = (share: number) => `${((quantile(totals.toLink, share) ?? Number.NaN) / 1000).toFixed(1)} s`
  rows.push([
    way.name,
    String(totals.duplicates),
    ((100_000 * totals.duplicates) / totals.bookings).toFixed(0),
    seconds(0.5),
    seconds(0.95),
    seconds(0.999),
    (totals.bookings / ((user + system) / 1e6)).toFixed(0),
  ])
  console.log(rows.at(-1)?.join('  '))
}
printTable(rows)

/**
 * Runs the worlds of a guard in this process, with the guard taken away as the sources are loaded (`--kept`: with it), and prints
 * what its measure says. `--until-red`: no more of them than turn it red.
 */
import { registerHooks } from 'node:module'
import { addTotals, emptyTotals } from './figures.ts'
import { guards } from './guards.ts'
import type { BrokenWorld } from './run-worlds.ts'

const [name, ...flags] = process.argv.slice(2)
const guard = guards.find((one) => one.name === name)
if (guard === undefined) throw new Error(`${name} is none of the guards: ${guards.map((one) => one.name).join(', ')}.`)

let wasTaken = flags.includes('--kept')
const target = new URL(`../${guard.file}`, import.meta.url).href
if (!wasTaken)
  registerHooks({
    load(url, context, nextLoad) {
      const loaded = nextLoad(url, context)
      if (url !== target) return loaded
      const [before = '', after, ...more] = String(loaded.source).split(guard.text)
      if (after === undefined || more.length > 0)
        throw new Error(
          `${guard.file} holds the text of the guard ${name} ${more.length + (after === undefined ? 0 : 1)} times, not once.`,
        )
      wasTaken = true
      return { ...loaded, source: before + guard.instead + after }
    },
  })

// Only now, so that the sources pass the hook.
const { runWorlds } = await import('./run-worlds.ts')
const { keeperWay } = await import('./ways/keeper.ts')
const { model, worlds: count } = guard
const totals = emptyTotals()
const broken: BrokenWorld[] = []
const isRed = () => guard.isRed({ totals, broken })
for await (const outcome of runWorlds({ way: keeperWay, seed: 'guards', first: 1, count, model })) {
  addTotals(totals, outcome.totals)
  broken.push(...outcome.broken)
  if (flags.includes('--until-red') && isRed()) break
}
if (!wasTaken) throw new Error(`${guard.file} was never loaded.`)
const { worlds, bookings, created, surplus } = totals
const promises = [...new Set(broken.flatMap((world) => world.broken.map(({ promise }) => promise)))]
console.log(JSON.stringify({ name, isRed: isRed(), worlds, bookings, created, surplus, promises }))

/**
 * Runs the worlds of a guard in this process, with the guard taken away as the sources are loaded (`--kept`: with it), and prints
 * what its measure says.
 */
import { registerHooks } from 'node:module'
import { guards } from './guards.ts'

const [name, kept] = process.argv.slice(2)
const guard = guards.find((one) => one.name === name)
if (guard === undefined) throw new Error(`${name} is none of the guards: ${guards.map((one) => one.name).join(', ')}.`)

let wasTaken = kept === '--kept'
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
const { sumOfWorlds } = await import('./run-worlds.ts')
const { keeperWay } = await import('./ways/keeper.ts')
const outcome = await sumOfWorlds({ way: keeperWay, seed: 'guards', first: 1, count: guard.worlds, model: guard.model })
if (!wasTaken) throw new Error(`${guard.file} was never loaded.`)
const { bookings, created, surplus } = outcome.totals
const promises = [...new Set(outcome.broken.flatMap(({ broken }) => broken.map(({ promise }) => promise)))]
console.log(JSON.stringify({ name, isRed: guard.isRed(outcome), bookings, created, surplus, promises }))

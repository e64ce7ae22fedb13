import { addTotals, emptyTotals, type Totals } from './figures.ts'
import type { BrokenPromise } from './truth.ts'
import type { Way } from './ways/way.ts'
import { runWorld, type WorldOptions } from './world.ts'

/** A world in which a promise was broken, by the seed that replays it. */
export interface BrokenWorld {
  readonly seed: string
  readonly broken: readonly BrokenPromise[]
}

export interface Outcome {
  /** Worlds in which a surplus meeting stayed too long, by their seeds. */
  readonly slow: readonly string[]
  readonly totals: Totals
  readonly broken: readonly BrokenWorld[]
}

export interface Worlds extends Omit<WorldOptions, 'seed' | 'keepsHistory'> {
  readonly way: Way
  readonly seed: string
  /** The number of the first one; it stands in its seed. */
  readonly first: number
  readonly count: number
  /** From one number to the next. */
  readonly step?: number
}

/** Runs worlds one after the other, with what came of each of them as soon as it is known. */
export async function* runWorlds({ seed, first, count, step = 1, ...options }: Worlds): AsyncGenerator<Outcome> {
  for (let index = 0; index < count; index++) {
    const world = await runWorld({ ...options, seed: `${seed}-${first + index * step}` })
    const { surplus, surplusGoneSoon } = world.totals
    yield {
      totals: world.totals,
      broken: world.broken.length > 0 ? [{ seed: world.seed, broken: world.broken }] : [],
      slow: surplusGoneSoon < surplus ? [world.seed] : [],
    }
  }
}

/** All of them together. */
export async function sumOfWorlds(worlds: Worlds): Promise<Outcome> {
  const totals = emptyTotals()
  const broken: BrokenWorld[] = []
  const slow: string[] = []
  for await (const outcome of runWorlds(worlds)) {
    addTotals(totals, outcome.totals)
    broken.push(...outcome.broken)
    slow.push(...outcome.slow)
  }
  return { totals, broken, slow }
}

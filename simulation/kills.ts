import type { Booking, Wish } from './booking.ts'
import { noFaults } from './fault-model.ts'
import type { BrokenWorld } from './run-worlds.ts'
import { keeperWay } from './ways/keeper.ts'
import { type Ending, runWorld } from './world.ts'

/** What is under way when a worker is killed. */
export type KilledWork = 'create' | 'change' | 'move' | 'cancel' | 'restore'

const afterMs = 5_000

/** What is asked so much later than the meeting, in order; workers are killed from the last of it on. */
const later: Readonly<Record<KilledWork, Booking['later']>> = {
  create: [],
  change: [{ afterMs, wish: { kind: 'change', fields: { topic: 'Booking 1 by another name', duration: 75 } } }],
  move: [{ afterMs, wish: { kind: 'change', fields: { host: 'host2@example.com' } } }],
  cancel: [{ afterMs, wish: { kind: 'cancel' } }],
  restore: [
    { afterMs, wish: { kind: 'edited', fields: { topic: 'Booking 1 as somebody has it', duration: 20 } } },
    { afterMs: 3 * afterMs, wish: { kind: 'restore' } },
  ],
}

const wish: Wish = {
  host: 'host1@example.com',
  topic: 'Booking 1 as asked',
  start_time: '2027-01-20T10:00:00',
  timezone: 'Asia/Taipei',
  duration: 45,
}

/** After these steps something is another way than before. */
const progress = /journal (?:add|save|secret)$|^effect/

/** One world in which nothing goes wrong but that a worker dies at each of these steps, counted from when the work is asked for. */
export async function runKilled(
  work: KilledWork,
  kills: readonly number[],
  keepsHistory = false,
): Promise<Ending & { readonly steps: number }> {
  const wishes = later[work]
  let askAt = 0
  const book = ({ startAt }: { readonly startAt: number }): readonly Booking[] => {
    askAt = startAt + 1_000 + (wishes.at(-1)?.afterMs ?? 0)
    return [{ number: 1, key: 'booking-1', wish, askAt: startAt + 1_000, isPlanned: false, later: wishes }]
  }
  let steps = 0
  // Who looks again and again whether there is something to do dies the same death at each look, until something has happened.
  const seen = new Set<string>()
  const ending = await runWorld({
    seed: `kills-${work}`,
    way: keeperWay,
    model: noFaults,
    book,
    keepsHistory,
    befall(now, process, what) {
      if (now < askAt || seen.has(`${process} ${what}`)) return undefined
      const isKilled = kills.includes(steps++)
      if (isKilled || progress.test(what)) seen.clear()
      seen.add(`${process} ${what}`)
      return isKilled ? { kind: 'kill' } : undefined
    },
  })
  return { ...ending, steps }
}

export interface KillReport {
  /** Steps of the work when nobody is killed. */
  readonly steps: number
  readonly worlds: number
  readonly broken: readonly BrokenWorld[]
}

/**
 * Every single kill, and every pair: the second one at each step that the world then still takes, so that it hits whoever goes on.
 * With `share` only each so many-th pair.
 */
export async function enumerateKills(
  work: KilledWork,
  { share = 1 }: { readonly share?: number } = {},
): Promise<KillReport> {
  const broken: BrokenWorld[] = []
  const undisturbed = await runKilled(work, [])
  let worlds = 1
  const run = async (kills: readonly number[]): Promise<number> => {
    const ending = await runKilled(work, kills)
    worlds++
    if (ending.broken.length > 0) broken.push({ seed: `${work}@${kills.join(',')}`, broken: ending.broken })
    return ending.steps
  }
  for (let first = 0; first < undisturbed.steps; first++) {
    const steps = await run([first])
    for (let second = first + 1; second < steps; second++)
      if ((first + second) % share === 0) await run([first, second])
  }
  return { steps: undisturbed.steps, worlds, broken }
}

/** The works that are enumerated. */
export const killedWorks: readonly KilledWork[] = ['create', 'change', 'move', 'cancel', 'restore']

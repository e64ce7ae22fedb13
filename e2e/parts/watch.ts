/** Looks at the journal again and again, so that others can wait for what they want to see there. */
import { isFailureOfDatabase } from './caller.ts'
import type { SeenRow, SharedJournal } from './shared-journal.ts'

const settledStates = ['published', 'cancelled', 'refused', 'undecided', 'gone']
const lookEveryMs = 50

export interface Watch extends AsyncDisposable {
  /** Resolves when the row of the key is in one of these states, or has settled in another one. */
  sees(key: string, states: readonly string[]): Promise<void>
  /** Resolves when every row has settled and nothing is due any more, ever. */
  rests(): Promise<void>
}

/** `onChange` is told the rows that have changed since the look before. */
export function startWatch(
  { journal, rows }: Pick<SharedJournal, 'journal' | 'rows'>,
  onChange: (changed: readonly SeenRow[]) => Promise<void>,
): Watch {
  let states = new Map<string, string>()
  let isOver = false
  const waiting = new Set<{ readonly isSo: () => boolean; readonly resolve: () => void }>()

  const look = async (): Promise<void> => {
    const seen = await rows()
    const changed = seen.filter(({ key, state }) => states.get(key) !== state)
    states = new Map(seen.map(({ key, state }) => [key, state]))
    await onChange(changed)
    for (const one of waiting) {
      if (!one.isSo()) continue
      waiting.delete(one)
      one.resolve()
    }
  }
  const looking = (async () => {
    while (!isOver) {
      await look().catch((error: unknown) => {
        if (!isFailureOfDatabase(error)) throw error
      })
      await new Promise((resolve) => setTimeout(resolve, lookEveryMs))
    }
  })()
  /** A connection that was ended a moment ago says nothing. */
  const isNothingDue = () =>
    journal.nextDueAt().then(
      (at) => at === undefined,
      (error: unknown) => {
        if (isFailureOfDatabase(error)) return false
        throw error
      },
    )
  const until = (isSo: () => boolean): Promise<void> =>
    Promise.race([new Promise<void>((resolve) => waiting.add({ isSo, resolve })), looking])

  return {
    sees: (key, wanted) =>
      until(() => {
        const state = states.get(key)
        return state !== undefined && (wanted.includes(state) || settledStates.includes(state))
      }),
    async rests() {
      do await until(() => [...states.values()].every((state) => settledStates.includes(state)))
      while (!(await isNothingDue()))
    },
    async [Symbol.asyncDispose]() {
      isOver = true
      await looking
    },
  }
}

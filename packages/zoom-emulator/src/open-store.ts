import { EmulatorError } from './domain/emulator-error.ts'
import { fillStore, holdsSeed } from './domain/fill-store.ts'
import type { Seed } from './domain/seed.ts'
import type { EmulatorOptions } from './options.ts'
import { createStore } from './storage/memory.ts'
import type { OpenedWriteLog } from './storage/sqlite.ts'
import type { Store } from './storage/store.ts'

export interface OpenedStore {
  readonly store: Store
  /** What a person should be told about it, in sentences. */
  readonly notices: readonly string[]
}

/** Opens the store that the options ask for. A file that holds an account is taken as it is: a seed is for an empty one. */
export async function openStore(options: Pick<EmulatorOptions, 'data' | 'seed'>, seed: Seed): Promise<OpenedStore> {
  const { data } = options
  if (data === undefined) {
    const store = createStore()
    fillStore(store, seed)
    return { store, notices: [] }
  }
  // node:sqlite costs some of the first milliseconds, which a store in memory need not pay.
  const { openWriteLog } = await import('./storage/sqlite.ts')
  const store = load(data, openWriteLog(data))
  if (store.accounts.size === 0) {
    fillStore(store, seed)
    return { store, notices: [] }
  }
  if (options.seed === undefined || holdsSeed(store, seed)) return { store, notices: [] }
  const ids = [...store.accounts.values()].map(({ id }) => id).join(', ')
  const notice = `${data} already holds account ${ids} with ${store.users.size} users and ${store.meetings.size} meetings, and the seed says something else: the file counts, the seed was not used. Delete the file or reset the emulator to begin with the seed.`
  return { store, notices: [notice] }
}

/** Takes over what the file holds. The cause is not handed on: a JSON parser shows the text that it fell over. */
function load(file: string, { log, stored }: OpenedWriteLog): Store {
  try {
    return createStore(log, stored())
  } catch {
    log.close()
    throw new EmulatorError(
      'data_unreadable',
      `${file} is damaged, and a part of what it holds cannot be read: put a copy in its place, or delete it to begin anew.`,
    )
  }
}

import type { Collection } from './store.ts'

/** Told of each write before memory takes it; a file keeps them. */
export interface WriteLog {
  put(collection: string, key: string | number, entity: object): void
  delete(collection: string, key: string | number): void
  clear(): void
  /** Keeps all that `work` writes, or nothing when it throws. */
  transaction<T>(work: () => T): T
  close(): void
}

/** One entity as a file keeps it. */
export interface StoredEntity {
  readonly collection: string
  readonly json: string
}

/** What a collection keeps in step with itself. */
export interface KeptIndex<Key, Entity> {
  put(key: Key, entity: Entity): void
  delete(key: Key): void
  clear(): void
}

/** Finds entities by something else than their key, such as a host's meetings. In the order of their coming. */
export interface Index<Key, Entity> extends KeptIndex<Key, Entity> {
  of(group: string): Iterable<Entity>
}

/** Remembers the group of each key itself: an entity may have been changed before it is put again. */
export function createIndex<Key, Entity>(groupOf: (entity: Entity) => string): Index<Key, Entity> {
  const groups = new Map<string, Map<Key, Entity>>()
  const groupNames = new Map<Key, string>()
  const remove = (key: Key) => {
    const name = groupNames.get(key)
    if (name === undefined) return
    groupNames.delete(key)
    const group = groups.get(name)
    group?.delete(key)
    if (group?.size === 0) groups.delete(name)
  }
  return {
    put(key, entity) {
      const name = groupOf(entity)
      if (groupNames.get(key) !== name) {
        remove(key)
        groupNames.set(key, name)
      }
      const group = groups.get(name)
      if (group) group.set(key, entity)
      else groups.set(name, new Map([[key, entity]]))
    },
    delete: remove,
    clear() {
      groups.clear()
      groupNames.clear()
    },
    of: (name) => groups.get(name)?.values() ?? [],
  }
}

/** Numbers entities in the order of their coming, for lists that are read page by page while rows come and go. */
export interface Numbering<Key, Entity> extends KeptIndex<Key, Entity> {
  /** Greater than those of all that came before; never given twice. */
  of(key: Key): number
}

export function createNumbering<Key, Entity>(): Numbering<Key, Entity> {
  const numbers = new Map<Key, number>()
  let last = 0
  return {
    put(key) {
      if (!numbers.has(key)) numbers.set(key, ++last)
    },
    delete: (key) => void numbers.delete(key),
    clear: () => numbers.clear(),
    of: (key) => numbers.get(key) ?? 0,
  }
}

/** Several indexes as the one of a collection. */
export function combineIndexes<Key, Entity>(...indexes: readonly KeptIndex<Key, Entity>[]): KeptIndex<Key, Entity> {
  return {
    put(key, entity) {
      for (const index of indexes) index.put(key, entity)
    },
    delete(key) {
      for (const index of indexes) index.delete(key)
    },
    clear() {
      for (const index of indexes) index.clear()
    },
  }
}

/** What a store does with its collections as a whole. */
export interface KeptCollection<Key extends string | number, Entity> extends Collection<Key, Entity> {
  /** Its name in the file. */
  readonly name: string
  /** Takes an entity that a file kept, without writing it again. */
  load(json: string): void
  /** Forgets everything, without writing that. */
  forget(): void
}

export interface CollectionOptions<Key extends string | number, Entity extends object> {
  readonly name: string
  readonly keyOf: (entity: Entity) => Key
  readonly log: WriteLog
  readonly index?: KeptIndex<Key, Entity>
  /** Called with the way back after each write, for a transaction that fails. */
  readonly onWrite: (undo: () => void) => void
}

/** Keeps entities in memory by key; the log hears of each write first. */
export function createCollection<Key extends string | number, Entity extends object>(
  options: CollectionOptions<Key, Entity>,
): KeptCollection<Key, Entity> {
  const { name, keyOf, log, index, onWrite } = options
  const entities = new Map<Key, Entity>()
  const set = (key: Key, entity: Entity) => {
    entities.set(key, entity)
    index?.put(key, entity)
  }
  const remove = (key: Key) => {
    entities.delete(key)
    index?.delete(key)
  }
  return {
    name,
    get: (key) => entities.get(key),
    put(entity) {
      const key = keyOf(entity)
      const old = entities.get(key)
      log.put(name, key, entity)
      set(key, entity)
      onWrite(() => (old ? set(key, old) : remove(key)))
    },
    delete(key) {
      const old = entities.get(key)
      if (!old) return false
      log.delete(name, key)
      remove(key)
      onWrite(() => set(key, old))
      return true
    },
    values: () => entities.values(),
    get size() {
      return entities.size
    },
    load(json) {
      const entity: Entity = JSON.parse(json)
      set(keyOf(entity), entity)
    },
    forget() {
      entities.clear()
      index?.clear()
    },
  }
}

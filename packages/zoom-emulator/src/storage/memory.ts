import type { Meeting, User } from '../domain/entities.ts'
import type { Collection, Store } from './store.ts'

/** Told of each write, in order; a file keeps them. */
export interface WriteLog {
  put(collection: string, key: string | number, entity: object): void
  delete(collection: string, key: string | number): void
  clear(): void
  transaction<T>(work: () => T): T
  close(): void
}

const noLog: WriteLog = { put() {}, delete() {}, clear() {}, transaction: (work) => work(), close() {} }

function createCollection<Key extends string | number, Entity extends object>(
  name: string,
  keyOf: (entity: Entity) => Key,
  log: WriteLog,
): Collection<Key, Entity> & { clear(): void } {
  const entities = new Map<Key, Entity>()
  return {
    get: (key) => entities.get(key),
    put(entity) {
      const key = keyOf(entity)
      entities.set(key, entity)
      log.put(name, key, entity)
    },
    delete(key) {
      const had = entities.delete(key)
      if (had) log.delete(name, key)
      return had
    },
    values: () => entities.values(),
    get size() {
      return entities.size
    },
    clear: () => entities.clear(),
  }
}

/** Keeps everything in memory, with the indexes that the routes need; `log` sees each write. */
export function createStore(log: WriteLog = noLog): Store {
  const emails = new Map<string, string>()
  const hosts = new Map<string, Map<number, Meeting>>()
  const hostOf = new Map<number, string>()
  const emailKey = (accountId: string, email: string) => `${accountId} ${email.toLowerCase()}`

  const accounts = createCollection('accounts', (e: { id: string }) => e.id, log) as Store['accounts'] & {
    clear(): void
  }
  const users = createCollection('users', (user: User) => user.id, log)
  const meetings = createCollection('meetings', (meeting: Meeting) => meeting.id, log)
  const apps = createCollection('apps', (e: { clientId: string }) => e.clientId, log) as Store['apps'] & {
    clear(): void
  }
  const tokens = <Entity extends { token: string }>(name: string) =>
    createCollection<string, Entity>(name, (token) => token.token, log)
  const accessTokens = tokens<never>('access_tokens') as Store['accessTokens'] & { clear(): void }
  const refreshTokens = tokens<never>('refresh_tokens') as Store['refreshTokens'] & { clear(): void }
  const authorizationCodes = createCollection(
    'codes',
    (e: { code: string }) => e.code,
    log,
  ) as Store['authorizationCodes'] & {
    clear(): void
  }
  const all = [accounts, users, meetings, apps, accessTokens, refreshTokens, authorizationCodes]

  function forgetHost(id: number) {
    const host = hostOf.get(id)
    if (host !== undefined) hosts.get(host)?.delete(id)
    hostOf.delete(id)
  }

  return {
    accounts,
    apps,
    accessTokens,
    refreshTokens,
    authorizationCodes,
    users: {
      ...users,
      get size() {
        return users.size
      },
      put(user) {
        const old = users.get(user.id)
        if (old) emails.delete(emailKey(old.accountId, old.email))
        emails.set(emailKey(user.accountId, user.email), user.id)
        users.put(user)
      },
      delete(id) {
        const old = users.get(id)
        if (old) emails.delete(emailKey(old.accountId, old.email))
        return users.delete(id)
      },
    },
    meetings: {
      ...meetings,
      get size() {
        return meetings.size
      },
      put(meeting) {
        if (hostOf.get(meeting.id) !== meeting.hostId) {
          forgetHost(meeting.id)
          const own = hosts.get(meeting.hostId) ?? new Map<number, Meeting>()
          hosts.set(meeting.hostId, own.set(meeting.id, meeting))
          hostOf.set(meeting.id, meeting.hostId)
        } else hosts.get(meeting.hostId)?.set(meeting.id, meeting)
        meetings.put(meeting)
      },
      delete(id) {
        forgetHost(id)
        return meetings.delete(id)
      },
    },
    userByEmail(accountId, email) {
      const id = emails.get(emailKey(accountId, email))
      return id === undefined ? undefined : users.get(id)
    },
    meetingsOfHost: (hostId) => hosts.get(hostId)?.values() ?? [],
    transaction: (work) => log.transaction(work),
    clear() {
      for (const collection of all) collection.clear()
      emails.clear()
      hosts.clear()
      hostOf.clear()
      log.clear()
    },
    close: () => log.close(),
  }
}

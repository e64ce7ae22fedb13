import { readFileSync } from 'node:fs'
import { createApp } from './app.ts'
import type { EmulatorControl } from './control/routes.ts'
import { createMovableClock, type MovableClock } from './domain/clock.ts'
import { EmulatorError } from './domain/emulator-error.ts'
import { fillStore, holdsSeed } from './domain/fill-store.ts'
import { createIds } from './domain/ids.ts'
import { parseSeed, type Seed } from './domain/seed.ts'
import { defaultSwitches } from './domain/switches.ts'
import type { Emulator } from './http/env.ts'
import { type ListenOptions, listen } from './listen.ts'
import type { EmulatorOptions } from './options.ts'
import { createStore } from './storage/memory.ts'
import type { Store } from './storage/store.ts'

/** A running emulator. Dispose of it to free its port. */
export interface RunningEmulator extends AsyncDisposable {
  /** `http://127.0.0.1:4747`, no slash at the end. */
  readonly url: string
  /** The same application without a socket; a path alone is taken from `url`. */
  fetch(input: string | URL | Request, init?: RequestInit): Promise<Response>
  /** `ZOOM_*` for a program in any language, so that it talks to this emulator. */
  readonly env: Readonly<Record<string, string>>
  /** The emulator's time: tokens, starts in the past and page tokens follow it. */
  readonly clock: MovableClock
  readonly control: EmulatorControl
  /** What a person should be told at the start, in sentences; usually nothing. */
  readonly notices: readonly string[]
  close(): Promise<void>
}

/** What the ambient world gives, for `startEmulator` to hand in. */
export interface Ambient {
  readonly now: () => number
  readonly randomBytes: (length: number) => Uint8Array
  readonly after: ListenOptions['after']
  readonly reportBug: NonNullable<EmulatorOptions['onBug']>
}

/** Puts the parts together and listens. */
export async function openEmulator(options: EmulatorOptions, ambient: Ambient): Promise<RunningEmulator> {
  const clock = createMovableClock(options.clock ? () => options.clock?.now() ?? 0 : ambient.now)
  const seedInput = readSeed(options.seed)
  const seed = parseSeed(seedInput, clock.now())
  const { store, notices } = await openStore(options, seed)
  const control: EmulatorControl = {
    clock,
    reset() {
      clock.reset()
      store.clear()
      fillStore(store, parseSeed(seedInput, clock.now()))
    },
  }
  let url = ''
  const emulator: Emulator = {
    store,
    clock,
    ids: createIds(options.randomBytes ?? ambient.randomBytes),
    switches: { ...defaultSwitches, ...options.switches },
    baseUrl: () => url,
  }
  const host = options.host ?? '127.0.0.1'
  const app = createApp(emulator, {
    control,
    allowHosts: [...(options.allowHosts ?? []), host],
    onBug: options.onBug ?? ambient.reportBug,
  })
  const trackingId = createTrackingIds(emulator.ids.secret(12))
  let listening: Awaited<ReturnType<typeof listen>>
  try {
    const { port = 0, portFallback = false } = options
    listening = await listen((request) => app.fetch(request), trackingId, {
      host,
      port,
      portFallback,
      after: ambient.after,
    })
  } catch (error) {
    store.close()
    throw error
  }
  url = `http://${nameOf(host)}:${listening.port}`
  const close = async () => {
    await listening.close()
    store.close()
  }
  let closing: Promise<void> | undefined
  const closeOnce = () => {
    closing ??= close()
    return closing
  }
  return {
    url,
    async fetch(input, init) {
      const request = input instanceof Request ? new Request(input, init) : new Request(new URL(input, url), init)
      const response = await app.fetch(request)
      response.headers.set('x-zm-trackingid', trackingId())
      return response
    },
    env: environmentOf(store, url),
    clock,
    control,
    notices: isLoopback(host)
      ? notices
      : [...notices, `The emulator listens on ${host}: other machines can reach it, and it has no real passwords.`],
    close: closeOnce,
    [Symbol.asyncDispose]: closeOnce,
  }
}

function readSeed(seed: EmulatorOptions['seed'] = {}): unknown {
  if (typeof seed !== 'string' && !(seed instanceof URL)) return seed
  const file = typeof seed === 'string' && seed.startsWith('file:') ? new URL(seed) : seed
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new EmulatorError('seed_invalid', `The seed file ${seed} cannot be read as JSON: ${reason}`, { cause: error })
  }
}

/** A file that holds an account is taken as it is: a seed is for an empty one. */
async function openStore(options: EmulatorOptions, seed: Seed): Promise<{ store: Store; notices: string[] }> {
  const { data } = options
  if (data === undefined) {
    const store = createStore()
    fillStore(store, seed)
    return { store, notices: [] }
  }
  // node:sqlite costs some of the first milliseconds, which a store in memory need not pay.
  const { openWriteLog } = await import('./storage/sqlite.ts')
  const { log, stored } = openWriteLog(data)
  const store = createStore(log, stored())
  if (store.accounts.size === 0) {
    fillStore(store, seed)
    return { store, notices: [] }
  }
  if (options.seed === undefined || holdsSeed(store, seed)) return { store, notices: [] }
  const ids = [...store.accounts.values()].map(({ id }) => id).join(', ')
  const notice = `${data} already holds account ${ids} with ${store.users.size} users and ${store.meetings.size} meetings, and the seed says something else: the file counts, the seed was not used. Delete the file or reset the emulator to begin with the seed.`
  return { store, notices: [notice] }
}

/** One a request, so made by counting: a random one would cost more than many an answer. */
function createTrackingIds(prefix: string): () => string {
  let count = 0
  return () => `v=2.0;clid=emulated;rid=${prefix}-${++count}`
}

function environmentOf(store: Store, url: string): Record<string, string> {
  const app = [...store.apps.values()].find(({ type }) => type === 'server_to_server')
  return {
    ...(app && { ZOOM_ACCOUNT_ID: app.accountId, ZOOM_CLIENT_ID: app.clientId, ZOOM_CLIENT_SECRET: app.clientSecret }),
    ZOOM_API_URL: `${url}/v2`,
    ZOOM_OAUTH_URL: `${url}/oauth`,
  }
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\./.test(host)
}

/** The name in links: where the emulator listens on every address, the loopback one. */
function nameOf(host: string): string {
  if (host === '0.0.0.0' || host === '') return '127.0.0.1'
  if (host === '::') return '[::1]'
  return host.includes(':') ? `[${host}]` : host
}

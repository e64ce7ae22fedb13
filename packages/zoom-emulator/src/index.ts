import { randomBytes } from 'node:crypto'
import { createApp } from './app.ts'
import { createMovableClock, type MovableClock } from './domain/clock.ts'
import { createIds } from './domain/ids.ts'
import { defaultSwitches, type Switches } from './domain/switches.ts'
import { listen } from './listen.ts'
import { createStore } from './storage/memory.ts'

export interface EmulatorOptions {
  /** Port on loopback; 0 (the default) takes any free one. */
  port?: number
  /** Where nobody knows how Zoom behaves, choose. */
  switches?: Partial<Switches>
}

/** A running emulator. Dispose of it to free its port. */
export interface RunningEmulator extends AsyncDisposable {
  readonly url: string
  /** The same application without a socket. */
  fetch(input: string | URL | Request, init?: RequestInit): Promise<Response>
  /** `ZOOM_*` for a program in any language, so that it talks to this emulator. */
  readonly env: Readonly<Record<string, string>>
  readonly clock: MovableClock
  close(): Promise<void>
}

/** Starts a Zoom on loopback. */
export async function startEmulator(options: EmulatorOptions = {}): Promise<RunningEmulator> {
  const clock = createMovableClock(() => Date.now())
  const store = createStore()
  const ids = createIds((length) => randomBytes(length))
  let url = ''
  const app = createApp({
    store,
    clock,
    ids,
    switches: { ...defaultSwitches, ...options.switches },
    baseUrl: () => url,
  })
  store.accounts.put({
    id: 'demo-account',
    name: 'Demo',
    plan: 'business',
    timeZone: 'UTC',
    language: 'en-US',
    ownerId: 'owner',
  })
  store.apps.put({
    type: 'server_to_server',
    clientId: 'demo-client',
    clientSecret: 'demo-secret',
    accountId: 'demo-account',
    name: 'Demo',
  })
  store.users.put({
    id: 'owner',
    accountId: 'demo-account',
    email: 'owner@example.com',
    firstName: 'Olive',
    lastName: 'Owner',
    displayName: 'Olive Owner',
    type: 2,
    status: 'active',
    timeZone: 'Asia/Taipei',
    language: 'en-US',
    pmi: 5_000_000_001,
    roleId: '0',
    department: '',
    assistantIds: [],
    createdAt: clock.now(),
  })
  const listening = await listen((request) => app.fetch(request), { host: '127.0.0.1', port: options.port ?? 0 })
  url = listening.url
  const close = async () => {
    await listening.close()
    store.close()
  }
  return {
    url,
    fetch: async (input, init) => app.request(input instanceof Request ? input : new URL(input, url).href, init),
    env: {
      ZOOM_ACCOUNT_ID: 'demo-account',
      ZOOM_CLIENT_ID: 'demo-client',
      ZOOM_CLIENT_SECRET: 'demo-secret',
      ZOOM_API_URL: `${url}/v2`,
      ZOOM_OAUTH_URL: `${url}/oauth`,
    },
    clock,
    close,
    [Symbol.asyncDispose]: close,
  }
}

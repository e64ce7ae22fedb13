import { createApp } from './app.ts'
import type { EmulatorControl } from './control/control.ts'
import { createFaultControl, createJournalControl } from './control/create-control.ts'
import { createLifeControl } from './control/life.ts'
import { reportLimits } from './control/report-limits.ts'
import { chooseSwitches } from './domain/choose-switches.ts'
import { createMovableClock, type MovableClock } from './domain/clock.ts'
import { createEvents } from './domain/events.ts'
import { fillStore } from './domain/fill-store.ts'
import { createIds } from './domain/ids.ts'
import { createLimits } from './domain/limits/limits.ts'
import { createListLag } from './domain/list-lag.ts'
import { parseSeed } from './domain/seed.ts'
import { secretTokenOf } from './domain/webhook-signature.ts'
import { ConnectionCut, fetchCut } from './faults/connection-cut.ts'
import { createFaults } from './faults/faults.ts'
import { isLoopback, nameInLinks } from './http/addresses.ts'
import type { Emulator } from './http/env.ts'
import { createJournal } from './journal/journal.ts'
import { type ListenOptions, listen } from './listen.ts'
import { openStore } from './open-store.ts'
import type { EmulatorOptions } from './options.ts'
import { readSeedInput } from './read-seed-input.ts'
import { watchRunning } from './routes/life/act.ts'
import type { Store } from './storage/store.ts'
import type { Deliver } from './webhooks/send.ts'
import { createWebhooks } from './webhooks/webhooks.ts'

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
  readonly fetch: Deliver
  /** Real time in ms from any beginning, finer than `now`. */
  readonly stopwatch: () => number
  readonly reportBug: NonNullable<EmulatorOptions['onBug']>
}

const defaultJournalSize = 1_000

/** Puts the parts together and listens. */
export async function openEmulator(options: EmulatorOptions, ambient: Ambient): Promise<RunningEmulator> {
  const { clock: source } = options
  const clock = createMovableClock({ now: source ? () => source.now() : ambient.now, after: ambient.after })
  const switches = chooseSwitches(options.switches ?? {})
  const seedInput = readSeedInput(options.seed ?? {})
  const seed = parseSeed(seedInput, clock.now())
  const { store, notices } = await openStore(options, seed)
  let url = ''
  const emulator: Emulator = {
    store,
    clock,
    timers: clock,
    events: createEvents(),
    ids: createIds(options.randomBytes ?? ambient.randomBytes),
    limits: createLimits(switches),
    journal: createJournal(options.journalSize ?? defaultJournalSize, ambient.stopwatch),
    faults: createFaults(),
    listLag: createListLag(),
    switches,
    baseUrl: () => url,
  }
  const webhooks = createWebhooks({
    ...emulator,
    places: { allowHosts: options.webhookHosts ?? [], isInProcess: options.deliver !== undefined },
    deliver: options.deliver ?? ambient.fetch,
    after: ambient.after,
  })
  const control: EmulatorControl = {
    clock,
    life: createLifeControl(emulator),
    reset() {
      clock.reset()
      for (const part of [emulator.limits, emulator.journal, emulator.faults, emulator.listLag]) part.clear()
      store.clear()
      fillStore(store, parseSeed(seedInput, clock.now()))
      webhooks.restart()
    },
    webhooks,
    faults: createFaultControl(emulator),
    journal: createJournalControl(emulator),
    limits: () => reportLimits(emulator),
  }
  watchRunning(emulator)
  const host = options.host ?? '127.0.0.1'
  const app = createApp(emulator, {
    control,
    allowHosts: [...(options.allowHosts ?? []), host],
    onReply: options.onReply,
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
  url = `http://${nameInLinks(host)}:${listening.port}`
  const close = async () => {
    webhooks.stop()
    clock.stop()
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
      const signal = init?.signal ?? (input instanceof Request ? input.signal : undefined)
      const response = await fetchInProcess(request, signal, app.fetch)
      response.headers.set('x-zm-trackingid', trackingId())
      return response
    },
    get env() {
      return environmentOf(store, url)
    },
    clock,
    control,
    notices: isLoopback(host)
      ? notices
      : [...notices, `The emulator listens on ${host}: other machines can reach it, and it has no real passwords.`],
    close: closeOnce,
    [Symbol.asyncDispose]: closeOnce,
  }
}

/** Answers as a `fetch` with a socket would: a cut connection and an aborted signal reject. */
async function fetchInProcess(
  request: Request,
  signal: AbortSignal | null | undefined,
  answerTo: (request: Request) => Response | Promise<Response>,
): Promise<Response> {
  signal?.throwIfAborted()
  try {
    const answer = answerTo(request)
    return await (signal ? Promise.race([answer, rejectedBy(signal)]) : answer)
  } catch (error) {
    if (error instanceof ConnectionCut) return fetchCut(error)
    throw error
  }
}

function rejectedBy(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason), { once: true }))
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
    ...(app && { ZOOM_WEBHOOK_SECRET_TOKEN: secretTokenOf(app) }),
  }
}

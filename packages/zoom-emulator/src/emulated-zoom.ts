import { type App, createApp } from './app.ts'
import type { AccountControl, EmulatorControl } from './control/control.ts'
import { createFaultControl, createJournalControl } from './control/create-control.ts'
import { createLifeControl } from './control/life.ts'
import { createPortalControl } from './control/portal.ts'
import { reportLimits } from './control/report-limits.ts'
import { environmentOf } from './domain/app-environment.ts'
import { chooseSwitches } from './domain/choose-switches.ts'
import { type ClockSource, createMovableClock } from './domain/clock.ts'
import { createEvents } from './domain/events.ts'
import { fillStore } from './domain/fill-store.ts'
import { createFixedBytes } from './domain/fixed-bytes.ts'
import { createIds } from './domain/ids.ts'
import { createLimits } from './domain/limits/limits.ts'
import { createListLag } from './domain/list-lag.ts'
import { parseSeed } from './domain/seed.ts'
import { createFaults } from './faults/faults.ts'
import type { Emulator } from './http/env.ts'
import type { Respond } from './http/router.ts'
import { createTrackingIds } from './http/tracking-ids.ts'
import { createWriteLocks } from './http/write-locks.ts'
import { TextResponse } from './in-process/text-response.ts'
import { createJournal } from './journal/journal.ts'
import type { ListenOptions } from './listen.ts'
import { openStore } from './open-store.ts'
import type { EmulatorOptions } from './options.ts'
import { readSeedInput } from './read-seed-input.ts'
import { watchRunning } from './routes/life/act.ts'
import { watchMeetings } from './routes/live-meetings/watch.ts'
import type { Deliver } from './webhooks/send.ts'
import { createWebhooks } from './webhooks/webhooks.ts'

/** What the surroundings give, for `startEmulator` to hand in. */
export interface Ambient {
  readonly now: () => number
  readonly randomBytes: (length: number) => Uint8Array
  readonly after: ListenOptions['after']
  readonly fetch: Deliver
  /** Real time in ms from any beginning, finer than `now`. */
  readonly stopwatch: () => number
  readonly reportBug: NonNullable<EmulatorOptions['onBug']>
}

/** One Zoom with all that is its own; one server can hold many. */
export interface EmulatedZoom {
  readonly app: App
  readonly control: EmulatorControl
  readonly notices: readonly string[]
  env(): Readonly<Record<string, string>>
  /** The next answer's `x-zm-trackingid`. */
  trackingId(): string
  /** Nothing happens in it any more. */
  stop(): void
  /** Lets go of its file. */
  close(): void
}

/** Where it stands on its server. */
export interface ZoomPlace {
  /** Where people reach it, no slash at the end. */
  readonly baseUrl: () => string
  /** What comes before every path: nothing, or `/@name`. */
  readonly prefix: string
  readonly accounts: AccountControl
}

const defaultJournalSize = 1_000

/** Time from the caller's source; what that lacks stays the machine's. */
function timeFrom(source: ClockSource, { after, stopwatch }: Ambient): Pick<Ambient, 'now' | 'after' | 'stopwatch'> {
  const now = () => source.now()
  if (!source.after) return { now, after, stopwatch }
  return { now, after: source.after.bind(source), stopwatch: now }
}

const respond: Respond = (body, status, headers) => new Response(body, { status, headers })

/** Only where no server writes the answers, which has a quick way of its own for the standard's. */
const respondInProcess: Respond = (body, status, headers) =>
  body === null
    ? respond(body, status, headers)
    : new TextResponse(body, status, { ...headers, 'content-length': String(Buffer.byteLength(body)) })

/** Puts its parts together. */
export async function openEmulatedZoom(
  options: EmulatorOptions,
  { baseUrl, prefix, accounts }: ZoomPlace,
  ambient: Ambient,
): Promise<EmulatedZoom> {
  const { clock: source, randomSeed } = options
  const { now, after, stopwatch } = source ? timeFrom(source, ambient) : ambient
  const clock = createMovableClock({ now, after })
  const switches = chooseSwitches(options.switches ?? {})
  const fixed = randomSeed === undefined ? undefined : createFixedBytes(randomSeed)
  let seedInput = readSeedInput(options.seed ?? {})
  const { store, notices } = await openStore(options, parseSeed(seedInput, clock.now()))
  const emulator: Emulator = {
    store,
    clock,
    timers: clock,
    events: createEvents(),
    ids: createIds(fixed?.take ?? options.randomBytes ?? ambient.randomBytes),
    limits: createLimits(switches),
    journal: createJournal(options.journalSize ?? defaultJournalSize, stopwatch),
    faults: createFaults(),
    listLag: createListLag(),
    userLocks: createWriteLocks(clock, switches),
    switches,
    baseUrl,
  }
  const webhooks = createWebhooks({
    ...emulator,
    places: { allowHosts: options.webhookHosts ?? [], isInProcess: options.deliver !== undefined },
    deliver: options.deliver ?? ambient.fetch,
    after,
  })
  const trackingIds = createTrackingIds(emulator.ids.secret(12))
  // With a file that is kept, links go on working after a restart as long as they were to.
  const linkSecret = store.secrets.get('links') ?? { name: 'links', value: emulator.ids.secret(32) }
  store.secrets.put(linkSecret)
  const begin = (input: unknown) => {
    const seed = parseSeed(input, clock.now())
    const { limits, journal, faults, listLag, userLocks } = emulator
    // What was due was about things that are gone, and with a fixed seed new ones have their ids.
    for (const part of [clock, limits, journal, faults, listLag, userLocks]) part.clear()
    store.clear()
    if (fixed) {
      fixed.restart()
      trackingIds.restart()
    }
    fillStore(store, seed)
    store.secrets.put(linkSecret)
    webhooks.restart()
  }
  const control: EmulatorControl = {
    clock,
    life: createLifeControl(emulator),
    portal: createPortalControl(emulator),
    reset() {
      clock.reset()
      begin(seedInput)
    },
    seed(given) {
      const input = readSeedInput(given)
      begin(input)
      seedInput = input
    },
    webhooks,
    faults: createFaultControl(emulator),
    journal: createJournalControl(emulator),
    limits: () => reportLimits(emulator),
    accounts,
  }
  watchRunning(emulator)
  // After the webhooks, so that a subscriber hears of a meeting's start before it hears of what begins with it.
  watchMeetings(emulator)
  const app = createApp(emulator, {
    control,
    linkSecret: linkSecret.value,
    prefix,
    allowHosts: [...(options.allowHosts ?? []), options.host ?? '127.0.0.1'],
    respond: options.listen === false ? respondInProcess : respond,
    onReply: options.onReply,
    onBug: options.onBug ?? ambient.reportBug,
  })
  // What the parts took for their own secrets does not count.
  fixed?.restart()
  return {
    app,
    control,
    notices,
    trackingId: trackingIds.next,
    env() {
      const app = [...store.apps.values()].find(({ type }) => type === 'server_to_server')
      return environmentOf(app, baseUrl())
    },
    stop() {
      webhooks.stop()
      clock.clear()
    },
    close: () => store.close(),
  }
}

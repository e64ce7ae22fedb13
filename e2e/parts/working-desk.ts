import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import {
  type Booking,
  bookMeeting,
  type Desk,
  type LeasedMessage,
  type MessageEnd,
  parseWish,
  type Store,
} from '@convene/booking'
import { openSqliteStore } from '@convene/booking/storage/sqlite'
import { createZoomClient, optionsFromEnvironment, type ZoomClient } from '@convene/zoom'
import { createMeetingKeeper, type Journal, type MeetingKeeper } from '@convene/zoom/ensure'
import { createMemoryLimitStore, createScheduler } from '@convene/zoom/limits'
import { type RunningEmulator, startEmulator } from '@convene/zoom-emulator'
import { createBudgets } from '../../apps/server/src/adapters/budgets.ts'
import { createPlanner } from '../../apps/server/src/adapters/planner.ts'
import { createLog } from '../../apps/server/src/log.ts'
import { createWorkers, type DeskWorkers } from '../../apps/server/src/workers/workers.ts'
import { hostOf, memberOf } from '../../packages/booking/test/store-contract/desk-data.ts'
import { realAmbient } from '../../packages/zoom/src/http/ambient.ts'
import { createVirtualTime, type VirtualTime } from '../../packages/zoom/test/virtual-time.ts'

export const thursday: number = Date.parse('2026-12-17T08:00:00Z')

/** A place for a desk's database, and the form of safe creation's journal on it. */
export interface DeskHome extends AsyncDisposable {
  open(): Promise<Store>
  journalOver(connection: unknown): Journal
}

/** A desk with its workers on an emulated Zoom, in a time that nobody waits for. */
export interface WorkingDesk extends AsyncDisposable {
  readonly time: VirtualTime
  readonly store: Store
  readonly desk: Desk
  readonly keeper: MeetingKeeper
  readonly zoom: ZoomClient
  readonly emulator: RunningEmulator
  /** What was handed to the mailer: kind and booking. */
  readonly mails: string[]
  /** Lines of the log from `warn` on. */
  readonly complaints: string[]
  /** What the mailer answers. */
  answer: (message: LeasedMessage) => MessageEnd
  run<Result>(work: Promise<Result>): Promise<Result>
  /** Lets workers, those of a process of their own, work for so long. */
  work(ms: number): Promise<void>
  /** Books for `mei`. */
  book(wish: object): Promise<string>
  booking(id: string): Promise<Booking>
}

/** Hosts `a` (Mei's user) and `b` (Kenji's) of the pool, and the members `mei`, `ken` and the administrator `root`. */
export async function openWorkingDesk(home: DeskHome): Promise<WorkingDesk> {
  const time = createVirtualTime(thursday)
  const emulator = await startEmulator({
    listen: false,
    clock: { now: time.now, after: (ms, run) => time.setTimer(ms, run) },
    randomSeed: 1,
  })
  const store = inTime(time, await home.open())
  const ambient = {
    ...time,
    sha256: (text: string) => time.hold(realAmbient.sha256(text)),
    hmacSha256: (key: string, text: string) => time.hold(realAmbient.hmacSha256(key, text)),
    fetch: (url: string, init: object) => time.hold(emulator.fetch(url, { ...init } as RequestInit)),
  }
  const limits = createMemoryLimitStore()
  const scheduler = createScheduler({ plan: 'business', store: limits, ambient })
  const zoom = createZoomClient({ ...optionsFromEnvironment(emulator.env), ambient, scheduler })
  const journal = journalOnStore(store, home)
  let workers: DeskWorkers | undefined
  const keeper = createMeetingKeeper({ zoom, journal, ambient, onStatus: ({ key }) => workers?.noticed(key) })
  let ids = 0
  const desk: Desk = {
    store,
    planner: createPlanner({ keeper, journalOver: home.journalOver, now: time.now }),
    budgets: createBudgets({ limits, store }),
    now: time.now,
    createId: () => `id-${String(++ids).padStart(4, '0')}`,
  }
  const working: WorkingDesk = {
    time,
    store,
    desk,
    keeper,
    zoom,
    emulator,
    mails: [],
    complaints: [],
    answer: () => 'sent',
    run: (work) => time.run(work),
    async work(ms) {
      const stopping = new AbortController()
      workers = createWorkers({
        config: { retention: { bookings: 90, audit: 365 } } as never,
        store,
        desk,
        keeper,
        zoom,
        journal,
        clock: time,
        log: createLog({ level: 'warn', now: time.now, write: (line) => void working.complaints.push(line) }),
        news: { wake() {}, listen: () => () => {}, close() {} },
        mailer: {
          async send(message) {
            working.mails.push(`${message.kind} ${message.body.bookingId}`)
            return working.answer(message)
          },
        },
      })
      const running = workers.run(stopping.signal)
      await time.run(time.wait(ms))
      stopping.abort()
      await time.run(running)
      workers = undefined
    },
    async book(wish) {
      const request = { memberId: 'mei', key: desk.createId(), hash: '' }
      return (await time.run(bookMeeting(desk, request, parseWish(wish)))).id
    },
    async booking(id) {
      const booking = await time.run(store.read(({ bookings }) => bookings.find(id)))
      if (booking === undefined) throw new Error(`There is no booking ${id}.`)
      return booking
    },
    async [Symbol.asyncDispose]() {
      await store[Symbol.asyncDispose]()
      await emulator[Symbol.asyncDispose]()
      await home[Symbol.asyncDispose]()
    },
  }
  await time.run(
    store.transaction(async ({ hosts, members, policies }) => {
      for (const id of ['mei', 'ken']) await members.save(memberOf(id))
      await members.save(memberOf('root', { role: 'admin' }))
      const lane = { lanes: 1, bufferAfter: 0, timeZone: 'UTC' }
      await hosts.save(hostOf('a', { ...lane, zoomUser: 'mei@example.com', capacity: 100 }))
      await hosts.save(hostOf('b', { ...lane, zoomUser: 'kenji@example.com', capacity: 300 }))
      await policies.set({ ...(await policies.get()), pool: { confirmedBy: 'root', confirmedAt: thursday } })
    }),
  )
  await time.run(journal.nextDueAt())
  return working
}

/** What the store does has to end before the clock may go on. */
function inTime(time: VirtualTime, store: Store): Store {
  return {
    transaction: (work) => time.hold(store.transaction(work)),
    read: (work) => time.hold(store.read(work)),
    leaseMessages: (...asked) => time.hold(store.leaseMessages(...asked)),
    endMessage: (...ended) => time.hold(store.endMessage(...ended)),
    [Symbol.asyncDispose]: () => store[Symbol.asyncDispose](),
  }
}

function journalOnStore(store: Store, { journalOver }: DeskHome): Journal {
  const step =
    (name: keyof Journal) =>
    (...values: never[]) =>
      store.transaction(({ connection }) =>
        (journalOver(connection)[name] as (...given: never[]) => Promise<unknown>)(...values),
      )
  const names: readonly (keyof Journal)[] = [
    'secret',
    'add',
    'find',
    'findByTag',
    'findByMeeting',
    'findLost',
    'save',
    'claim',
    'nextDueAt',
    'watch',
    'claimHost',
    'saveHost',
    'findHost',
    'learnHost',
  ]
  return Object.fromEntries(names.map((name) => [name, step(name)])) as unknown as Journal
}

/** A SQLite file of its own. */
export function sqliteHome(createJournal: (connection: DatabaseSync) => Journal): DeskHome {
  const folder = mkdtempSync(join(tmpdir(), 'convene-desk-'))
  const journals = new WeakMap<object, Journal>()
  return {
    open: () => openSqliteStore({ file: join(folder, 'desk.db') }),
    journalOver(connection) {
      const key = connection as DatabaseSync
      const known = journals.get(key) ?? createJournal(key)
      journals.set(key, known)
      return known
    },
    [Symbol.asyncDispose]: async () => rmSync(folder, { recursive: true }),
  }
}

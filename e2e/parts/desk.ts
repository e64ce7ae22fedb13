/**
 * The whole network of the booking desk: an emulated Zoom, a database of either engine, a mail server, and desks in this process or in
 * processes of their own, all in one time that the test has leap.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Host, type Member, noPolicies, type Policies, type Store } from '@convene/booking'
import { openPostgresStore } from '@convene/booking/storage/postgres'
import { openSqliteStore } from '@convene/booking/storage/sqlite'
import { configFromEnvironment, type RunningDesk, realAmbient, startDesk } from '@convene/server'
import { createZoomClient, optionsFromEnvironment, type ZoomClient } from '@convene/zoom'
import { type EmulatorOptions, type RunningEmulator, startEmulator } from '@convene/zoom-emulator'
import { beginSession } from '../../apps/server/src/sign-in/sessions.ts'
import { hostOf, memberOf } from '../../packages/booking/test/store-contract/desk-data.ts'
import { NODE_COMPILE_CACHE } from './compile-cache.ts'
import { createDeskCaller, type DeskCaller } from './desk-caller.ts'
import { createDeskDatabase } from './desk-database.ts'
import type { DeskOrder, DeskReport } from './desk-program.ts'
import { type LeapingTime, startLeapingTime } from './leaping-time.ts'
import { type MailPeer, startMailPeer } from './mail-peer.ts'
import type { PostgresServer } from './postgres.ts'

export interface DeskNetworkOptions {
  /** Where PostgreSQL is; without it a SQLite file. */
  readonly postgres?: PostgresServer | undefined
  /** 2026-12-17T08:00Z, a Thursday, unless somebody says otherwise. */
  readonly startAt?: string
  /** Of the pool: `host-1@example.com`, … */
  readonly hosts?: readonly Partial<Host>[]
  readonly members?: readonly Partial<Member>[]
  readonly policies?: Partial<Policies>
  readonly emulator?: Omit<EmulatorOptions, 'clock' | 'seed'>
  /** Settings of each desk beside those of the network. */
  readonly settings?: Readonly<Record<string, string>>
}

/** A desk in a process of its own. */
export interface DeskProcess {
  readonly url: string
  /** Ends it at this instant, in the middle of whatever it does. */
  kill(): Promise<void>
  /** Asks it to stop, and gives the code with which it ends. */
  stop(): Promise<number | null>
}

export interface DeskNetwork extends AsyncDisposable {
  readonly time: LeapingTime
  readonly zoom: RunningEmulator
  /** A person's look at Zoom, past the desk. */
  readonly client: ZoomClient
  readonly mail: MailPeer
  /** A look into the database, past the desks. */
  readonly store: Store
  /** The address of the database, as settings have it. */
  readonly database: string
  /** A desk in this process. */
  startDesk(settings?: Readonly<Record<string, string>>): Promise<RunningDesk>
  startProcess(settings?: Readonly<Record<string, string>>): Promise<DeskProcess>
  /** Signs a member in. */
  signIn(memberId: string, url: string): Promise<DeskCaller>
  /** So much time passes, for everybody. */
  leap(ms: number): void
  /** Looks until it is so, with as many leaps of so many milliseconds between as it takes. */
  until(isSo: () => boolean | Promise<boolean>, options?: { readonly leapMs?: number }): Promise<void>
}

const program = fileURLToPath(new URL('desk-program.ts', import.meta.url))
/** Long enough for a step of a desk on a machine under load, between two leaps. */
const lookEveryMs = 40
const looksPerLeap = 12
/** In ms of the machine. */
const patienceMs = 60_000

const root: Member = memberOf('root', { name: 'Root', role: 'admin', language: 'en', timeZone: 'UTC' })

export async function openDeskNetwork(options: DeskNetworkOptions = {}): Promise<DeskNetwork> {
  const { postgres, startAt = '2026-12-17T08:00:00Z', hosts = [{}], members = [{ id: 'mei' }] } = options
  await using opening = new AsyncDisposableStack()
  const folder = mkdtempSync(join(tmpdir(), 'convene-desk-'))
  opening.defer(() => rmSync(folder, { recursive: true, force: true }))
  const database = postgres ? await createDeskDatabase(postgres) : join(folder, 'desk.db')
  const time = startLeapingTime(Date.parse(startAt))
  const mail = opening.use(await startMailPeer())
  const pool = hosts.map((host, index) =>
    hostOf(host.id ?? `host-${index + 1}`, {
      zoomUser: `host-${index + 1}@example.com`,
      plan: 'pro',
      lanes: 1,
      capacity: 100,
      timeZone: 'UTC',
      bufferAfter: 0,
      ...host,
    }),
  )
  const zoom = opening.use(
    await startEmulator({
      ...options.emulator,
      clock: time.clock,
      seed: { users: pool.map(({ zoomUser, name }) => ({ email: zoomUser, display_name: name })) },
    }),
  )
  const client = createZoomClient({ ...optionsFromEnvironment(zoom.env), ambient: { now: time.now } })
  const store = opening.use(
    await (postgres ? openPostgresStore({ connectionString: database }) : openSqliteStore({ file: database })),
  )
  await store.transaction(async (transaction) => {
    for (const host of pool) await transaction.hosts.save(host)
    for (const { id = '', ...member } of members)
      await transaction.members.save(memberOf(id, { language: 'en', timeZone: 'UTC', ...member }))
    await transaction.members.save(root)
    const pooled = { confirmedBy: root.id, confirmedAt: time.now() }
    await transaction.policies.set({ ...noPolicies, pool: pooled, ...options.policies })
  })
  const environment = {
    ...zoom.env,
    CONVENE_DATABASE: database,
    PORT: '0',
    DESK_NAME: 'Desk of the tests',
    ZOOM_PLAN: 'business',
    SMTP_URL: mail.url,
    MAIL_FROM: 'desk@example.org',
    LOG_LEVEL: 'error',
    ...options.settings,
  }

  const processes = new Set<ChildProcess>()
  opening.defer(async () => {
    await Promise.all([...processes].map((child) => end(child, 'SIGKILL')))
  })
  const leap = (ms: number): void => {
    time.leap(ms)
    for (const child of processes) if (child.connected) child.send({ leapMs: ms } satisfies DeskOrder)
  }
  const network: Omit<DeskNetwork, typeof Symbol.asyncDispose> = {
    time,
    zoom,
    client,
    mail,
    store,
    database,
    startDesk: async (settings) =>
      opened.use(
        await startDesk(
          configFromEnvironment({ ...environment, ...settings }, { isDemo: settings?.IS_DEMO === 'yes' }),
          {
            ...realAmbient,
            now: time.now,
            setTimer: time.setTimer,
          },
        ),
      ),
    async startProcess(settings) {
      const child = spawn(process.execPath, [program], {
        env: {
          ...process.env,
          ...environment,
          ...settings,
          DESK_TIME: String(time.now()),
          NODE_COMPILE_CACHE,
        },
        stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      })
      processes.add(child)
      child.once('exit', () => processes.delete(child))
      const [report] = (await Promise.race([once(child, 'message'), once(child, 'exit')])) as [
        DeskReport | number | null,
      ]
      if (typeof report !== 'object' || report === null) throw new Error('The desk ended before it listened.')
      return {
        url: report.url,
        kill: async () => void (await end(child, 'SIGKILL')),
        stop: () => end(child, 'SIGTERM'),
      }
    },
    async signIn(memberId, url) {
      const parts = { clock: time, createId: randomUUID, randomBytes }
      const token = await store.transaction(async (transaction) => {
        const member = await transaction.members.find(memberId)
        if (member === undefined) throw new Error(`There is no member ${memberId}.`)
        return beginSession(transaction, parts, { member, way: 'link', before: undefined })
      })
      return createDeskCaller(url, token)
    },
    leap,
    async until(isSo, { leapMs } = {}) {
      const endAt = Date.now() + patienceMs
      for (let looks = 1; !(await isSo()); looks++) {
        if (Date.now() > endAt) throw new Error('It was never so.')
        if (leapMs !== undefined && looks % looksPerLeap === 0) leap(leapMs)
        await new Promise((resolve) => setTimeout(resolve, lookEveryMs))
      }
    },
  }
  const opened = opening.move()
  return { ...network, [Symbol.asyncDispose]: () => opened.disposeAsync() }
}

async function end(child: ChildProcess, signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) {
    child.kill(signal)
    await once(child, 'exit')
  }
  return child.exitCode
}

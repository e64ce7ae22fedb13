/** The whole network of the desk's page: a browser, the desk with its database in a file, and the emulator. */
import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bookMeeting, type Host, type Member, noPolicies, type Policies, type Wish } from '@convene/booking'
import { configFromEnvironment, type RunningDesk, realAmbient, startDesk } from '@convene/server'
import { type RunningEmulator, startEmulator } from '@convene/zoom-emulator'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { beginSession } from '../../apps/server/src/sign-in/sessions.ts'
import { createDeskCaller } from './desk-caller.ts'

export interface PageDeskOptions {
  readonly browser: Browser
  /** Three of the pool, for a hundred people each, unless said. */
  readonly hosts?: readonly Partial<Host>[]
  readonly policies?: Partial<Policies>
  readonly env?: Readonly<Record<string, string>>
  /** A desk at its very first start: no demo, and no members. */
  readonly isNew?: boolean
}

export interface PageDesk extends AsyncDisposable {
  readonly desk: RunningDesk
  readonly emulator: RunningEmulator
  /** Opens a page of the desk in a browser of its own, as a member or as nobody. */
  open(who: DeskPerson | undefined, path: string, options?: BrowserContextOptions): Promise<DeskTab>
  /** Books without the page. */
  book(who: DeskPerson, wish: Partial<Wish> & Pick<Wish, 'start'>): Promise<string>
}

export interface DeskTab extends AsyncDisposable {
  readonly tab: Page
  /** Scripts that failed, what a policy of the page blocked, and requests to another host than the desk. */
  readonly failures: readonly string[]
}

/** `mei` books, `ken` is a manager, `ada` an administrator; what `tomas` books has to be approved. */
export type DeskPerson = 'mei' | 'ken' | 'ada' | 'tomas'

const people: Readonly<Record<DeskPerson, Pick<Member, 'name' | 'role' | 'needsApproval'>>> = {
  mei: { name: '林美玲', role: 'member', needsApproval: false },
  ken: { name: 'Ken Adams', role: 'manager', needsApproval: false },
  ada: { name: 'Ada König', role: 'admin', needsApproval: false },
  tomas: { name: 'Tomás Ruiz', role: 'member', needsApproval: true },
}

/** In which all of them live, and the browser too. */
export const timeZone = 'Asia/Taipei'

/** A demo desk with people whom everybody knows. */
export async function startPageDesk({
  browser,
  hosts = [{}, {}, {}],
  isNew = false,
  ...options
}: PageDeskOptions): Promise<PageDesk> {
  await using starting = new AsyncDisposableStack()
  const folder = await mkdtemp(join(tmpdir(), 'convene-desk-'))
  starting.defer(() => rm(folder, { recursive: true, force: true }))
  const kept = hosts.map((its, index) => hostOf(index + 1, its))
  const emulator = starting.use(
    await startEmulator({ seed: { users: kept.map(({ email }) => ({ email, type: 2, timezone: timeZone })) } }),
  )
  const config = configFromEnvironment(
    {
      ...emulator.env,
      PORT: '0',
      CONVENE_DATABASE: join(folder, 'desk.db'),
      DESK_NAME: 'Desk of the school',
      TIME_ZONE: timeZone,
      LOG_LEVEL: 'error',
      ...options.env,
    },
    { isDemo: !isNew },
  )
  const desk = starting.use(await startDesk(config, realAmbient))
  const { store } = desk.context
  await store.transaction(async (transaction) => {
    for (const host of kept) await transaction.hosts.save(host)
    for (const [id, its] of isNew ? [] : Object.entries(people))
      await transaction.members.save({
        id,
        email: `${id}@example.com`,
        language: 'en',
        timeZone,
        isActive: true,
        ...its,
      })
    if (isNew) return
    const pool = { confirmedBy: 'ada', confirmedAt: realAmbient.now() }
    await transaction.policies.set({ ...noPolicies, timeZone, pool, ...options.policies })
  })
  const signIn = async (who: DeskPerson) => {
    const token = await store.transaction(async (transaction) => {
      const member = await transaction.members.find(who)
      if (member === undefined) throw new Error(`There is no member ${who}.`)
      const parts = { clock: realAmbient, createId: randomUUID, randomBytes }
      return beginSession(transaction, parts, { member, way: 'demo', before: undefined })
    })
    return createDeskCaller(desk.url, token).cookie
  }
  const started = starting.move()
  return {
    desk,
    emulator,
    async open(who, path, contextOptions = {}) {
      const context = await browser.newContext({ timezoneId: timeZone, locale: 'en-US', ...contextOptions })
      const tab = await context.newPage()
      tab.setDefaultTimeout(15_000)
      const failures: string[] = []
      tab.on('pageerror', (error) => failures.push(String(error)))
      tab.on('console', (message) => {
        if (/Content Security Policy/.test(message.text())) failures.push(message.text())
      })
      tab.on('request', (request) => {
        if (new URL(request.url()).origin !== desk.url) failures.push(`asks another host: ${request.url()}`)
      })
      if (who !== undefined) await context.addCookies([{ ...(await signIn(who)), url: desk.url }])
      await tab.goto(desk.url + path)
      return { tab, failures, [Symbol.asyncDispose]: () => context.close() }
    },
    async book(who, wish) {
      const key = randomUUID()
      const answer = await bookMeeting(desk.context.desk, { memberId: who, key, hash: key }, { ...usual, ...wish })
      return answer.id
    },
    [Symbol.asyncDispose]: () => started.disposeAsync(),
  }
}

const usual: Omit<Wish, 'start'> = {
  title: 'Staff meeting',
  agenda: '',
  timeZone,
  repeated: undefined,
  minutes: 60,
  recurrence: undefined,
  exceptions: [],
  people: [],
  peopleExpected: 2,
}

function hostOf(number: number, its: Partial<Host>): Host {
  const email = `room${number}@example.com`
  return {
    id: `room-${number}`,
    zoomUser: email,
    email,
    name: `Room ${number}`,
    plan: 'pro',
    capacity: 100,
    lanes: 1,
    bufferBefore: 0,
    bufferAfter: 0,
    timeZone,
    hours: undefined,
    memberId: undefined,
    isActive: true,
    ...its,
  }
}

/** A day so many days from now, by the clocks of Taipei. */
export function dayFromNow(days: number): string {
  return new Date(realAmbient.now() + days * 86_400_000 + 8 * 3_600_000).toISOString().slice(0, 10)
}

/**
 * How much of what Zoom allows is used, and how often does Zoom refuse? 10,000 creations over 200 hosts, all wanted at once, on
 * virtual time against the emulator in this process, for each way in which Zoom may cut its seconds: ours, p-queue with p-retry,
 * and naive repetition.
 */
import PQueue from 'p-queue'
import pRetry from 'p-retry'
import { createVirtualTime, type VirtualTime } from '../packages/zoom/test/virtual-time.ts'
import { machine, printTable } from './parts/race.ts'

const load = async <Entry>(path: string): Promise<Entry> =>
  (await import(new URL(`../dist-packages/${path}`, import.meta.url).href)) as Entry
const { createZoomClient, optionsFromEnvironment, ZoomError } =
  await load<typeof import('@convene/zoom')>('zoom/dist/index.js')
const { createScheduler } = await load<typeof import('@convene/zoom/limits')>('zoom/dist/limits/index.js')
const { startEmulator } = await load<typeof import('@convene/zoom-emulator')>('zoom-emulator/dist/index.js')

const shapes = ['fixed_second', 'sliding', 'bucket', 'skewed'] as const
const creations = 10_000
const hostCount = 200
/** Creations are medium calls: 60 a second on a Business plan (docs/zoom-facts.md §3.1). */
const perSecond = 60
const startAt = Date.parse('2026-12-17T10:00:00Z')
const users = Array.from({ length: hostCount }, (_, index) => ({
  email: `host${index}@example.com`,
  first_name: 'Host',
  last_name: String(index),
  ...(index === 0 && { role_id: '0' as const }),
}))

/** Numbers from a seed, so that a run can be had again. */
function chance(): () => number {
  let state = 20261217
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

/** The earliest end that each way of cutting time allows, in ms after the start, which is the start of a second. */
const earliestMs: Readonly<Record<(typeof shapes)[number], number>> = {
  fixed_second: (Math.ceil(creations / perSecond) - 1) * 1000,
  sliding: (Math.ceil(creations / perSecond) - 1) * 1000,
  bucket: ((creations - perSecond) / perSecond) * 1000,
  // Its seconds begin 600 ms after ours.
  skewed: (Math.ceil(creations / perSecond) - 2) * 1000 + 600,
}

type Create = () => Promise<unknown>
interface Way {
  readonly name: string
  readonly isScheduled?: true
  run(creates: readonly Create[], time: VirtualTime): Promise<unknown>
}

const isLimit = (error: unknown) => error instanceof ZoomError && error.code === 'rate_limited'
const throughQueue = (creates: readonly Create[], options: { strict: boolean }) => {
  const queue = new PQueue({ interval: 1000, intervalCap: perSecond, ...options })
  const once = (create: Create) =>
    queue.add(() => pRetry(create, { retries: 10, shouldRetry: ({ error }) => isLimit(error) }))
  return Promise.all(creates.map(once))
}

const ways: readonly Way[] = [
  { name: 'ours', isScheduled: true, run: (creates) => Promise.all(creates.map((create) => create())) },
  { name: 'p-queue, p-retry', run: (creates) => throughQueue(creates, { strict: false }) },
  { name: 'p-queue strict, p-retry', run: (creates) => throughQueue(creates, { strict: true }) },
  {
    // One caller for each host; all 10,000 at once would be refused 800,000 times.
    name: '200 callers, again after a second',
    run(creates, time) {
      const untilDone = async (create: Create): Promise<unknown> => {
        try {
          return await create()
        } catch (error) {
          if (!isLimit(error)) throw error
          await time.wait(1000)
          return untilDone(create)
        }
      }
      const waiting = creates.values()
      const caller = async () => {
        for (const create of waiting) await untilDone(create)
      }
      return Promise.all(Array.from({ length: hostCount }, caller))
    },
  },
]

/** The peers take the clock and the timers of the machine: while they run, these are virtual too. */
async function withVirtualGlobals<T>(time: VirtualTime, work: () => Promise<T>): Promise<T> {
  const { setTimeout, clearTimeout, setInterval, clearInterval } = globalThis
  const { now } = Date
  const timer = (cancel: () => void) => ({ cancel, unref() {} })
  const clear = (one?: { cancel?: () => void }) => one?.cancel?.()
  const every = (run: () => void, ms: number) => {
    let cancel = time.setTimer(ms, function again() {
      cancel = time.setTimer(ms, again)
      run()
    })
    return timer(() => cancel())
  }
  const after = (run: () => void, ms = 0) => timer(time.setTimer(ms, run))
  Object.assign(globalThis, { setTimeout: after, clearTimeout: clear, setInterval: every, clearInterval: clear })
  Date.now = time.now
  try {
    return await work()
  } finally {
    Object.assign(globalThis, { setTimeout, clearTimeout, setInterval, clearInterval })
    Date.now = now
  }
}

/** One way on one shape: the share of the theoretical maximum, and how often Zoom refused. */
async function measure(
  way: Way,
  limitWindow: (typeof shapes)[number],
  wayMs: (() => number) | undefined,
): Promise<string[]> {
  await using emulator = await startEmulator({
    seed: { account: { plan: 'business' }, users },
    switches: { limits: 'all', limitWindow },
    journalSize: 0,
  })
  const time = createVirtualTime(startAt, { random: chance(), onMove: (now) => void emulator.clock.freeze(now) })
  await emulator.clock.freeze(startAt)
  let refused = 0
  const { setTimer, now, random } = time
  const zoom = createZoomClient({
    ...optionsFromEnvironment(emulator.env),
    ...(way.isScheduled
      ? { scheduler: createScheduler({ plan: 'business', longestWaitMs: Number.POSITIVE_INFINITY, ambient: time }) }
      : { retries: 0 }),
    ambient: {
      setTimer,
      now,
      random,
      async fetch(url, init) {
        if (wayMs) await time.wait(wayMs())
        const answer = await time.hold(emulator.fetch(url, init))
        const text = await time.hold(answer.text())
        if (answer.status === 429) refused++
        if (wayMs) await time.wait(wayMs())
        return { status: answer.status, headers: answer.headers, text: async () => text }
      },
    },
  })
  // The token is asked for before the clock counts.
  await time.run(zoom.signIn())
  const begunAt = time.now()
  const creates = Array.from(
    { length: creations },
    (_, index) => () =>
      zoom.meetings.create({ userId: users[index % hostCount]?.email ?? '', topic: `Number ${index}` }),
  )
  const run = () => time.run(way.run(creates, time))
  await (way.isScheduled ? run() : withVirtualGlobals(time, run))
  const share = (earliestMs[limitWindow] / (time.now() - begunAt)) * 100
  return [`${share.toFixed(1)} %`, String(refused)]
}

console.log(machine())
const rows: string[][] = [['', 'used', '429s', 'used, 20-270 ms a way', '429s']]
for (const limitWindow of shapes)
  for (const way of ways) {
    const random = chance()
    const steady = await measure(way, limitWindow, undefined)
    const unsteady = await measure(way, limitWindow, () => Math.round(20 + 250 * random() ** 3))
    rows.push([`${limitWindow}: ${way.name}`, ...steady, ...unsteady])
    console.log(rows.at(-1)?.join('  '))
  }
printTable(rows)

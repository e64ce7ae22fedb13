import { createZoomClient, serverToServer } from '@convene/zoom'
import { startEmulator } from '@convene/zoom-emulator'
import { type Booking, type BookingPlan, planBookings } from './booking.ts'
import { type BookingState, callFor } from './callers.ts'
import { createChance } from './chance.ts'
import { everyFault, type FaultModel } from './fault-model.ts'
import { createFigures, type Totals } from './figures.ts'
import { type History, keepHistory, noHistory } from './history.ts'
import { createNetwork } from './network.ts'
import { createPeople } from './people.ts'
import { openPortal } from './portal.ts'
import { checkAtRest } from './promises.ts'
import { createPublications } from './publications.ts'
import { type Blow, longestDeadMs, startProcess } from './simulated-process.ts'
import { createSurplusWatch } from './surplus.ts'
import { type BrokenPromise, createTruth } from './truth.ts'
import { createVirtualTime } from './virtual-time.ts'
import type { Maker, Way } from './ways/way.ts'
import { createWebhookChannel } from './webhook-channel.ts'

export interface WorldOptions {
  /** Everything that happens comes from it. */
  readonly seed: string
  readonly way: Way
  /** How many are booked; 200. */
  readonly bookings?: number
  readonly model?: FaultModel
  /** Makes the bookings, where chance shall not. */
  readonly book?: (plan: BookingPlan) => readonly Booking[]
  /** What befalls a process at a step, where chance shall not decide. Told the instant and what the step is. */
  readonly befall?: (now: number, process: string, what: string) => Blow | undefined
  /** Whether each event is kept as a line. */
  readonly keepsHistory?: boolean
}

/** What became of a world. */
export interface Ending {
  readonly seed: string
  readonly broken: readonly BrokenPromise[]
  readonly totals: Totals
  readonly history: readonly string[]
}

const minuteMs = 60_000
const hourMs = 60 * minuteMs
/** How long the last request, the sweep after it and what that finds may take. */
const restMs = 25 * minuteMs
/** A booking that has not come to rest so long after the faults have ended never will. */
const longestMs = 49 * hourMs

/** Runs one world from its beginning until it is at rest, and looks whether the promises were kept. */
export async function runWorld(options: WorldOptions): Promise<Ending> {
  const { seed, way, bookings: count = 200, model = everyFault, book = planBookings } = options
  const chance = createChance(seed)
  const shape = chance.fork('shape')
  // The hours before the end of a day at Zoom, so that daily limits end while the world runs.
  const startAt = Date.parse('2026-12-17T00:00:00Z') + shape.between(20 * 60, 23 * 60) * minuteMs
  const overMs = shape.between(20, 120) * minuteMs
  const hosts = hostNames(shape.between(4, 10))

  let atWork = 0
  const time = createVirtualTime(startAt, () => {
    if (atWork + network.inFlight > 0) throw new Error('The emulator waits for something outside of the simulation.')
  })
  const history: History = options.keepsHistory ? keepHistory(time.now) : noHistory
  const figures = createFigures()
  const states: BookingState[] = book({
    ...{ chance: chance.fork('bookings'), model, count, hosts, startAt, overMs },
    keepsRecords: way.keepsRecords,
  }).map((booking) => ({
    booking,
    wanted: booking.wish,
    hosts: new Set([booking.wish.host]),
    lastHost: booking.wish.host,
    ...{ isCancelled: false, isSettled: false, wasUnknown: false, isOver: false },
  }))
  const truth = createTruth({
    now: time.now,
    history,
    onMade(meeting) {
      surplus.made(meeting)
      people.made(meeting)
    },
    onDeleted({ id, booking, isMoved }) {
      const state = booking === undefined ? undefined : states[booking - 1]
      if (state === undefined || state.isCancelled || state.hosts.size > 1) return
      if (id === state.publishedId)
        truth.complain('the published meeting is not deleted', `${id} of ${state.booking.key}`)
      if (isMoved) truth.complain('what a person has moved is not deleted', `${id} of ${state.booking.key}`)
    },
    onUnknown(booking) {
      const state = states[booking - 1]
      if (state !== undefined) state.wasUnknown = true
    },
  })
  const surplus = createSurplusWatch(truth, (booking) => states[booking - 1], figures, history)
  const webhooks = createWebhookChannel({
    ...{ time, chance: chance.fork('webhooks'), model, figures, history, truth },
    processes: () => processes,
  })
  // Some programs have no webhooks; whether promises are kept must not depend on them.
  const hasWebhooks = shape.hit(0.5)
  const emulator = await startEmulator({
    listen: false,
    journalSize: 0,
    randomSeed: shape.below(2 ** 31),
    clock: { now: time.now, after: (ms, run) => time.setTimer(ms, run) },
    deliver: webhooks.deliver,
    seed: {
      account: { plan: 'business' },
      users: hosts.map(userOf),
      ...(hasWebhooks && {
        webhooks: [
          {
            url: 'https://booking.example/webhooks',
            events: ['meeting.created', 'meeting.updated', 'meeting.deleted'],
          },
        ],
      }),
    },
  })
  const parts = { time, model, figures, history, truth, emulator }
  const network = createNetwork({ ...parts, chance: chance.fork('network'), onHidden: surplus.hidden })
  const portal = await openPortal(emulator, (change) => {
    atWork += change
  })
  const people = createPeople({ ...parts, portal, chance: chance.fork('people') })

  const blows = chance.fork('blows')
  let isCalm = false
  let disturbedUntil = 0
  const chanceBlow = (): Blow | undefined => {
    const drawn = blows.next() - model.others.worker_killed
    if (drawn < 0) return { kind: 'kill' }
    return drawn < model.others.worker_stalled ? { kind: 'stall', ms: blows.between(5_000, 150_000) } : undefined
  }
  const onStep = (process: string, what: string): Blow | undefined => {
    if (isCalm) return undefined
    const blow = options.befall ? options.befall(time.now(), process, what) : chanceBlow()
    if (blow) disturbedUntil = Math.max(disturbedUntil, time.now() + (blow.kind === 'stall' ? blow.ms : longestDeadMs))
    return blow
  }
  const shared = way.open(
    createPublications(states, { now: time.now, disturbedUntil: () => disturbedUntil, truth, history }),
  )
  const { env } = emulator
  const auth = {
    accountId: env.ZOOM_ACCOUNT_ID ?? '',
    clientId: env.ZOOM_CLIENT_ID ?? '',
    clientSecret: env.ZOOM_CLIENT_SECRET ?? '',
  }
  const processes = Array.from({ length: shape.between(2, 3) }, (_, index) => {
    const name = `worker-${index + 1}`
    return startProcess<Maker>(name, { ...parts, chance: chance.fork(name), network, onStep }, (life) => {
      const { ZOOM_API_URL: apiUrl, ZOOM_OAUTH_URL: oauthUrl } = env
      return shared.start(
        life,
        createZoomClient({ auth: serverToServer(auth), apiUrl, oauthUrl, ambient: life.ambient }),
      )
    })
  })

  const callers = chance.fork('callers')
  const patience = way.keepsRecords ? Number.POSITIVE_INFINITY : 10
  const failures: unknown[] = []
  for (const state of states)
    callFor(state, { ...parts, chance: callers, people, portal, processes, patience }).catch((error) =>
      failures.push(error),
    )
  const runUntil = (isOver: () => boolean) =>
    time.run(() => {
      if (failures.length > 0) throw failures[0]
      return isOver()
    })

  await runUntil(() => states.every(({ isOver }) => isOver))
  isCalm = true
  network.calm()
  people.stop()
  webhooks.stop()
  const calmAt = time.now()
  await runUntil(
    () => states.every(({ isSettled }) => isSettled || !way.keepsRecords) || time.now() > calmAt + longestMs,
  )
  const restAt = Math.max(time.now(), network.lastEffectAt) + restMs
  time.setTimer(restAt - time.now(), () => {})
  await runUntil(() => time.now() >= restAt)

  const checking = checkAtRest(states, hosts, { truth, portal, figures, keeps: way.keepsRecords })
  let isChecked = false
  checking.finally(() => {
    isChecked = true
  })
  await runUntil(() => isChecked)
  await checking
  surplus.close()
  figures.totals.worlds = 1
  shared.close()
  await emulator.close()
  // What is collected is tidied away by tasks of the event loop, which has not turned since the world began: without this the memory grows.
  await new Promise((resume) => setImmediate(resume))
  return { seed, broken: truth.broken, totals: figures.totals, history: history.lines }
}

function hostNames(count: number): readonly [string, ...string[]] {
  const [first = '', ...others] = Array.from({ length: count }, (_, index) => `host${index + 1}@example.com`)
  return [first, ...others]
}

function userOf(
  email: string,
  index: number,
): { email: string; first_name: string; timezone: string; role_id: string } {
  return { email, first_name: `Host ${index + 1}`, timezone: 'UTC', role_id: index === 0 ? '0' : '2' }
}

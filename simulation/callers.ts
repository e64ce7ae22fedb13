import { ZoomError } from '@convene/zoom'
import type { Booking, LaterWish, Wish } from './booking.ts'
import type { Chance } from './chance.ts'
import type { History } from './history.ts'
import type { People } from './people.ts'
import type { Portal } from './portal.ts'
import { ProcessDied, type SimulatedProcess } from './simulated-process.ts'
import type { Truth } from './truth.ts'
import type { VirtualTime } from './virtual-time.ts'
import type { Maker, Told } from './ways/way.ts'

/** What is known of a booking from outside: what was asked, and what was told. */
export interface BookingState {
  readonly booking: Booking
  /** What is wanted after all that was asked so far. */
  wanted: Wish
  isCancelled: boolean
  /** The hosts that were asked for. */
  readonly hosts: Set<string>
  lastHost: string
  askedAt?: number
  /** When there was a link first. */
  linkedAt?: number
  /** What is published, by what is kept; the last one also after it is gone. */
  publishedId?: number
  /** Where it stands, by what is kept; `undefined`: nobody has written anything down yet. */
  state?: string
  isSettled: boolean
  /** A worker was dead or stood still between the asking and the link. */
  wasDisturbed?: boolean
  /** A create ended without an answer that counts. */
  wasUnknown: boolean
  /** The callers have asked for all that they will ask for. */
  isOver: boolean
}

export interface CallerParts {
  readonly time: VirtualTime
  readonly chance: Chance
  readonly truth: Truth
  readonly people: People
  readonly portal: Portal
  readonly history: History
  readonly processes: readonly SimulatedProcess<Maker>[]
  /** How often somebody asks again who was told that it failed. */
  readonly patience: number
}

/** Lets somebody ask for a booking, and for what they want of it later. */
export async function callFor(state: BookingState, parts: CallerParts): Promise<void> {
  const { time, people } = parts
  const { booking } = state
  await time.wait(booking.askAt - time.now())
  state.askedAt = time.now()
  people.bookingAsked(booking)
  const { key, wish } = booking
  const first = booking.isPlanned
    ? ask(parts, 'plan', (maker) => maker.plan?.(key, wish) ?? Promise.resolve())
    : ask(parts, 'ensure', (maker) => maker.ensure(key, wish))
  const others = booking.later.map(({ afterMs, wish: wanted }) => ({ at: time.now() + afterMs, wanted }))
  others.sort((a, b) => a.at - b.at)
  const sequence = async () => {
    for (const { at, wanted } of others) {
      await time.wait(Math.max(0, at - time.now()))
      // It may come while the first asking is under way, but not before that has been written down.
      while (state.state === undefined) await time.wait(200)
      await askLater(state, wanted, parts)
    }
  }
  await Promise.all([first, sequence()])
  state.isOver = true
}

async function askLater(state: BookingState, wanted: LaterWish, parts: CallerParts): Promise<void> {
  const { booking } = state
  const { key, wish } = booking
  const { truth } = parts
  switch (wanted.kind) {
    case 'again':
      await ask(parts, 'ensure again', (maker) => maker.ensure(key, wish))
      return
    case 'other': {
      const other = { ...wish, topic: `${wish.topic}, another one` }
      const answer = await ask(parts, 'ensure another', (maker) => maker.ensure(key, other))
      const isRefused = answer instanceof ZoomError && answer.code === 'key_reused'
      if (answer !== undefined && !isRefused)
        truth.complain('the same key with another body is refused', `${key}: ${JSON.stringify(answer)}`)
      return
    }
    case 'change':
      // From the first asking on it may be done, whatever is answered.
      state.lastHost = wanted.fields.host ?? state.lastHost
      state.hosts.add(state.lastHost)
      // A meeting that was cancelled, or that a person has deleted, cannot be changed any more.
      if (!((await ask(parts, 'change', (maker) => known(maker.change)(key, wanted.fields))) instanceof ZoomError))
        state.wanted = { ...state.wanted, ...wanted.fields }
      return
    case 'cancel':
      state.isCancelled = true
      await ask(parts, 'cancel', (maker) => known(maker.cancel)(key))
      return
    case 'restore':
      await ask(parts, 'restore', (maker) => known(maker.restore)(key))
      return
    case 'forget':
      await ask(parts, 'forget', (maker) => known(maker.forget)(key))
      return
    case 'edited': {
      const { publishedId } = state
      if (publishedId === undefined) return
      parts.portal.edit(publishedId, wanted.fields)
      const event = { event: 'meeting.updated', payload: { object: { id: publishedId } } }
      await ask(parts, 'hint', (maker) => known(maker.hint)(event))
    }
  }
}

function known<T>(way: T | undefined): T {
  if (way === undefined) throw new Error('This way of creating knows no changes.')
  return way
}

/** Errors that say that something cannot be; after any other one it is asked again. */
const answers: ReadonlySet<string> = new Set(['invalid_input', 'key_reused', 'conflict'])

/**
 * Asks one of the workers, and another one when that died or failed, until there is an answer. A refusal of the input is an
 * answer too; `undefined` where patience has ended.
 */
async function ask<T>(
  { time, chance, processes, history, patience }: CallerParts,
  what: string,
  work: (maker: Maker) => Promise<T>,
): Promise<T | ZoomError | undefined> {
  for (let tries = 0; tries < patience; tries++) {
    const process = processes[chance.below(processes.length)]
    try {
      if (process === undefined) throw new ProcessDied('There is no worker.')
      const answer = await process.ask(work)
      history.note('caller', () => `${what} at ${process.name}: ${JSON.stringify(answer)}`)
      return answer
    } catch (error) {
      history.note('caller', () => `${what} at ${process?.name}: ${String(error)}`)
      if (error instanceof ZoomError && answers.has(error.code)) return error
      await time.wait(chance.between(500, 5_000))
    }
  }
  return undefined
}

export type { Told }

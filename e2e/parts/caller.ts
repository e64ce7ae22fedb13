/** Somebody who books: plans, changes and cancels meetings over a connection of its own, and repeats what failed on its side. */
import { createMeetingKeeper, type KeeperSettings, type MeetingKeeper } from '@convene/zoom/ensure'
import type { Chance } from '../../simulation/chance.ts'
import type { SharedJournal } from './shared-journal.ts'

/** A booking, and what its caller wants of it in the end. */
export interface Booking {
  readonly key: string
  /** Planned in a transaction that was rolled back: it must not exist anywhere. */
  readonly isDropped: boolean
  /** Planned in a transaction of the caller that was committed. */
  readonly isInTransaction: boolean
  readonly wanted: { host: string; topic: string; duration: number; isCancelled: boolean; moves: number }
}

export interface CallerParts {
  readonly shared: SharedJournal
  readonly settings: Partial<KeeperSettings>
  readonly hosts: readonly [string, ...string[]]
  readonly chance: Chance
  /** Resolves when the journal shows the key in one of these states, or settled in another one. */
  readonly sees: (key: string, states: readonly string[]) => Promise<void>
}

/** When the next step is taken: whatever became of the one before, in the middle of it, or when it is over. */
const moments: readonly [Moment, ...Moment[]] = [['planned'], ['sent', 'changing'], ['unknown'], ['published']]
type Moment = readonly string[]

/** The start of every booking of the same number, so that a person can make one that looks alike. */
export const timesOf = (number: number): { start_time: string; timezone: string } => {
  const day = String((number % 28) + 1).padStart(2, '0')
  return { start_time: `2030-12-${day}T${String(number % 24).padStart(2, '0')}:00:00`, timezone: 'Asia/Taipei' }
}

export interface Caller extends Pick<MeetingKeeper, 'status'> {
  /** Books, and changes its mind as people do. */
  book(number: number): Promise<Booking>
}

export function createCaller({ shared, settings, hosts, chance, sees }: CallerParts): Caller {
  // It only writes down: nothing of it ever calls Zoom.
  const zoom = { request: () => Promise.reject(new Error('The caller does not call Zoom.')) }
  const keeper = createMeetingKeeper({ zoom, journal: shared.journal, settings })

  const plan = async ({ key, isDropped, isInTransaction, wanted }: Booking, number: number): Promise<void> => {
    const { host, topic, duration } = wanted
    const request = { key, host, meeting: { topic, duration, ...timesOf(number) } }
    if (!isDropped && !isInTransaction) await repeated(() => keeper.planMeeting(request))
    else
      await repeated(() =>
        shared.inTransaction(key, isDropped ? 'ROLLBACK' : 'COMMIT', (journal) =>
          keeper.planMeeting(request, { journal }),
        ),
      )
  }

  return {
    async book(number: number): Promise<Booking> {
      const way = chance.next()
      const booking: Booking = {
        key: `booking-${number}`,
        isDropped: way < 0.08,
        isInTransaction: way < 0.3,
        wanted: { host: chance.pick(hosts), topic: `Booking ${number}`, duration: 30, isCancelled: false, moves: 0 },
      }
      const { key, wanted } = booking
      await plan(booking, number)
      if (booking.isDropped) return booking
      for (let changes = chance.below(3); changes > 0; changes--) {
        await sees(key, chance.pick(moments))
        wanted.duration = chance.between(15, 120)
        const isMove = chance.hit(0.15)
        if (isMove) {
          wanted.host = chance.pick(hosts)
          wanted.moves++
        } else wanted.topic = `Booking ${number}, changed to ${wanted.duration} minutes`
        const { host: to, ...meeting } = { host: wanted.host, topic: wanted.topic, duration: wanted.duration }
        await repeated(() => keeper.planChange({ key, meeting, ...(isMove && { host: to }) }))
      }
      if (chance.hit(0.2)) {
        await sees(key, chance.pick(moments))
        wanted.isCancelled = true
        await repeated(() => keeper.planCancellation({ key }))
      }
      return booking
    },
    status: keeper.status,
  }
}

/** Whoever does not know whether something was written down writes it down again: that does no harm. */
async function repeated<T>(call: () => Promise<T>): Promise<T> {
  for (let time = 1; ; time++)
    try {
      return await call()
    } catch (error) {
      if (time === 20 || !isFailureOfDatabase(error)) throw error
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
}

/** A connection that was ended, or a file that another process holds. */
export const isFailureOfDatabase = (error: unknown): boolean => /terminat|connection|locked/i.test(String(error))

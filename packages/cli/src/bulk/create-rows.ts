import type { MeetingKeeper, MeetingStatus } from '@convene/zoom/ensure'
import { CommandError } from '../errors.ts'
import { exitCodes } from '../exit-codes.ts'
import type { Surroundings } from '../surroundings.ts'
import type { Ledger } from './ledger.ts'
import { createRowQueue } from './row-queue.ts'
import { hasEnded, type PendingRow } from './survey.ts'

export interface CreateRowsParts extends Pick<Surroundings, 'now' | 'sleep'> {
  readonly keeper: Pick<MeetingKeeper, 'ensureMeeting' | 'planCancellation'>
  readonly ledger: Pick<Ledger, 'begin'>
  /** Aborted: what is on its way is ended, and nothing new begins. */
  readonly stop: AbortSignal
  /** Whether to wait for a limit that is reached, however long. */
  readonly wait: boolean
  /** Told of each row that has ended. */
  onEnd(row: PendingRow, status: MeetingStatus): void
  /** Told why it stands, in words. */
  onWait(why: string): void
}

/** So many rows are on their way at once. */
const mostAtOnce = 32
/** Where a row stands is asked again so often, in ms. */
const patienceMs = 10_000
/** Who does not want to wait for a limit waits so long all the same, in ms. */
const shortWaitMs = 300_000

/** Makes the rows, several at a time and those that start first before the others, and goes on until each has ended, or `stop`, or a limit is not waited for. */
export async function createRows(rows: readonly PendingRow[], parts: CreateRowsParts): Promise<void> {
  const { keeper, ledger, now, sleep, stop, wait, onEnd, onWait } = parts
  const queue = createRowQueue(rows.toSorted(byStart))
  // A failure of one ends them all.
  const failed = new AbortController()
  const signal = AbortSignal.any([stop, failed.signal])

  async function make(row: PendingRow): Promise<void> {
    const { keeperKey: key, refusedKey, host, meeting } = row
    ledger.begin(row)
    // An earlier try of it that lands late, after all, is one too many.
    if (refusedKey !== undefined) await keeper.planCancellation({ key: refusedKey })
    while (!signal.aborted) {
      const status = await keeper.ensureMeeting({ key, host, meeting }, { waitMs: patienceMs, signal })
      const { state, reason, sentence } = status
      if (hasEnded(status) || state === 'refused') return onEnd(row, status)
      if (reason === 'sign_in_refused' || reason === 'scope_missing') {
        // Surely not made: the next run begins anew with it, and need not wait.
        await keeper.planCancellation({ key })
        throw new CommandError('sign_in_refused', sentence, {
          remedy: 'See what is missing with `convene doctor`, then run the command again.',
          exitCode: exitCodes.signIn,
        })
      }
      const at = status.nextAt?.getTime() ?? now() + patienceMs
      if (reason === 'limited') return queue.putBack(row, at)
      onWait(
        reason === 'zoom_away' ? `Zoom does not answer; next try at ${timeOf(at, now())}` : 'looking for a lost answer',
      )
      await sleep(at - now(), signal)
    }
  }

  async function work(): Promise<void> {
    while (!signal.aborted) {
      const row = queue.take(now())
      if (row) {
        await make(row)
        continue
      }
      const at = queue.nextAt()
      if (at === undefined || (!wait && at > now() + shortWaitMs)) return
      onWait(`the others wait until ${timeOf(at, now())} for a limit of Zoom`)
      await sleep(at - now(), signal)
    }
  }

  const workers = Array.from({ length: Math.min(mostAtOnce, rows.length) }, async () => {
    try {
      await work()
    } catch (error) {
      // Waiting was ended by `stop`, or by the failure of another row.
      if (signal.aborted) return
      failed.abort(error)
    }
  })
  await Promise.all(workers)
  if (failed.signal.aborted) throw failed.signal.reason
}

/** By the text of the start, which is near enough: zones are less than a day apart. */
const byStart = (a: PendingRow, b: PendingRow) =>
  String(a.meeting.start_time).localeCompare(String(b.meeting.start_time), 'en')

/** `00:00:10 UTC`, with the day where it is not today. */
export function timeOf(at: number, now: number): string {
  const time = `${new Date(at).toISOString().slice(11, 19)} UTC`
  const day = (instant: number) =>
    new Date(instant).toLocaleDateString('en-GB', { timeZone: 'UTC', weekday: 'long', day: 'numeric', month: 'long' })
  return day(at) === day(now) ? time : `${time} on ${day(at)}`
}

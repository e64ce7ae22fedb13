import { ZoomError } from '@convene/zoom'
import type { Journal, MeetingKeeper } from '@convene/zoom/ensure'
import type { CommandContext } from '../commands/command.ts'
import type { Surroundings } from '../surroundings.ts'
import { createRows } from './create-rows.ts'
import { takeBack } from './left-rows.ts'
import type { OpenRun } from './open-run.ts'
import { createProgress } from './progress.ts'
import { jsonOfResult, type RowResult, rowResult } from './row-result.ts'
import type { Survey } from './survey.ts'

/** What a run has done. */
export interface RanRows {
  /** What became of every row of the file. */
  readonly results: readonly RowResult[]
  /** It was asked to end early. */
  readonly isStopped: boolean
  /** When to look again for a meeting that landed late, in ms since 1970; `undefined`: none can. */
  readonly lookAgainAt: number | undefined
}

/** Makes what is pending, shows how far it is, and gives what became of every row; with `--json` each as soon as it is known. */
export async function runRows(
  { surroundings, output }: CommandContext,
  { client, keeper, journal, ledger }: OpenRun,
  { pending, ended, left }: Survey,
  wait: boolean,
): Promise<RanRows> {
  const { now, sleep } = surroundings
  const results = new Map<string, RowResult>()
  const keep = (result: RowResult) => {
    results.set(result.row.name, result)
    if (output.json) surroundings.stdout.write(`${JSON.stringify(jsonOfResult(result))}\n`)
  }
  for (const { row, status } of ended) keep(rowResult(row, status))

  const stopped = new AbortController()
  const stop = stopped.signal
  const progress = createProgress(surroundings)
  void surroundings.untilAskedToStop().then(() => {
    progress.line('Ending what is on its way. Ctrl-C once more ends at once.')
    stopped.abort()
  })
  const counts = { total: pending.length, made: 0, failed: 0 }
  try {
    // A sign-in that Zoom does not accept is told before the first row.
    if (pending.length > 0) await client.signIn({ signal: stop })
    await besideWorker(keeper, journal, { now, sleep, stop }, () =>
      Promise.all([
        takeBack(left, keeper, ledger, stop),
        createRows(pending, {
          keeper,
          ledger,
          now,
          sleep,
          stop,
          wait,
          onEnd(row, status) {
            keep(rowResult(row, status))
            if (status.state === 'published') counts.made++
            else counts.failed++
            progress.show(counts)
          },
          onWait: (waiting) => progress.show({ ...counts, waiting }),
        }),
      ]),
    )
  } catch (error) {
    // What was waited for when the stop came.
    if (!(stop.aborted && error instanceof ZoomError && error.code === 'aborted')) throw error
  } finally {
    progress.end()
  }
  for (const row of pending) if (!results.has(row.name)) keep(rowResult(row, await keeper.status(row.keeperKey)))
  return { results: [...results.values()], isStopped: stop.aborted, lookAgainAt: await journal.nextDueAt() }
}

/**
 * Runs `work` beside a worker that looks for meetings which landed late, of this run and of earlier ones, and goes on until
 * nothing is due any more.
 */
async function besideWorker(
  keeper: Pick<MeetingKeeper, 'work'>,
  journal: Pick<Journal, 'nextDueAt'>,
  { now, sleep, stop }: Pick<Surroundings, 'now' | 'sleep'> & { readonly stop: AbortSignal },
  work: () => Promise<unknown>,
): Promise<void> {
  const isDue = async () => !stop.aborted && ((await journal.nextDueAt()) ?? Number.POSITIVE_INFINITY) <= now()
  const during = async (some: () => Promise<unknown>) => {
    const over = new AbortController()
    const worker = keeper.work({ signal: AbortSignal.any([stop, over.signal]), concurrency: 1 })
    try {
      await some()
      while (await isDue()) await sleep(100, stop)
    } finally {
      over.abort()
      await worker
    }
  }
  await during(work)
  // What the worker had in hand at last may have left something to do.
  while (await isDue()) await during(async () => {})
}

import { checkInteger } from '../resources/check.ts'
import type { Bell } from './bell.ts'
import { ClaimLost, type KeeperParts } from './keeper-parts.ts'
import type { MeetingRecord } from './record.ts'
import { sweepHost, sweepLeaseMs } from './sweep.ts'
import { workOn } from './work-on.ts'

/** How a worker works. */
export interface WorkOptions {
  /** Ends the work: what is on its way is finished, nothing new is begun. */
  readonly signal?: AbortSignal | undefined
  /** How many meetings it works on at a time (4). */
  readonly concurrency?: number | undefined
  /** Told what went wrong on our side (the journal cannot be reached, say); the worker goes on after a while. */
  readonly onError?: ((error: unknown) => void) | undefined
}

/** How long a worker rests after a failure of the journal. */
const afterErrorMs = 5_000

/** Does what is due, whoever planned it, until the signal ends it. One loop looks, however much is worked on at a time. */
export async function work(parts: KeeperParts, bell: Bell, options: WorkOptions): Promise<void> {
  const { signal, concurrency = 4, onError } = options
  checkInteger('concurrency', concurrency, 1)
  const running = new Set<Promise<void>>()
  const failed = (error: unknown) => {
    if (!(error instanceof ClaimLost)) tellError(onError, error)
  }
  while (!signal?.aborted) {
    if (running.size >= concurrency) {
      await Promise.race(running)
      continue
    }
    try {
      const lookedAt = parts.ambient.now()
      const job = await takeJob(parts, lookedAt)
      if (job === undefined) {
        await bell.wait(await restMs(parts, lookedAt), signal)
        continue
      }
      const done: Promise<void> = job()
        .then(() => {}, failed)
        .finally(() => {
          running.delete(done)
          // What was done may have made something else due.
          bell.ring()
        })
      running.add(done)
    } catch (error) {
      failed(error)
      await bell.wait(afterErrorMs, signal)
    }
  }
  await Promise.all(running)
}

/** Claims a record or a host that is due; what is to be done with it. */
async function takeJob(parts: KeeperParts, now: number): Promise<(() => Promise<unknown>) | undefined> {
  const { journal, settings } = parts
  const record = await journal.claim({ now, leaseUntil: now + settings.leaseMs })
  if (record !== undefined) return () => workOn(parts, record)
  const host = await journal.claimHost({ now, leaseUntil: now + sweepLeaseMs(settings) })
  return host && (() => sweepHost(parts, host))
}

/** What was due already and could not be had is held by a transaction of somebody: nobody knows when that ends. */
async function restMs({ journal, ambient, settings }: KeeperParts, lookedAt: number): Promise<number> {
  const nextAt = (await journal.nextDueAt()) ?? Number.POSITIVE_INFINITY
  if (nextAt <= lookedAt) return settings.pollMs
  return Math.min(settings.pollMs, Math.max(1, nextAt - ambient.now()))
}

/** Works on the record of one key, unless somebody else does; gives it as it is then. */
export async function workOnKey(parts: KeeperParts, key: string): Promise<MeetingRecord | undefined> {
  const { journal, ambient, settings } = parts
  const now = ambient.now()
  const claimed = await journal.claim({ now, leaseUntil: now + settings.leaseMs, key })
  if (claimed === undefined) return await journal.find(key)
  try {
    return await workOn(parts, claimed)
  } catch (error) {
    if (error instanceof ClaimLost) return await journal.find(key)
    throw error
  }
}

function tellError(onError: WorkOptions['onError'], error: unknown): void {
  try {
    onError?.(error)
  } catch {
    // What listens must not stop what it listens to.
  }
}

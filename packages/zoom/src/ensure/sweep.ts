import { meetingSeen } from './attempts.ts'
import { findMade } from './find-made.ts'
import type { WatchedHost } from './journal.ts'
import { commitBeside, type KeeperParts, zoomError } from './keeper-parts.ts'
import { readHost } from './read-host.ts'

/**
 * Looks through the list of a host for meetings that attempts of unknown outcome have made after all. What is found is written
 * down, and becomes due: published where one is missing, else deleted with every proof.
 */
export async function sweepHost(parts: KeeperParts, { host, watchUntil, fence }: WatchedHost): Promise<void> {
  const { zoom, journal, settings, ambient } = parts
  const begunAt = ambient.now()
  let hasFailed = false
  try {
    // A record is looked at for as long as one of its attempts may still land.
    const lost = await journal.findLost(host, begunAt - settings.watchMs - 2 * settings.sweepMs)
    if (lost.length > 0) {
      const schedule = { priority: 'background' as const, host, longestWaitMs: settings.longestTurnMs }
      const { rows } = await readHost(zoom, host, { schedule })
      for (const record of lost) {
        const { found } = await findMade(parts, record, host, rows)
        if (found.length === 0) continue
        await commitBeside(parts, record.key, (one) =>
          found.reduce((next, seen) => meetingSeen(next, { ...seen, isKnown: false }, ambient.now()), one),
        )
      }
    }
  } catch (error) {
    // Zoom is away or refuses: the next sweep finds the same. It comes also where this one should have been the last.
    zoomError(error)
    hasFailed = true
  }
  const now = ambient.now()
  const next = hasFailed || begunAt < watchUntil ? Math.max(now, begunAt) + settings.sweepMs : undefined
  await journal.saveHost({ host, fence, sweepAt: next })
}

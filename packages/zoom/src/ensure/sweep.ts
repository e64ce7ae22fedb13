import { meetingSeen } from './attempts.ts'
import { findMade } from './find-made.ts'
import type { WatchedHost } from './journal.ts'
import { commitBeside, type KeeperParts, zoomError } from './keeper-parts.ts'
import { readHost } from './read-host.ts'
import type { KeeperSettings } from './settings.ts'

/** A long list takes longer to read than one step of a record, and nobody waits for what a sweep finds. */
export const sweepLeaseMs = ({ leaseMs }: Pick<KeeperSettings, 'leaseMs'>): number => 5 * leaseMs

/**
 * Attempts that were sent since then are looked for: as long as they may still land, and once after that, however late that look
 * comes. The one before it may have failed, or its worker may have died and left the host leased.
 */
export function lostSince(begunAt: number, watchUntil: number, settings: KeeperSettings): number {
  const { watchMs, sweepMs } = settings
  return Math.min(begunAt, watchUntil) - watchMs - 2 * sweepMs - sweepLeaseMs(settings)
}

/**
 * Looks through the list of a host for meetings that attempts of unknown outcome have made after all. What is found is written
 * down, and becomes due: published where one is missing, else deleted with every proof.
 */
export async function sweepHost(parts: KeeperParts, { host, watchUntil, fence }: WatchedHost): Promise<void> {
  const { zoom, journal, settings, ambient } = parts
  const begunAt = ambient.now()
  let hasFailed = false
  try {
    const lost = await journal.findLost(host, lostSince(begunAt, watchUntil, settings))
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

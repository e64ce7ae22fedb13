import { invalidInput } from '../errors.ts'

/** The times of safe creation, in milliseconds. `docs/guides/exactly-one-meeting.md` says what each is for. */
export interface KeeperSettings {
  /** The time limit of one create or change at Zoom (15,000). */
  readonly sendLimitMs: number
  /** How long after that limit a meeting may still appear before its absence counts (60,000). */
  readonly quietMs: number
  /** Between the two readings of a list that must both miss a meeting before it is made again (30,000). */
  readonly betweenReadsMs: number
  /** How long a worker has a record or a host for itself without writing (60,000). */
  readonly leaseMs: number
  /** How often the list of a host is read where a meeting may still land late (300,000): half of the time within which surplus shall be gone. */
  readonly sweepMs: number
  /** How long a meeting may still land; a later one is not promised to be found (86,400,000: a day). */
  readonly watchMs: number
  /** How far the clocks of this machine and of Zoom may be apart (120,000). */
  readonly skewMs: number
  /** How long a call waits for its turn in a scheduler before its place is given back and it is tried later (10,000). */
  readonly longestTurnMs: number
  /** How often a worker looks whether another process has planned something (1,000). */
  readonly pollMs: number
}

/** The times with which the promises of docs/simulation.md hold. */
export const defaultSettings: KeeperSettings = {
  sendLimitMs: 15_000,
  quietMs: 60_000,
  betweenReadsMs: 30_000,
  leaseMs: 60_000,
  sweepMs: 300_000,
  watchMs: 86_400_000,
  skewMs: 120_000,
  longestTurnMs: 10_000,
  pollMs: 1_000,
}

const mayBeNone: ReadonlySet<string> = new Set(['quietMs', 'betweenReadsMs', 'skewMs', 'longestTurnMs'])

/**
 * The settings of a keeper, checked and complete.
 *
 * @throws {ZoomError} `invalid_input`
 */
export function checkSettings(given: Partial<KeeperSettings> = {}): KeeperSettings {
  const settings = { ...defaultSettings, ...given }
  for (const [name, value] of Object.entries(settings)) {
    if (!(name in defaultSettings))
      throw invalidInput(`settings.${name}`, value, `The settings are ${Object.keys(defaultSettings).join(', ')}.`)
    const least = mayBeNone.has(name) ? 0 : 1
    if (typeof value !== 'number' || !(value >= least && value < Number.POSITIVE_INFINITY))
      throw invalidInput(`settings.${name}`, value, `Give milliseconds, from ${least} on.`)
  }
  // Another worker may take over when the lease is over: by then the request must have ended.
  const { leaseMs, sendLimitMs } = settings
  if (leaseMs <= sendLimitMs)
    throw invalidInput('settings.leaseMs', leaseMs, `Give more than sendLimitMs, which is ${sendLimitMs}.`)
  return settings
}

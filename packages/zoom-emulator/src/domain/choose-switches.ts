import { EmulatorError } from './emulator-error.ts'
import { nearest } from './nearest.ts'
import { defaultSwitches, type Switches } from './switches.ts'

/** What each switch may say. */
const choices: { readonly [Name in keyof Switches]: readonly Switches[Name][] } = {
  coerceText: [true, false],
  unreadableStart: ['now', 'refuse'],
  unlistedZone: ['accept', 'host_zone'],
  pastSeries: ['keep', 'shift'],
  shortMonth: ['skip', 'clamp'],
  bareEndDate: ['end_of_day', 'refuse'],
  repeatLimits: ['99/50/10', '90/12/3'],
  maxOccurrences: [60, 50],
  longSeries: ['keep', 'cut'],
  recurrenceWithoutStart: ['last_occurrence', 'keep_start'],
  changedDates: ['drop', 'keep'],
  occurrenceFields: ['refuse', 'ignore'],
  enforcePasscode: [false, true],
  emptyMeeting: ['end', 'run'],
  portalDuplicate: ['new_passcode', 'same_passcode'],
  pastParticipants: ['at_once', 'delayed'],
  singleParticipant: ['hidden', 'listed'],
  requiredTrackingFields: ['accept', 'refuse'],
  statusAnswer: [204, 200],
  userWrites: ['at_once', 'one_second'],
  tokens: ['coexist', 'newest_only'],
  repeatedRegistrant: ['same', 'new'],
  limits: ['off', 'daily', 'all'],
  limitWindow: ['fixed_second', 'sliding', 'bucket', 'skewed'],
  createLabel: ['medium', 'light'],
  hostLimitCounts: ['requests', 'successes'],
  hostLimitHeaders: ['as_seen', 'full'],
  webhookRetries: ['5/25/85', '5/30/90'],
  webhookRetry4xx: [false, true],
  webhookTimestamp: ['each_attempt', 'first_attempt'],
  webhookLimit: [20, 10],
}
const known: ReadonlyMap<string, readonly unknown[]> = new Map(Object.entries(choices))

/**
 * Lays the wanted switches over the defaults. They may come from a command line, so they are checked whatever their type says.
 *
 * @throws EmulatorError `switch_invalid`
 */
export function chooseSwitches(wanted: Partial<Switches>): Switches {
  const mistakes = Object.entries(wanted).flatMap(([name, value]) => complaint(name, value) ?? [])
  if (mistakes.length > 0) throw new EmulatorError('switch_invalid', mistakes.join('\n'))
  return { ...defaultSwitches, ...wanted }
}

function complaint(name: string, value: unknown): string | undefined {
  const allowed = known.get(name)
  if (allowed?.includes(value)) return undefined
  if (allowed) return `switches.${name}: ${JSON.stringify(value)} is not one of ${allowed.join(', ')}`
  const meant = nearest(name, [...known.keys()])
  return `switches.${name}: there is no such switch; ${meant ? `did you mean ${meant}?` : `there are ${[...known.keys()].join(', ')}`}`
}

import type { Attempt, MeetingRecord, SentChange } from './record.ts'
import type { KeeperSettings } from './settings.ts'

/** What is to be done next for a record. */
export type Step =
  /** Send a create; its attempt has this number. */
  | { readonly do: 'create'; readonly attempt: number }
  /** Read the host's list for an attempt whose answer never came. */
  | { readonly do: 'look'; readonly attempt: Attempt }
  /** Read a meeting that was surely made, and publish it. */
  | { readonly do: 'publish'; readonly attempt: Attempt; readonly meetingId: number }
  /** Send the fields in which what is wanted differs from what is shown. */
  | { readonly do: 'change' }
  /** Read what is published and compare. */
  | { readonly do: 'verify' }
  /** Leave out, move or lengthen single dates of the published series. */
  | { readonly do: 'dates' }
  /** Delete what is published. */
  | { readonly do: 'delete' }
  /** Delete a meeting of ours that should not be there. */
  | { readonly do: 'remove'; readonly meetingId: number }
  | { readonly do: 'wait'; readonly until: number }
  | { readonly do: 'nothing' }

type Times = Pick<KeeperSettings, 'quietMs' | 'betweenReadsMs'>

/**
 * Decides. Unknown outcomes come first: nothing is sent that could make a second meeting before it is known, as well as it can be,
 * that there is no first one.
 */
export function nextStep(record: MeetingRecord, now: number, times: Times): Step {
  const { obstacle } = record
  const step = unhinderedStep(record, now, times)
  if (obstacle === undefined || step.do === 'nothing') return step
  // What Zoom refuses for good keeps only what was refused from being tried again.
  if (obstacle.until === undefined)
    return step.do === 'create' || step.do === 'change' || step.do === 'dates' ? afterwards(record, now, times) : step
  if (obstacle.until <= now) return step
  return { do: 'wait', until: step.do === 'wait' ? Math.max(step.until, obstacle.until) : obstacle.until }
}

function unhinderedStep(record: MeetingRecord, now: number, times: Times): Step {
  const { wanted, published } = record
  if (needsMeeting(record)) {
    const made = unpublished(record)
    if (made?.meetingId !== undefined) return { do: 'publish', attempt: made, meetingId: made.meetingId }
    const open = openAttempt(record)
    if (open !== undefined) return record.candidates === undefined ? resolve(open, now, times) : { do: 'nothing' }
    if (wanted.meeting !== undefined) return { do: 'create', attempt: nextNumber(record) }
  } else if (published !== undefined && published.isGone !== true) {
    if (wanted.meeting === undefined) return { do: 'delete' }
    const change = changeStep(record, now, times)
    if (change !== undefined) return change
  }
  return afterwards(record, now, times)
}

/** Whether a meeting has to be made, or one of which nobody knows has to be found. */
export function needsMeeting(record: MeetingRecord): boolean {
  const { wanted, published } = record
  if (wanted.meeting !== undefined) return published === undefined || !isSameHost(published.host, wanted.host)
  return published === undefined && (openAttempt(record) !== undefined || unpublished(record) !== undefined)
}

/** The attempt of which nobody knows what became of it. */
export function openAttempt({ attempts }: MeetingRecord): Attempt | undefined {
  return attempts.findLast(isOpen)
}

/**
 * An attempt at the wanted host that has made a meeting which is neither published nor surplus. Where none is wanted any more it is
 * the first one that was ever found: people have heard of another link otherwise, and must not hear of this one.
 */
export function unpublished({ attempts, published, surplus, wanted }: MeetingRecord): Attempt | undefined {
  return attempts.find(
    ({ outcome, meetingId, host }) =>
      outcome === 'made' &&
      meetingId !== undefined &&
      meetingId !== published?.id &&
      (wanted.meeting === undefined ? surplus.length === 0 : isSameHost(host, wanted.host)) &&
      !surplus.some(({ id }) => id === meetingId),
  )
}

/** A try that surely made nothing gives its number to the next one. */
function nextNumber({ attempts }: MeetingRecord): number {
  const last = attempts.at(-1)
  if (last === undefined) return 1
  return last.outcome === 'not_made' ? last.number : last.number + 1
}

/** A request that was sent and of which no answer is known; that the sender has died is known by its lease. */
const isOpen = ({ outcome }: Attempt): boolean => outcome === 'sent' || outcome === 'unknown'

/** An e-mail address may be written in capitals. */
export const isSameHost = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase()

/** Look at once, since what is there is there. That it is not there counts only after a quiet time, and when seen twice. */
function resolve(attempt: Attempt, now: number, { quietMs, betweenReadsMs }: Times): Step {
  if (attempt.outcome === 'unknown' && attempt.lookedAt === undefined) return { do: 'look', attempt }
  const { missedAt, giveUpAt } = attempt
  const from = missedAt === undefined ? giveUpAt + quietMs : missedAt + betweenReadsMs
  return now < from ? { do: 'wait', until: from } : { do: 'look', attempt }
}

function changeStep(record: MeetingRecord, now: number, times: Times): Step | undefined {
  const { wanted, published, change } = record
  if (change?.outcome === 'taken') return { do: 'verify' }
  if (published !== undefined && published.revision < wanted.revision) {
    // An older change may still land: sent now, the new one could be overwritten by it.
    const from = change !== undefined && change.revision !== wanted.revision ? landsUntil(change, times) : now
    return now < from ? { do: 'wait', until: from } : { do: 'change' }
  }
  return hasDatesToApply(record) ? { do: 'dates' } : undefined
}

/** Whether dates of the published series are not yet as they are wanted. */
export function hasDatesToApply({ wanted, published }: MeetingRecord): boolean {
  return (wanted.meeting?.dates ?? []).length > 0 && published?.datesRevision !== wanted.revision
}

/** Until when this change, or one before it, may still land at Zoom. */
export function landsUntil(
  { outcome, giveUpAt, mayLandUntil = 0 }: SentChange,
  { quietMs }: Pick<Times, 'quietMs'>,
): number {
  const isUnknown = outcome === 'sent' || outcome === 'unknown'
  return isUnknown ? Math.max(mayLandUntil, giveUpAt + quietMs) : mayLandUntil
}

/** What is left to do when there is nothing to send: whatever is due, else whatever is due first. */
function afterwards(record: MeetingRecord, now: number, times: Times): Step {
  const { surplus, verify, published, candidates } = record
  // Nobody needs its meeting any more, so that it must not stay.
  const open = candidates === undefined ? openAttempt(record) : undefined
  const at = (due: number, step: Step): Step => (now < due ? { do: 'wait', until: due } : step)
  const steps: Step[] = [
    ...(open === undefined ? [] : [resolve(open, now, times)]),
    ...(verify === undefined || published === undefined ? [] : [at(verify.at, { do: 'verify' })]),
    ...surplus
      .filter(({ state }) => state === 'found')
      .map(({ id, retryAt = 0 }) => at(retryAt, { do: 'remove', meetingId: id })),
  ]
  const due = steps.find((step) => step.do !== 'wait')
  const waits = steps.flatMap((step) => (step.do === 'wait' ? [step.until] : []))
  return due ?? (waits.length > 0 ? { do: 'wait', until: Math.min(...waits) } : { do: 'nothing' })
}

import { invalidInput, ZoomError } from '../errors.ts'
import { createBell } from './bell.ts'
import type { KeeperParts } from './keeper-parts.ts'
import type { MeetingRecord } from './record.ts'
import { settledStates } from './settle.ts'
import { type MeetingStatus, statusOf } from './status.ts'
import { workOnKey } from './work.ts'

/** How long a call of the keeper waits for its meeting. */
export interface WaitOptions {
  /**
   * How long to wait for the meeting, in milliseconds (300,000). It is given back earlier when it has settled, or when nothing
   * will happen within that time. A request that is on its way then is waited for, 15 seconds at most.
   */
  readonly waitMs?: number | undefined
  /** Ends the waiting, not the work. */
  readonly signal?: AbortSignal | undefined
}

/** How long to wait before looking again whether another worker has got further. */
const lookAgainMs = 500

/** Works on a record, or watches others do so, until it has settled or the time is over. */
export async function follow(
  parts: KeeperParts,
  plan: () => Promise<MeetingRecord>,
  { waitMs = 300_000, signal }: WaitOptions = {},
): Promise<MeetingStatus> {
  const { now } = parts.ambient
  if (typeof waitMs !== 'number' || !(waitMs >= 0))
    throw invalidInput('waitMs', waitMs, 'Give milliseconds from 0 on, or Infinity.')
  // Nobody rings this bell: who waits for one meeting does not look because another one was planned.
  const sleep = createBell(parts.ambient)
  const until = now() + waitMs
  let record = await plan()
  for (;;) {
    record = (await workOnKey(parts, record.key)) ?? record
    if (settledStates.has(record.state) || needsPerson(record)) return statusOf(record)
    // Held by another worker, it may get further at any time.
    const isHeld = record.leaseUntil > now()
    const nextAt = isHeld ? now() + lookAgainMs : (record.dueAt ?? Number.POSITIVE_INFINITY)
    if (nextAt > until) return statusOf(record)
    await sleep.wait(Math.max(1, nextAt - now()), signal)
    if (signal?.aborted)
      throw new ZoomError('aborted', `Waiting for ${JSON.stringify(record.key)} was ended by the caller.`, {
        remedy: 'What was planned stays planned; ask for it again with the same key.',
        cause: signal.reason,
      })
  }
}

/** Waiting does not help against a sign-in that Zoom does not accept. */
function needsPerson({ obstacle }: MeetingRecord): boolean {
  return obstacle?.reason === 'sign_in_refused' || obstacle?.reason === 'scope_missing'
}

import type { Instance } from '../../domain/life/instance.ts'
import { kindOf } from '../../domain/meeting-kind.ts'
import { readMeetingId, readUuid } from '../../domain/path-ids.ts'
import type { Ctx } from '../../http/context.ts'
import type { Caller, Emulator } from '../../http/env.ts'
import { meetingNotFound, ZoomApiError } from '../../http/zoom-error.ts'
import type { PastInstance } from '../../present/past-meeting.ts'
import { mayUse, requireSameAccount } from '../sessions/may-use.ts'

/** The past can be read for a year (docs/zoom-facts.md §5.2). */
export const yearMs: number = 365 * 86_400_000

/**
 * The instance of the path that a caller may read (docs/zoom-facts.md §5.1, §5.2): by its uuid, encoded once or twice, or by the
 * meeting's number, which means the last one that ended. Unknown, or not over yet: 404/3001; of another account: 400/1010; of another
 * host, without account-wide scopes, or of a webinar: 400/300; on a free plan: 400/200; over a year ago: 400/12702.
 */
export function findPastInstance(emulator: Emulator, context: Ctx): PastInstance {
  const instance = knownInstance(emulator, context.req.param('meetingId') ?? '')
  requireReadable(emulator, context.env.caller, instance)
  return instance
}

/** Refuses a caller who may not read what was. */
export function requireReadable(
  emulator: Pick<Emulator, 'store' | 'clock'>,
  caller: Caller,
  instance: PastInstance,
): void {
  requireSameAccount(caller, instance)
  if (kindOf(instance) === 'webinar' || !mayUse(emulator, caller, instance))
    throw new ZoomApiError(400, 300, 'Cannot access meeting information.')
  if (caller.account.plan === 'free')
    throw new ZoomApiError(400, 200, `Only available for paid account: ${caller.account.id}.`)
  if (instance.endedAt < emulator.clock.now() - yearMs)
    throw new ZoomApiError(400, 12702, 'Can not access a meeting a year ago.')
}

/** The instance that a path names by uuid or by number, whosever it is. */
function knownInstance(emulator: Pick<Emulator, 'store'>, text: string): PastInstance {
  const found = instanceFromPath(emulator, text)
  if (!found) throw meetingNotFound(text)
  if (!isPast(found)) throw new ZoomApiError(404, 3001, 'The meeting ID is invalid or the meeting has not ended.')
  return found
}

/** By uuid any instance, by number the last one that ended; what is no number is 400/300. */
export function instanceFromPath({ store }: Pick<Emulator, 'store'>, text: string): Instance | undefined {
  const uuid = readUuid(text)
  if (uuid !== undefined) return store.instances.get(uuid)
  const id = readMeetingId(text)
  if (id === undefined) throw new ZoomApiError(400, 300, 'Invalid meeting ID.')
  return lastEnded(store.instancesOfMeeting(id))
}

export function isPast(instance: Instance): instance is PastInstance {
  return instance.endedAt !== undefined
}

function lastEnded(instances: Iterable<Instance>): PastInstance | undefined {
  let last: PastInstance | undefined
  for (const instance of instances) if (isPast(instance)) last = instance
  return last
}

import { readMeetingId, readUuid } from '../../domain/path-ids.ts'
import type { Ctx } from '../../http/context.ts'
import type { Emulator } from '../../http/env.ts'
import { ZoomApiError } from '../../http/zoom-error.ts'
import { mayUse, type OfHost, requireSameAccount } from './may-use.ts'

/** What is kept of each instance, by its uuid. */
interface OfInstance extends OfHost {
  readonly uuid: string
}

/** Where to look for it, and what to say where it is not. */
export interface InstanceLookup<T extends OfInstance> {
  byUuid(uuid: string): T | undefined
  /** Oldest first. */
  ofOwner(id: number): readonly (T | undefined)[]
  missing(): ZoomApiError
}

/**
 * What is kept of the instance that a path names: by its uuid, encoded once or twice, or by the number of its meeting, which means
 * the last one (docs/zoom-facts.md §8). Of another account: 400/1010; of another host, without account-wide scopes: 400/200.
 */
export function permittedInstance<T extends OfInstance>(
  emulator: Emulator,
  context: Ctx,
  text: string,
  lookup: InstanceLookup<T>,
): T {
  const { caller } = context.env
  const found = lookUp(text, lookup)
  if (!found) throw lookup.missing()
  requireSameAccount(caller, found)
  if (emulator.store.users.get(found.hostId) === undefined)
    throw new ZoomApiError(404, 1001, `User ${found.hostId} does not exist or does not belong to this account.`)
  if (!mayUse(emulator, caller, found)) throw new ZoomApiError(400, 200, 'You do not have the right permissions.')
  return found
}

function lookUp<T extends OfInstance>(text: string, { byUuid, ofOwner }: InstanceLookup<T>): T | undefined {
  const uuid = readUuid(text)
  if (uuid !== undefined) return byUuid(uuid)
  const id = readMeetingId(text)
  if (id === undefined) throw new ZoomApiError(400, 300, 'Invalid meeting ID.')
  return ofOwner(id).findLast((one) => one !== undefined)
}

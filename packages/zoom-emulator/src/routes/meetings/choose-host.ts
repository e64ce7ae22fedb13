import type { User } from '../../domain/entities.ts'
import { invalidParameter } from '../../domain/field-problem.ts'
import type { Caller, Emulator } from '../../http/env.ts'
import { ZoomApiError } from '../../http/zoom-error.ts'

/** Whether a user may have meetings: without a licence for them (4, 99) there is nothing to host (docs/zoom-facts.md §4). */
export function isHosting({ status, type }: User): boolean {
  return status === 'active' && (type === 1 || type === 2)
}

/** Refuses a host who may not have meetings: 400/3161. */
export function requireHosting(host: User): void {
  if (!isHosting(host)) throw noHosting()
}

/** 400/3161 */
export function noHosting(): ZoomApiError {
  return new ZoomApiError(
    400,
    3161,
    'Meeting hosting and scheduling capabilities are not allowed for your user account.',
  )
}

/** What `schedule_for` asks for an instant meeting: 400/3000. */
export function refuseInstantFor(): never {
  throw new ZoomApiError(
    400,
    3000,
    'Instant meetings do not support the schedule_for parameter; you cannot schedule an instant meeting for another user.',
  )
}

/**
 * The user that `schedule_for` names (docs/zoom-facts.md §5.3): nobody of the account is 400/300; a Basic user, or one who
 * gave the caller no privilege where the caller has no account-wide scopes, is 400/3000.
 */
export function chooseScheduledHost({ store }: Emulator, caller: Caller, scheduleFor: string): User {
  const { account, user: self, accountWide } = caller
  const byId = store.users.get(scheduleFor)
  const target = byId?.accountId === account.id ? byId : store.userByEmail(account.id, scheduleFor)
  if (!target) {
    const problem = invalidParameter('schedule_for')
    throw new ZoomApiError(
      400,
      300,
      'The value that you entered for the schedule_for field is invalid. Enter a valid value and try again.',
      [problem],
    )
  }
  const allowed = target.id === self.id || accountWide || target.assistantIds.includes(self.id)
  const licensed = target.type === 2 && target.status === 'active'
  if (target.id !== self.id && !(allowed && licensed))
    throw new ZoomApiError(400, 3000, `You cannot schedule a meeting for ${scheduleFor}.`)
  return target
}

import type { Caller, Emulator } from '../../http/env.ts'
import { ZoomApiError } from '../../http/zoom-error.ts'

/** What belongs to a host: a meeting, what is kept of one that was held, a recording. */
export interface OfHost {
  readonly accountId: string
  readonly hostId: string
}

/** 400/1010 for what another account has. */
export function requireSameAccount({ account }: Caller, { accountId }: OfHost): void {
  if (accountId !== account.id)
    throw new ZoomApiError(400, 1010, `User does not belong to this account: ${account.id}.`)
}

/** Whether the caller may use it: with account-wide scopes, as its host, or as an assistant of its host. */
export function mayUse({ store }: Pick<Emulator, 'store'>, { accountWide, user }: Caller, { hostId }: OfHost): boolean {
  return accountWide || hostId === user.id || store.users.get(hostId)?.assistantIds.includes(user.id) === true
}

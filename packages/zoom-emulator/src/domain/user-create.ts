import type { Account, User } from './entities.ts'
import type { Ids } from './ids.ts'
import { addPassword } from './password-rules.ts'
import type { NewUserInput } from './user-fields.ts'

/** How long an invitation can be accepted. */
export const invitationLifeMs: number = 30 * 86_400_000

export interface UserParts {
  readonly ids: Ids
  readonly now: number
  /** Whether somebody has this personal meeting id. */
  readonly isTaken: (pmi: number) => boolean
}

/**
 * Makes a user out of a body that was read (docs/zoom-facts.md §4): one who is invited is pending until the invitation is accepted,
 * one who is made in another way is active at once.
 */
export function createUser(account: Account, { action, user_info: info }: NewUserInput, parts: UserParts): User {
  const { ids, now, isTaken } = parts
  const firstName = info.first_name || (info.email.split('@')[0] ?? '')
  const lastName = info.last_name ?? ''
  const isInvited = action === 'create'
  const user: User = {
    id: ids.urlSafeId(),
    accountId: account.id,
    email: info.email,
    firstName,
    lastName,
    displayName: info.display_name || `${firstName} ${lastName}`.trim(),
    type: info.type,
    status: isInvited ? 'pending' : 'active',
    timeZone: account.timeZone,
    language: account.language,
    pmi: ids.pmi(isTaken),
    roleId: '2',
    department: '',
    assistantIds: [],
    createdAt: now,
    origin: action,
    ...(isInvited && { invitedUntil: now + invitationLifeMs }),
    ...(info.plan_united_type && { profile: { plan_united_type: info.plan_united_type } }),
  }
  return info.password && action === 'autoCreate' ? { ...user, passwords: addPassword(user, info.password, now) } : user
}

/** Whether the invitation of a pending user can no longer be accepted. */
export function hasExpiredInvitation({ status, invitedUntil }: User, now: number): boolean {
  return status === 'pending' && invitedUntil !== undefined && invitedUntil <= now
}

/** The invitation was accepted. */
export function activateUser({ invitedUntil: _, ...user }: User): User {
  return { ...user, status: 'active' }
}

/** How the user signs in, as Zoom's numbers (docs/zoom-facts.md §4). */
export function loginTypeOf({ origin }: User): 99 | 100 | 101 {
  if (origin === 'custCreate') return 99
  return origin === 'ssoCreate' ? 101 : 100
}

import type { Account, User, UserType } from './entities.ts'

/** Why an account has no place for another user of a type: no licence, or too many Basic users. */
export type SeatShortage = { readonly reason: 'licences' | 'basic_users'; readonly most: number }

/**
 * Whether an account can take one more user of `type`: `undefined` where it can. A free account has no licences; a deactivated user
 * takes no seat.
 */
export function findSeatShortage(
  { plan, licences, basicUsers }: Account,
  type: UserType,
  users: Iterable<User>,
): SeatShortage | undefined {
  if (type !== 1 && type !== 2) return undefined
  const most = type === 1 ? basicUsers : plan === 'free' ? 0 : licences
  if (most === undefined) return undefined
  let taken = 0
  for (const user of users) if (user.type === type && user.status !== 'inactive') taken++
  return taken < most ? undefined : { reason: type === 1 ? 'basic_users' : 'licences', most }
}

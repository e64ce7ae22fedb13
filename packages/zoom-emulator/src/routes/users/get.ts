import type { User } from '../../domain/entities.ts'
import { loginTypeOf } from '../../domain/user-create.ts'
import { settingsOf } from '../../domain/user-settings.ts'
import type { Ctx } from '../../http/context.ts'
import type { Caller } from '../../http/env.ts'
import { reply } from '../../http/reply.ts'
import type { Handler } from '../../http/router.ts'
import { userNotFound } from '../../http/zoom-error.ts'
import { presentUser } from '../../present/user.ts'
import { findUser, forbidden, queryFlag, queryWord, type UserRoutes, usersOf } from './context.ts'

const loginTypes = ['0', '1', '11', '21', '23', '24', '27', '97', '98', '99', '100', '101'] as const

/** `GET /users/{userId}` */
export function getUserRoute(routes: UserRoutes): Handler {
  const { emulator } = routes
  return (context) => {
    const user = searchesByUniqueId(context) ? byUniqueId(routes, context) : findUser(routes, context)
    requireLoginType(context, user)
    return reply(
      200,
      presentUser(user, { baseUrl: emulator.baseUrl(), usesPmi: usesRoomForInstant(context.env.caller, user) }),
    )
  }
}

/** `use_pmi` of a user is the setting that governs instant meetings. */
export function usesRoomForInstant({ account }: Caller, user: User): boolean {
  return settingsOf(account, user).schedule_meeting?.use_pmi_for_instant_meetings === true
}

/** Zoom's encrypted addresses are unknown here, so one of them names nobody. */
export function refuseEncryptedEmail(context: Ctx): void {
  if (queryFlag(context, 'encrypted_email')) throw userNotFound(context.req.param('userId') ?? '')
}

/** A user who does not sign in that way is none (docs/zoom-facts.md §4). */
export function requireLoginType(context: Ctx, user: User): void {
  const asked = queryWord(context, 'login_type', loginTypes, undefined)
  if (asked && Number(asked) !== loginTypeOf(user)) throw userNotFound(context.req.param('userId') ?? '')
}

function searchesByUniqueId(context: Ctx): boolean {
  refuseEncryptedEmail(context)
  return queryFlag(context, 'search_by_unique_id')
}

function byUniqueId({ emulator }: UserRoutes, context: Ctx): User {
  const { caller } = context.env
  const id = context.req.param('userId') ?? ''
  for (const user of usersOf(emulator, caller.account)) {
    if (user.profile?.employee_unique_id !== id) continue
    if (user.id !== caller.user.id && !caller.accountWide) throw forbidden('No permission to access another user.')
    return user
  }
  throw userNotFound(id)
}

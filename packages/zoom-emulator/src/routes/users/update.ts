import type { Account, User, UserType } from '../../domain/entities.ts'
import { invalidParameter } from '../../domain/field-problem.ts'
import { isAdmin } from '../../domain/roles.ts'
import { findSeatShortage } from '../../domain/seats.ts'
import { mergeSettings } from '../../domain/setting-fields.ts'
import { parseUserChange, type UserChange } from '../../domain/user-fields.ts'
import type { Caller, Emulator } from '../../http/env.ts'
import { readJson } from '../../http/read-json.ts'
import { reply } from '../../http/reply.ts'
import type { Handler } from '../../http/router.ts'
import { validationFailed, ZoomApiError } from '../../http/zoom-error.ts'
import { presentOperator } from '../../present/event-meeting.ts'
import { presentUserChange } from '../../present/event-user.ts'
import { presentUser } from '../../present/user.ts'
import { orRefuse } from '../meetings/context.ts'
import { findUser, forbidden, requireProfileRight, type UserRoutes, usersOf } from './context.ts'
import { requireLoginType, usesRoomForInstant } from './get.ts'
import { isPersonalIdTaken } from './personal-id.ts'

/** `PATCH /users/{userId}` */
export function updateUserRoute(routes: UserRoutes): Handler {
  const { emulator, locks } = routes
  return async (context) => {
    const { caller } = context.env
    const body = await readJson(context)
    const user = findUser(routes, context)
    requireLoginType(context, user)
    const change = orRefuse(parseUserChange(body, emulator.switches))
    locks.require(user.id)
    requireRights(caller, change)
    const type = change.type ?? user.type
    if (type !== user.type) requireTypeChange(emulator, caller, user, type)
    requireRoomChange(emulator, user, change, type)
    const changed = changeUser(user, change)
    emulator.store.users.put(changed)
    publishChange(emulator, caller, user, changed)
    return reply(204)
  }
}

function changeUser(user: User, change: UserChange): User {
  const firstName = change.first_name ?? user.firstName
  const lastName = change.last_name ?? user.lastName
  const isRenamed = change.first_name !== undefined || change.last_name !== undefined
  const plan = change.plan_united_type
  return {
    ...user,
    firstName,
    lastName,
    displayName: change.display_name ?? (isRenamed ? `${firstName} ${lastName}`.trim() : user.displayName),
    type: change.type ?? user.type,
    pmi: change.pmi ?? user.pmi,
    timeZone: change.timezone ?? user.timeZone,
    language: change.language ?? user.language,
    department: change.dept ?? user.department,
    ...(change.vanity_name !== undefined && { vanityName: change.vanity_name }),
    ...(change.host_key !== undefined && { hostKey: change.host_key }),
    ...((change.profile || plan) && {
      profile: {
        ...user.profile,
        ...change.profile,
        ...(plan && { plan_united_type: plan === 'none' ? undefined : plan }),
      },
    }),
    ...(change.use_pmi !== undefined && {
      settings: mergeSettings(user.settings ?? {}, {
        schedule_meeting: { use_pmi_for_instant_meetings: change.use_pmi },
      }),
    }),
  }
}

function requireRights(caller: Caller, change: UserChange): void {
  const named = change.first_name ?? change.last_name ?? change.display_name
  if (named !== undefined) requireProfileRight(caller, "a user's name")
  if (change.host_key !== undefined) requireProfileRight(caller, 'the host key')
  if (change.pmi !== undefined) requireProfileRight(caller, 'a Personal Meeting ID (PMI)')
  if (change.vanity_name !== undefined) requireProfileRight(caller, 'a vanity name')
  const plans = [change.type, change.plan_united_type, change.zoom_one_type].filter((sent) => sent !== undefined)
  if (plans.length > 1)
    throw validationFailed([
      {
        field: 'type',
        message: 'You can\'t change the "type" or "plan_united_type" or "zoom_one_type" at the same time.',
      },
    ])
}

function requireTypeChange(emulator: Emulator, { account, accountWide }: Caller, user: User, type: UserType): void {
  if (!accountWide || (isAdmin(user) && type === 99))
    throw new ZoomApiError(400, 1108, 'Permission requirements to change the user type of this user were not met.')
  requireSeat(account, type, usersOf(emulator, account))
}

function requireSeat(account: Account, type: UserType, users: Iterable<User>): void {
  const shortage = findSeatShortage(account, type, users)
  if (shortage?.reason === 'basic_users')
    throw new ZoomApiError(
      400,
      2033,
      'Your request to convert the user type to "Basic" was not approved because you have already reached the maximum basic user limit allowed in your account.',
    )
  if (shortage)
    throw new ZoomApiError(
      400,
      2034,
      `Your request to convert the plan type of this user to "Licensed" was not approved at this time because your account has reached the permitted maximum number of "${shortage.most}" Licensed users.`,
    )
}

/** A personal room of one's own choosing needs a licence, and an id or name that nobody has. */
function requireRoomChange(emulator: Emulator, user: User, { pmi, vanity_name }: UserChange, type: UserType): void {
  if (pmi === undefined && vanity_name === undefined) return
  if (type === 99 || type === 4) throw forbidden('You cannot change PMI information for a "No Meetings License" user.')
  if (type !== 2) throw new ZoomApiError(400, 1109, 'Host is not a paid user.')
  if (pmi !== undefined && isPersonalIdTaken(emulator, pmi, user)) throw validationFailed([invalidParameter('pmi')])
  if (vanity_name !== undefined && isVanityNameTaken(emulator, vanity_name, user))
    throw new ZoomApiError(
      400,
      4100,
      `${vanity_name} is already taken by a user from your account. Choose another "Personal Link Name".`,
    )
}

/** Whether another user has this name in links, in any case. */
export function isVanityNameTaken({ store }: Emulator, name: string, self?: Pick<User, 'id'>): boolean {
  for (const user of store.users.values())
    if (user.vanityName?.toLowerCase() === name.toLowerCase() && user.id !== self?.id) return true
  return false
}

/** `user.updated` with what differs; nothing differs: nothing is told. */
function publishChange({ events, clock, baseUrl }: Emulator, caller: Caller, before: User, after: User): void {
  const view = (user: User) => ({
    ...presentUser(user, { baseUrl: baseUrl(), usesPmi: usesRoomForInstant(caller, user) }),
  })
  const changed = presentUserChange(view(before), view(after))
  if (Object.keys(changed.object).length + Object.keys(changed.old_object).length === 2) return
  events.publish('user.updated', after.accountId, () => ({
    ...presentOperator(caller.user),
    time_stamp: clock.now(),
    ...changed,
  }))
}

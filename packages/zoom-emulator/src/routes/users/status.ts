import type { User } from '../../domain/entities.ts'
import { missingField } from '../../domain/field-problem.ts'
import { oneOf, parseFields } from '../../domain/fields.ts'
import { isAdmin } from '../../domain/roles.ts'
import { findSeatShortage } from '../../domain/seats.ts'
import { activateUser } from '../../domain/user-create.ts'
import type { Caller, Emulator } from '../../http/env.ts'
import { readJson } from '../../http/read-json.ts'
import { reply } from '../../http/reply.ts'
import type { Handler } from '../../http/router.ts'
import { validationFailed, ZoomApiError } from '../../http/zoom-error.ts'
import { orRefuse } from '../meetings/context.ts'
import { anyUser, forbidden, publishUser, type UserRoutes, usersOf } from './context.ts'
import { forgetSignIns } from './sign-ins.ts'

type Action = 'activate' | 'deactivate' | 'clock_in' | 'clock_out'

const fields = { action: oneOf<Action>('activate', 'deactivate', 'clock_in', 'clock_out') }

/** `PUT /users/{userId}/status` */
export function userStatusRoute(routes: UserRoutes): Handler {
  const { emulator } = routes
  const done = emulator.switches.statusAnswer === 204 ? reply(204) : reply(200, {})
  return async (context) => {
    const { caller } = context.env
    const body = await readJson(context)
    const user = anyUser(routes, context)
    const { action } = orRefuse(parseFields<{ action: Action }>(fields, body, emulator.switches.coerceText))
    if (!action) throw validationFailed([missingField('action')])
    routes.locks.require(user.id)
    // Who works when is nothing that another call would show.
    if (action === 'clock_in' || action === 'clock_out') return done
    if (isAdmin(user)) throw forbidden("Zoom Room and Admin users' status cannot be activated or deactivated.")
    if (action === 'activate') activate(emulator, caller, user)
    else deactivate(emulator, user)
    return done
  }
}

function activate(emulator: Emulator, { account }: Caller, user: User): void {
  if (user.status === 'active') return
  const shortage = user.status === 'inactive' && findSeatShortage(account, user.type, usersOf(emulator, account))
  if (shortage && shortage.reason === 'basic_users')
    throw new ZoomApiError(
      400,
      2033,
      'Your request to activate the "Basic" user was not approved because you have already reached the maximum "Basic" user limit allowed in your account.',
    )
  if (shortage)
    throw new ZoomApiError(
      400,
      2034,
      `Your request to activate the user was not approved at this time because your account has reached the permitted maximum number of ${shortage.most} Licensed users.`,
    )
  const active = activateUser(user)
  emulator.store.users.put(active)
  publishUser(emulator, 'activated', active)
}

/** The meetings stay, but the user can neither host nor sign in. */
function deactivate(emulator: Emulator, user: User): void {
  if (user.status === 'inactive') return
  const inactive: User = { ...user, status: 'inactive' }
  emulator.store.transaction(() => {
    emulator.store.users.put(inactive)
    forgetSignIns(emulator.store, user)
  })
  publishUser(emulator, 'deactivated', inactive)
}

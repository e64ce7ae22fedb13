import { invalidParameter } from '../../domain/field-problem.ts'
import { isAdmin } from '../../domain/roles.ts'
import { isEmail } from '../../domain/user-fields.ts'
import { readJson } from '../../http/read-json.ts'
import { reply } from '../../http/reply.ts'
import type { Handler } from '../../http/router.ts'
import { validationFailed, ZoomApiError } from '../../http/zoom-error.ts'
import { presentOperator } from '../../present/event-meeting.ts'
import { presentUserChange } from '../../present/event-user.ts'
import { anyUser, forbidden, type UserRoutes } from './context.ts'

/** `PUT /users/{userId}/email` */
export function changeEmailRoute(routes: UserRoutes): Handler {
  const { emulator, locks } = routes
  return async (context) => {
    const { caller } = context.env
    const { email } = await readJson(context)
    const user = anyUser(routes, context)
    if (typeof email !== 'string' || !isEmail(email)) throw validationFailed([invalidParameter('email')])
    if (!caller.accountWide) throw forbidden('Only an account administrator can change email.')
    if (isAdmin(user) && user.id !== caller.user.id && caller.user.roleId !== '0')
      throw new ZoomApiError(400, 1000, 'Admin can not change other admins email.')
    const holder = emulator.store.userByEmail(user.accountId, email)
    if (holder && holder.id !== user.id) throw new ZoomApiError(409, 1005, `Email "${email}" has already been used.`)
    locks.require(user.id)
    emulator.store.users.put({ ...user, email })
    if (email === user.email) return reply(204)
    emulator.events.publish('user.updated', user.accountId, () => ({
      ...presentOperator(caller.user),
      time_stamp: emulator.clock.now(),
      ...presentUserChange({ id: user.id, email: user.email }, { id: user.id, email }),
    }))
    return reply(204)
  }
}

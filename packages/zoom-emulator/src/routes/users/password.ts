import { invalidParameter } from '../../domain/field-problem.ts'
import { addPassword, passwordFault, reuseFault } from '../../domain/password-rules.ts'
import { isAdmin } from '../../domain/roles.ts'
import { loginTypeOf } from '../../domain/user-create.ts'
import { readJson } from '../../http/read-json.ts'
import { reply } from '../../http/reply.ts'
import type { Handler } from '../../http/router.ts'
import { validationFailed, ZoomApiError } from '../../http/zoom-error.ts'
import { presentOperator } from '../../present/event-meeting.ts'
import { anyUser, type UserRoutes } from './context.ts'

const longest = 128
const workEmail = 100

/** `PUT /users/{userId}/password` */
export function changePasswordRoute(routes: UserRoutes): Handler {
  const { emulator } = routes
  return async (context) => {
    const { caller } = context.env
    const { password } = await readJson(context)
    const user = anyUser(routes, context)
    if (typeof password !== 'string' || password.length > longest)
      throw validationFailed([invalidParameter('password')])
    if (isAdmin(user) && user.id !== caller.user.id)
      throw new ZoomApiError(400, 1117, "Can not update Admin's password")
    if (loginTypeOf(user) !== workEmail)
      throw new ZoomApiError(400, 1123, 'Can only update password of Zoom work email account')
    const now = emulator.clock.now()
    const fault = passwordFault(password) ?? reuseFault(user, password, now)
    if (fault) throw new ZoomApiError(400, fault.code, fault.message)
    emulator.store.users.put({ ...user, passwords: addPassword(user, password, now) })
    // The words of `operation` are believed: facts §9 say that there is one for a password change.
    emulator.events.publish('user.updated', user.accountId, () => ({
      ...presentOperator(caller.user),
      operation: 'password_change',
      time_stamp: now,
      object: { id: user.id, email: user.email },
    }))
    return reply(204)
  }
}

import type { User } from '../domain/entities.ts'
import type { Emulator } from '../http/env.ts'
import { paginate } from '../http/paging.ts'
import { reply } from '../http/reply.ts'
import { resolveUser } from '../http/resolve-user.ts'
import type { Router } from '../http/router.ts'
import { validationFailed } from '../http/zoom-error.ts'
import { presentUser, presentUserRow } from '../present/user.ts'

const statuses: readonly string[] = ['active', 'inactive', 'pending'] satisfies User['status'][]

/** `/v2/users` and `/v2/users/{userId}` (docs/zoom-facts.md §4). */
export function userRoutes(router: Router, emulator: Emulator): void {
  router.on('GET /users', (context) => {
    const { caller } = context.env
    const status = context.req.query('status') || 'active'
    if (!statuses.includes(status)) throw validationFailed([{ field: 'status', message: 'Invalid parameter: status.' }])
    const roleId = context.req.query('role_id')
    const users = Array.from(emulator.store.users.values(), (user, place) => ({ user, place })).filter(
      ({ user }) =>
        user.accountId === caller.account.id && user.status === status && (!roleId || user.roleId === roleId),
    )
    const list = `users ${caller.account.id} ${status} ${roleId ?? ''}`
    const { fields, rows } = paginate(context, emulator, list, users, ({ place }) => [place, 0])
    return reply(200, { ...fields, users: rows.map(({ user }) => presentUserRow(user)) })
  })

  router.on('GET /users/{userId}', (context) => {
    const { caller } = context.env
    const user = resolveUser(emulator, caller, context.req.param('userId') ?? '')
    return reply(200, presentUser(user, emulator.baseUrl()))
  })
}

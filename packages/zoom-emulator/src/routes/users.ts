import type { User } from '../domain/entities.ts'
import { requireScopes } from '../http/authorize.ts'
import type { Emulator, Routes } from '../http/env.ts'
import { paginate } from '../http/paging.ts'
import { resolveUser } from '../http/resolve-user.ts'
import { validationFailed } from '../http/zoom-error.ts'
import { presentUser, presentUserRow } from '../present/user.ts'

const statuses: readonly string[] = ['active', 'inactive', 'pending'] satisfies User['status'][]

/** `/v2/users` and `/v2/users/{userId}` (docs/zoom-facts.md §4). */
export function userRoutes(app: Routes, emulator: Emulator): void {
  app.get('/v2/users', (context) => {
    const { caller } = context.env
    requireScopes(caller, { granular: 'user:read:list_users', classic: 'user:read', accountWide: true })
    const status = context.req.query('status') || 'active'
    if (!statuses.includes(status)) throw validationFailed([{ field: 'status', message: 'Invalid parameter: status.' }])
    const roleId = context.req.query('role_id')
    const users = Array.from(emulator.store.users.values(), (user, place) => ({ user, place })).filter(
      ({ user }) =>
        user.accountId === caller.account.id && user.status === status && (!roleId || user.roleId === roleId),
    )
    const list = `users ${caller.account.id} ${status} ${roleId ?? ''}`
    const { fields, rows } = paginate(context, emulator, list, users, ({ place }) => [place, 0])
    return context.json({ ...fields, users: rows.map(({ user }) => presentUserRow(user)) })
  })

  app.get('/v2/users/:userId', (context) => {
    const { caller } = context.env
    requireScopes(caller, { granular: 'user:read:user', classic: 'user:read' })
    const user = resolveUser(emulator, caller, context.req.param('userId'))
    return context.json(presentUser(user, emulator.baseUrl()))
  })
}

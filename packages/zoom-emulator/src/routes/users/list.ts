import { paginate } from '../../http/paging.ts'
import { reply } from '../../http/reply.ts'
import type { Handler } from '../../http/router.ts'
import { presentUserRow } from '../../present/user.ts'
import { queryWord, type UserRoutes } from './context.ts'

const licences = ['zoom_workforce_management', 'zoom_compliance_management'] as const

/** `GET /users` */
export function listUsersRoute({ emulator }: UserRoutes): Handler {
  return (context) => {
    const { account } = context.env.caller
    const status = queryWord(context, 'status', ['active', 'inactive', 'pending'], 'active')
    const more = queryWord(context, 'include_fields', ['custom_attributes', 'host_key'], undefined)
    const licence = queryWord(context, 'license', licences, undefined)
    const roleId = context.req.query('role_id')
    const { store, listLag, clock } = emulator
    const users = listLag
      .visible([...store.users.values()], ({ id }) => id, clock.now())
      .filter(
        // Nobody here has one of those licences.
        (user) =>
          user.accountId === account.id && user.status === status && (!roleId || user.roleId === roleId) && !licence,
      )
    const list = `users ${account.id} ${status} ${roleId ?? ''} ${licence ?? ''}`
    const { fields, rows } = paginate(context, emulator, list, users, ({ id }) => [store.numberOf.users(id), 0])
    return reply(200, {
      ...fields,
      users: rows.map((user) => ({
        ...presentUserRow(user),
        ...(more === 'host_key' && user.hostKey && { host_key: user.hostKey }),
        ...(more === 'custom_attributes' && { custom_attributes: user.profile?.custom_attributes ?? [] }),
      })),
    })
  }
}

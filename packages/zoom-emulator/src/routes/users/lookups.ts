import { reply } from '../../http/reply.ts'
import type { Handler } from '../../http/router.ts'
import { ZoomApiError } from '../../http/zoom-error.ts'
import { type UserRoutes, usersOf } from './context.ts'
import { isVanityNameTaken } from './update.ts'

/** `GET /users/email`: whether somebody of the account has the address. */
export function emailExistsRoute({ emulator }: UserRoutes): Handler {
  return (context) => {
    const email = context.req.query('email')
    if (!email) throw new ZoomApiError(400, 300, 'Email is required.')
    const user = emulator.store.userByEmail(context.env.caller.account.id, email)
    return reply(200, { existed_email: user !== undefined })
  }
}

/** `GET /users/vanity_name`: whether a personal link has the name. */
export function vanityNameExistsRoute({ emulator }: UserRoutes): Handler {
  return (context) => {
    const name = context.req.query('vanity_name')
    if (!name) throw new ZoomApiError(400, 300, 'Vanity name is required.')
    return reply(200, { existed: isVanityNameTaken(emulator, name) })
  }
}

/** `GET /users/summary`: how many of each kind; who is pending counts as that alone. */
export function userSummaryRoute({ emulator }: UserRoutes): Handler {
  return (context) => {
    const users = [...usersOf(emulator, context.env.caller.account)]
    const settled = users.filter(({ status }) => status !== 'pending')
    const ofType = (...types: number[]) => settled.filter(({ type }) => types.includes(type)).length
    return reply(200, {
      licensed_users_count: ofType(2),
      basic_users_count: ofType(1),
      on_prem_users_count: 0,
      room_users_count: 0,
      pending_users_count: users.length - settled.length,
      join_only_users_count: ofType(4, 99),
      total_users_count: users.length,
    })
  }
}

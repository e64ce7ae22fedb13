import type { User } from '../../domain/entities.ts'
import type { Emulator } from '../../http/env.ts'
import { reply } from '../../http/reply.ts'
import type { Handler } from '../../http/router.ts'
import { userNotFound } from '../../http/zoom-error.ts'
import { anyUser, type UserRoutes, usersOf } from './context.ts'

/** Whom the user may schedule for: they named the user as assistant (docs/zoom-facts.md §4). */
function schedulersOf(emulator: Emulator, user: User): User[] {
  return [...usersOf(emulator, { id: user.accountId })].filter(({ assistantIds }) => assistantIds.includes(user.id))
}

/** `GET /users/{userId}/schedulers` */
export function listSchedulersRoute(routes: UserRoutes): Handler {
  return (context) => {
    const schedulers = schedulersOf(routes.emulator, anyUser(routes, context))
    return reply(200, { schedulers: schedulers.map(({ id, email, pmi }) => ({ id, email, pmi })) })
  }
}

/** `DELETE /users/{userId}/schedulers` */
export function deleteSchedulersRoute(routes: UserRoutes): Handler {
  return (context) => {
    const user = anyUser(routes, context)
    release(routes.emulator, user, schedulersOf(routes.emulator, user))
    return reply(204)
  }
}

/** `DELETE /users/{userId}/schedulers/{schedulerId}`; who is no such user is 404/1001. */
export function deleteSchedulerRoute(routes: UserRoutes): Handler {
  return (context) => {
    const user = anyUser(routes, context)
    const asked = context.req.param('schedulerId') ?? ''
    const scheduler = schedulersOf(routes.emulator, user).find((one) => isNamed(one, asked))
    if (!scheduler) throw userNotFound(asked)
    release(routes.emulator, user, [scheduler])
    return reply(204)
  }
}

/** Whether an id, or an e-mail in any case, names the user. */
export function isNamed({ id, email }: User, name: string): boolean {
  return id === name || email.toLowerCase() === name.toLowerCase()
}

function release({ store }: Emulator, user: User, schedulers: readonly User[]): void {
  store.transaction(() => {
    for (const one of schedulers)
      store.users.put({ ...one, assistantIds: one.assistantIds.filter((id) => id !== user.id) })
  })
}

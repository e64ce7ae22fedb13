import { permissionsOf } from '../../domain/roles.ts'
import { reply } from '../../http/reply.ts'
import type { Handler } from '../../http/router.ts'
import { anyUser, type UserRoutes } from './context.ts'

/** `GET /users/{userId}/permissions` */
export function permissionsRoute(routes: UserRoutes): Handler {
  return (context) => reply(200, { permissions: permissionsOf(anyUser(routes, context)) })
}

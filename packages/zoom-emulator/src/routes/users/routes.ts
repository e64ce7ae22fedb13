import type { TokenSigner } from '../../domain/signed-token.ts'
import type { Routes } from '../../http/context.ts'
import type { Emulator } from '../../http/env.ts'
import type { Router } from '../../http/router.ts'
import { addAssistantsRoute, deleteAssistantRoute, deleteAssistantsRoute, listAssistantsRoute } from './assistants.ts'
import type { UserRoutes } from './context.ts'
import { createUserRoute } from './create.ts'
import { deleteUserRoute } from './delete.ts'
import { changeEmailRoute } from './email.ts'
import { getUserRoute } from './get.ts'
import { listUsersRoute } from './list.ts'
import { emailExistsRoute, userSummaryRoute, vanityNameExistsRoute } from './lookups.ts'
import { userPages } from './pages.ts'
import { changePasswordRoute } from './password.ts'
import { permissionsRoute } from './permissions.ts'
import { deletePictureRoute, uploadPictureRoute } from './picture.ts'
import { changePresenceRoute, getPresenceRoute } from './presence.ts'
import { deleteSchedulerRoute, deleteSchedulersRoute, listSchedulersRoute } from './schedulers.ts'
import { changeSettingsRoute, getSettingsRoute } from './settings.ts'
import { userStatusRoute } from './status.ts'
import { getTokenRoute, getZakRoute, revokeTokenRoute } from './token.ts'
import { updateUserRoute } from './update.ts'

/** Everything about users (docs/zoom-facts.md §4). Fixed names come before `{userId}`, which would take them too. */
export function userRoutes(router: Router, app: Routes, emulator: Emulator, links: TokenSigner): void {
  const routes: UserRoutes = { emulator, links, locks: emulator.userLocks }
  router.on('GET /users', listUsersRoute(routes))
  router.on('POST /users', createUserRoute(routes))
  router.on('GET /users/email', emailExistsRoute(routes))
  router.on('GET /users/me/zak', getZakRoute(routes))
  router.on('GET /users/summary', userSummaryRoute(routes))
  router.on('GET /users/vanity_name', vanityNameExistsRoute(routes))
  router.on('GET /users/{userId}', getUserRoute(routes))
  router.on('PATCH /users/{userId}', updateUserRoute(routes))
  router.on('DELETE /users/{userId}', deleteUserRoute(routes))
  router.on('GET /users/{userId}/settings', getSettingsRoute(routes))
  router.on('PATCH /users/{userId}/settings', changeSettingsRoute(routes))
  router.on('PUT /users/{userId}/status', userStatusRoute(routes))
  router.on('PUT /users/{userId}/email', changeEmailRoute(routes))
  router.on('PUT /users/{userId}/password', changePasswordRoute(routes))
  router.on('GET /users/{userId}/permissions', permissionsRoute(routes))
  router.on('GET /users/{userId}/schedulers', listSchedulersRoute(routes))
  router.on('DELETE /users/{userId}/schedulers', deleteSchedulersRoute(routes))
  router.on('DELETE /users/{userId}/schedulers/{schedulerId}', deleteSchedulerRoute(routes))
  router.on('GET /users/{userId}/assistants', listAssistantsRoute(routes))
  router.on('POST /users/{userId}/assistants', addAssistantsRoute(routes))
  router.on('DELETE /users/{userId}/assistants', deleteAssistantsRoute(routes))
  router.on('DELETE /users/{userId}/assistants/{assistantId}', deleteAssistantRoute(routes))
  router.on('GET /users/{userId}/token', getTokenRoute(routes))
  router.on('DELETE /users/{userId}/token', revokeTokenRoute(routes))
  router.on('GET /users/{userId}/presence_status', getPresenceRoute(routes))
  router.on('PUT /users/{userId}/presence_status', changePresenceRoute(routes))
  router.on('POST /users/{userId}/picture', uploadPictureRoute(routes))
  router.on('DELETE /users/{userId}/picture', deletePictureRoute(routes))
  userPages(app, emulator)
}

import type { Meeting, User } from '../../domain/entities.ts'
import { kindOf, type MeetingKind, timingOf } from '../../domain/meeting-kind.ts'
import { isUsable, lastEnd } from '../../domain/meeting-lifecycle.ts'
import { isAdmin } from '../../domain/roles.ts'
import type { Ctx, Emulator } from '../../http/env.ts'
import { reply } from '../../http/reply.ts'
import type { Handler } from '../../http/router.ts'
import { userNotFound, validationFailed, ZoomApiError } from '../../http/zoom-error.ts'
import { findUser, forbidden, publishUser, queryFlag, queryWord, type UserRoutes } from './context.ts'
import { refuseEncryptedEmail } from './get.ts'
import { forgetSignIns } from './sign-ins.ts'

/** `DELETE /users/{userId}` */
export function deleteUserRoute(routes: UserRoutes): Handler {
  const { emulator, locks } = routes
  return (context) => {
    const { caller } = context.env
    refuseEncryptedEmail(context)
    // Before the user is looked for: while a first request runs, a second one hears of the first (§3.2).
    locks.require(context.req.param('userId') ?? '')
    const user = findUser(routes, context)
    const action = queryWord(context, 'action', ['disassociate', 'delete'], 'disassociate') ?? 'disassociate'
    const heir = chooseHeir(emulator, context, user)
    requireRemovable(user, action, caller.account.managedDomains ?? [])
    locks.take(user.id, user.email)
    const { store } = emulator
    store.transaction(() => {
      if (heir) handOver(emulator, user, heir, (kind) => queryFlag(context, `transfer_${kind}`))
      for (const meeting of [...store.meetingsOfHost(user.id)]) store.meetings.delete(meeting.id)
      for (const other of [...store.users.values()])
        if (other.assistantIds.includes(user.id))
          store.users.put({ ...other, assistantIds: other.assistantIds.filter((id) => id !== user.id) })
      forgetSignIns(store, user)
      store.pictures.delete(user.id)
      store.users.delete(user.id)
    })
    publishUser(emulator, action === 'delete' ? 'deleted' : 'disassociated', user)
    return reply(204)
  }
}

function requireRemovable(user: User, action: 'disassociate' | 'delete', managedDomains: readonly string[]): void {
  if (user.roleId === '0') throw forbidden('Cannot delete a user out of your account.')
  if (action === 'delete') return
  if (user.origin === 'custCreate') throw new ZoomApiError(400, 300, 'Unable to unlink API user(s).')
  if (managedDomains.includes(user.email.slice(user.email.lastIndexOf('@') + 1).toLowerCase()))
    throw new ZoomApiError(400, 1107, 'You can not disassociate a user with managed domain.')
  if (isAdmin(user)) throw new ZoomApiError(400, 1117, 'You can not disassociate an Admin user.')
}

/** Who gets what the user leaves behind. */
function chooseHeir({ store }: Emulator, context: Ctx, user: User): User | undefined {
  const email = context.req.query('transfer_email')
  const isAsked = ['transfer_meeting', 'transfer_webinar', 'transfer_recording'].filter((name) =>
    queryFlag(context, name),
  )
  if (!email) {
    if (isAsked.length === 0) return undefined
    throw validationFailed([{ field: 'transfer_email', message: 'Missing field.' }])
  }
  const heir = store.userByEmail(user.accountId, email)
  if (!heir) throw userNotFound(email)
  if (heir.id === user.id)
    throw new ZoomApiError(
      400,
      300,
      "The transfer-to email address cannot be the same as the unlinked or deleted user's email address.",
    )
  if (isAsked.length > 0 && heir.type !== 2)
    throw new ZoomApiError(
      400,
      300,
      'The destination user does not have a Licensed or higher license and cannot receive this data.',
    )
  return heir
}

/** Meetings and webinars that are still to come go to the heir with their id, passcode and links (as a change of host does, §5.8). */
function handOver({ store, clock }: Emulator, user: User, heir: User, isWanted: (kind: MeetingKind) => boolean): void {
  const now = clock.now()
  for (const meeting of [...store.meetingsOfHost(user.id)])
    if (isWanted(kindOf(meeting)) && isComing(meeting, now)) store.meetings.put({ ...meeting, hostId: heir.id })
}

function isComing(meeting: Meeting, now: number): boolean {
  return (
    isUsable(meeting, now) && (lastEnd(meeting) ?? Number.POSITIVE_INFINITY) > now && timingOf(meeting) !== 'instant'
  )
}

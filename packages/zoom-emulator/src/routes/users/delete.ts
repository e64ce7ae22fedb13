import type { Meeting, User } from '../../domain/entities.ts'
import { kindOf, type MeetingKind, timingOf } from '../../domain/meeting-kind.ts'
import { isUsable, lastEnd } from '../../domain/meeting-lifecycle.ts'
import { isAdmin } from '../../domain/roles.ts'
import type { Ctx } from '../../http/context.ts'
import type { Emulator } from '../../http/env.ts'
import { reply } from '../../http/reply.ts'
import type { Handler } from '../../http/router.ts'
import { userNotFound, validationFailed, ZoomApiError } from '../../http/zoom-error.ts'
import type { Store } from '../../storage/store.ts'
import { endForAll } from '../life/act.ts'
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
    const isGiven = (what: Heirloom) => heir !== undefined && queryFlag(context, `transfer_${what}`)
    for (const meeting of [...store.meetingsOfHost(user.id)])
      if (meeting.status === 'started' && !isInherited(emulator, meeting, isGiven)) endForAll(emulator, meeting)
    store.transaction(() => {
      if (heir) handOver(emulator, user, heir, isGiven)
      removeBelongings(emulator, user)
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

type Heirloom = MeetingKind | 'recording'

/** Of meetings and webinars only those go to the heir that are still to come. */
function isInherited({ clock }: Emulator, meeting: Meeting, isGiven: (what: Heirloom) => boolean): boolean {
  const now = clock.now()
  const isToCome = (lastEnd(meeting) ?? Number.POSITIVE_INFINITY) > now && timingOf(meeting) !== 'instant'
  return isGiven(kindOf(meeting)) && isUsable(meeting, now) && isToCome
}

/** With id, passcode and links, as a change of host does (docs/zoom-facts.md §5.8). */
function handOver(emulator: Emulator, user: User, heir: User, isGiven: (what: Heirloom) => boolean): void {
  const { store } = emulator
  for (const meeting of [...store.meetingsOfHost(user.id)])
    if (isInherited(emulator, meeting, isGiven)) giveMeeting(store, meeting, heir)
  if (!isGiven('recording')) return
  for (const recording of [...store.recordingsOfHost(user.id)]) store.recordings.put({ ...recording, hostId: heir.id })
}

function giveMeeting(store: Store, meeting: Meeting, { id: hostId }: User): void {
  store.meetings.put({ ...meeting, hostId })
  const running = meeting.status === 'started' ? store.instances.get(meeting.uuid) : undefined
  if (running) store.instances.put({ ...running, hostId })
}

/** What nobody inherits is gone with the user. */
function removeBelongings({ store }: Emulator, user: User): void {
  for (const { id } of [...store.meetingsOfHost(user.id)]) removeMeeting(store, id)
  for (const recording of [...store.recordingsOfHost(user.id)]) store.recordings.delete(recording.uuid)
  for (const template of [...store.templatesOf(user.id)]) store.meetingTemplates.delete(template.id)
  for (const other of [...store.users.values()])
    if (other.assistantIds.includes(user.id))
      store.users.put({ ...other, assistantIds: other.assistantIds.filter((id) => id !== user.id) })
  forgetSignIns(store, user)
  store.pictures.delete(user.id)
}

/** A meeting or webinar with all that belongs to it; how it was held stays in the past. */
function removeMeeting(store: Store, meetingId: number): void {
  for (const { id } of [...store.registrantsOf(meetingId)]) store.registrants.delete(id)
  for (const { id } of [...store.panelistsOf(meetingId)]) store.panelists.delete(id)
  for (const { id } of [...store.pollsOf(meetingId)]) store.polls.delete(id)
  store.surveys.delete(meetingId)
  store.liveStreams.delete(meetingId)
  store.meetings.delete(meetingId)
}

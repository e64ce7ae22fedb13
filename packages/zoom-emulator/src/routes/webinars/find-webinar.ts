import type { Meeting, User } from '../../domain/entities.ts'
import { kindOf } from '../../domain/meeting-kind.ts'
import { isUsable } from '../../domain/meeting-lifecycle.ts'
import { readMeetingId } from '../../domain/path-ids.ts'
import { settingsOf } from '../../domain/user-settings.ts'
import type { Ctx } from '../../http/context.ts'
import type { Emulator } from '../../http/env.ts'
import { ZoomApiError } from '../../http/zoom-error.ts'
import { permitted } from '../meetings/find-meeting.ts'

/**
 * The webinar of the path, for a caller who may use it: no number is 400/300; unknown, deleted, expired, or a meeting 404/3001; of
 * another account 400/1010; of another host, without account-wide scopes, 400/3003.
 */
export function findWebinar(emulator: Emulator, context: Ctx): Meeting {
  const id = readMeetingId(context.req.param('webinarId') ?? '')
  if (id === undefined) throw new ZoomApiError(400, 300, 'Invalid webinar ID.')
  const webinar = emulator.store.meetings.get(id)
  if (!webinar || kindOf(webinar) !== 'webinar') throw webinarNotFound(id)
  permitted(emulator, context.env.caller, webinar, 'You are not the webinar host.')
  if (!isUsable(webinar, emulator.clock.now())) throw webinarNotFound(id)
  return webinar
}

/** 404 with code 3001. */
function webinarNotFound(id: number): ZoomApiError {
  return new ZoomApiError(404, 3001, `Webinar ${id} not found or has expired.`)
}

/** Whether the host has the feature that webinars need: `feature.webinar` of the user's settings, for licensed users only. */
function hasWebinars({ store }: Pick<Emulator, 'store'>, host: User): boolean {
  const account = store.accounts.get(host.accountId)
  return host.type === 2 && account !== undefined && settingsOf(account, host).feature?.webinar === true
}

/** 400/200 for a host without the feature. */
export function requireWebinars(emulator: Pick<Emulator, 'store'>, host: User): void {
  if (hasWebinars(emulator, host)) return
  throw new ZoomApiError(
    400,
    200,
    `Webinar plan is missing. You must subscribe to the webinar plan and enable webinars for this user in order to perform this action: ${host.id}.`,
  )
}

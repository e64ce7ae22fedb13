import { kindOf } from '../../domain/meeting-kind.ts'
import { formatInstant } from '../../domain/time.ts'
import type { Ctx } from '../../http/context.ts'
import type { Emulator } from '../../http/env.ts'
import { paginate } from '../../http/paging.ts'
import { reply } from '../../http/reply.ts'
import type { Router } from '../../http/router.ts'
import { ZoomApiError } from '../../http/zoom-error.ts'
import { type PastInstance, presentParticipantRow } from '../../present/past-meeting.ts'
import { instanceFromPath, isPast } from '../past-meetings/find-instance.ts'
import { listedRows } from '../past-meetings/list-participants.ts'
import { findWebinar } from './find-webinar.ts'

/** What was of webinars: each time one was held, and who was there. */
export function pastWebinarRoutes(router: Router, emulator: Emulator): void {
  router.on('GET /past_webinars/{webinarId}/instances', (context) => {
    const { id } = findWebinar(emulator, context)
    const held = [...emulator.store.instancesOfMeeting(id)].filter(isPast)
    return reply(200, {
      webinars: held.map(({ uuid, startedAt }) => ({ uuid, start_time: formatInstant(startedAt) })),
    })
  })

  router.on('GET /past_webinars/{webinarId}/participants', (context) => {
    const instance = findPastWebinar(emulator, context)
    const rows = listedRows(emulator, instance).map((row, place) => ({ ...row, place }))
    const page = paginate(context, emulator, `participants ${instance.uuid}`, rows, ({ place }) => [place, 0])
    const { page_number: _, ...fields } = page.fields
    return reply(200, { ...fields, participants: page.rows.map(presentParticipantRow) })
  })
}

/** A webinar that was held, by its uuid or, the last time, by its number; another host's is 400/200, of a free account too. */
function findPastWebinar(emulator: Emulator, context: Ctx): PastInstance {
  const { account, user, accountWide } = context.env.caller
  const found = instanceFromPath(emulator, context.req.param('webinarId') ?? '')
  if (!found || !isPast(found) || kindOf(found) !== 'webinar' || found.accountId !== account.id)
    throw new ZoomApiError(404, 3001, 'Webinar does not exist.')
  if (!accountWide && found.hostId !== user.id) throw new ZoomApiError(400, 200, 'No permission.')
  if (account.plan === 'free') throw new ZoomApiError(400, 200, `Only available for paid account: ${account.id}.`)
  return found
}

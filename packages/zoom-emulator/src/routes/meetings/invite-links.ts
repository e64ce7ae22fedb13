import { invalidParameter, missingField } from '../../domain/field-problem.ts'
import { flag, group, int, list, parseFields, text } from '../../domain/fields.ts'
import { invitedUrl } from '../../domain/meeting-links.ts'
import { readJson } from '../../http/read-json.ts'
import { reply } from '../../http/reply.ts'
import type { Handler } from '../../http/router.ts'
import { validationFailed, ZoomApiError } from '../../http/zoom-error.ts'
import { remap } from '../sessions/remap.ts'
import { type MeetingRoutes, orRefuse } from './context.ts'
import { findHosted } from './find-meeting.ts'

interface Attendee {
  name: string
  disable_video?: boolean
  disable_audio?: boolean
}

const fields = {
  attendees: list(group<Attendee>({ name: text(64), disable_video: flag, disable_audio: flag }, 'name'), 500),
  ttl: int(0, 7_776_000),
}
const defaultTtl = 7200

/** `POST /meetings/{meetingId}/invite_links`: a link a name, for `ttl` seconds (docs/zoom-facts.md §5.10). */
export function inviteLinksRoute({ emulator, links }: MeetingRoutes): Handler {
  return async (context) => {
    const body = await readJson(context)
    const { meeting } = remap(
      3001,
      (message) => new ZoomApiError(400, 3001, message),
      () => findHosted(emulator, context),
    )
    const parsed = parseFields<{ attendees: Partial<Attendee>[]; ttl: number }>(
      fields,
      body,
      emulator.switches.coerceText,
    )
    const { attendees, ttl = defaultTtl } = orRefuse(parsed)
    if (attendees === undefined) throw validationFailed([missingField('attendees')])
    if (attendees.length === 0) throw validationFailed([invalidParameter('attendees')])
    const expiresAt = emulator.clock.now() + ttl * 1000
    const answer = attendees.map(({ name = '' }) => ({
      name,
      join_url: invitedUrl(emulator.baseUrl(), meeting, links.sign(`tk ${meeting.id} ${name}`, expiresAt)),
    }))
    return reply(201, { attendees: answer })
  }
}

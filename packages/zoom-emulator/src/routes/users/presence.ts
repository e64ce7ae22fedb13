import type { User } from '../../domain/entities.ts'
import { missingField } from '../../domain/field-problem.ts'
import { int, oneOf, parseFields } from '../../domain/fields.ts'
import { formatInstant } from '../../domain/time.ts'
import { readJson } from '../../http/read-json.ts'
import { reply } from '../../http/reply.ts'
import type { Handler } from '../../http/router.ts'
import { validationFailed, ZoomApiError } from '../../http/zoom-error.ts'
import { orRefuse } from '../meetings/context.ts'
import { anyUser, type UserRoutes } from './context.ts'

const statuses = [
  'Do_No_Disturb',
  'Away',
  'Available',
  'In_Calendar_Event',
  'Presenting',
  'In_A_Zoom_Meeting',
  'On_A_Call',
  'Out_of_Office',
  'Busy',
] as const
const minuteMs = 60_000
const usualMinutes = 20

interface PresenceInput {
  status: (typeof statuses)[number]
  duration: number
}

const fields = { status: oneOf(...statuses), duration: int(20, 1440) }

/** `GET /users/{userId}/presence_status` */
export function getPresenceRoute(routes: UserRoutes): Handler {
  return (context) => {
    const now = routes.emulator.clock.now()
    const { status, until } = presenceOf(anyUser(routes, context), now)
    if (until === undefined) return reply(200, { status })
    const left = Math.ceil((until - now) / minuteMs)
    return reply(200, { status, end_time: formatInstant(until), remaining_time: left })
  }
}

/** `PUT /users/{userId}/presence_status`: `duration` in minutes counts for `Do_No_Disturb` alone. */
export function changePresenceRoute(routes: UserRoutes): Handler {
  const { emulator } = routes
  return async (context) => {
    const { caller } = context.env
    const body = await readJson(context)
    if (!caller.accountWide && !isSelf(caller.user, context.req.param('userId') ?? ''))
      throw new ZoomApiError(
        400,
        5411,
        'Unauthorized request. You do not have permission to update the presence status of this user.',
      )
    const user = anyUser(routes, context)
    const input = orRefuse(parseFields<PresenceInput>(fields, body, emulator.switches.coerceText))
    const { status, duration = usualMinutes } = input
    if (!status) throw validationFailed([missingField('status')])
    if (user.status !== 'active')
      throw new ZoomApiError(400, 5301, 'Request to update the presence status of this user failed.')
    const now = emulator.clock.now()
    const until = status === 'Do_No_Disturb' ? now + duration * minuteMs : undefined
    emulator.store.users.put({ ...user, presence: { status, ...(until !== undefined && { until }) } })
    // The key is spelled `date-time` (docs/zoom-facts.md §9).
    emulator.events.publish('user.presence_status_updated', user.accountId, () => ({
      object: { id: user.id, email: user.email, presence_status: status, 'date-time': formatInstant(now) },
    }))
    return reply(204)
  }
}

function presenceOf({ presence }: User, now: number): NonNullable<User['presence']> {
  if (!presence || (presence.until !== undefined && presence.until <= now)) return { status: 'Available' }
  return presence
}

function isSelf({ id, email }: User, asked: string): boolean {
  return asked === 'me' || asked === id || asked.toLowerCase() === email.toLowerCase()
}

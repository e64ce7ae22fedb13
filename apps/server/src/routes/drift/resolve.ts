import { acceptDrift, chooseMeeting, restoreDrift } from '@convene/booking'
import { z } from '@hono/zod-openapi'
import { jsonBody } from '../../http/body.ts'
import { type DeskRoute, json, type MemberCall, memberRoute } from '../../http/route.ts'
import { loadBooking } from '../../present/load-booking.ts'
import { bookingView } from '../../schemas/bookings.ts'

interface Params {
  readonly bookingId: string
}

const params: z.ZodType<Params> = z.object({ bookingId: z.string().min(1).max(200) })

const same = {
  method: 'post',
  tag: 'Administration',
  scope: 'admin:write',
  role: 'admin',
  params,
  answers: { 200: { description: 'The booking', schema: bookingView } },
} as const

type Resolved = Pick<MemberCall<Params, unknown, unknown>, 'context' | 'member' | 'params'>

async function answer({ context, member, params }: Resolved): Promise<Response> {
  context.news.wake()
  return json(await loadBooking(context, member, params.bookingId))
}

export const restoreMeeting: DeskRoute = memberRoute(
  {
    ...same,
    path: '/api/v1/drift/{bookingId}/restore',
    summary: 'Have Zoom get again what was booked; of a deleted meeting a new one with a new link',
    problems: ['not_found', 'wrong_state', 'key_reused'],
  },
  async (call) => {
    await restoreDrift(call.context.desk, call.key, call.params)
    return answer(call)
  },
)

export const acceptMeeting: DeskRoute = memberRoute(
  {
    ...same,
    path: '/api/v1/drift/{bookingId}/accept',
    summary: 'Take over what Zoom shows; a booking whose meeting was deleted is cancelled',
    problems: ['not_found', 'wrong_state', 'no_free_host', 'key_reused'],
  },
  async (call) => {
    await acceptDrift(call.context.desk, call.key, call.params)
    return answer(call)
  },
)

const choice: z.ZodType<{ readonly meetingId: number | 'none' }> = z
  .object({
    meetingId: z.union([z.number().int().positive(), z.literal('none')], 'give one of the candidates, or "none"'),
  })
  .strict()

export const chooseAmongEquals: DeskRoute = memberRoute(
  {
    ...same,
    path: '/api/v1/drift/{bookingId}/choose',
    summary: 'Say which of several equal meetings at Zoom it is; none: it is made now',
    body: jsonBody(choice),
    problems: ['not_found', 'wrong_state', 'key_reused'],
  },
  async (call) => {
    await chooseMeeting(call.context.desk, call.key, { ...call.params, ...call.body })
    return answer(call)
  },
)

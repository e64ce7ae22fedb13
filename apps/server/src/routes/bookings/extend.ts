import { extendMeeting } from '@convene/booking'
import { parsedBody } from '../../http/body.ts'
import { type DeskRoute, json, memberRoute } from '../../http/route.ts'
import { loadBooking } from '../../present/load-booking.ts'
import { bookingView } from '../../schemas/bookings.ts'
import { idParams } from '../../schemas/common.ts'
import { revision } from '../../schemas/wish.ts'
import { parseRevision } from './parse-input.ts'

export const extend: DeskRoute = memberRoute(
  {
    method: 'post',
    path: '/api/v1/bookings/{id}/extend',
    tag: 'Bookings',
    summary: 'Have a meeting that runs 15 minutes longer',
    scope: 'bookings:write',
    params: idParams,
    body: parsedBody(revision, parseRevision),
    answers: { 200: { description: 'The booking', schema: bookingView } },
    problems: [
      'not_found',
      'not_allowed',
      'wrong_state',
      'changed_meanwhile',
      'slot_taken',
      'zoom_cannot',
      'refused_by_policy',
    ],
  },
  async ({ context, member, key, params, body }) => {
    const { id } = await extendMeeting(context.desk, key, { bookingId: params.id, ...body })
    context.news.wake()
    return json(await loadBooking(context, member, id))
  },
)

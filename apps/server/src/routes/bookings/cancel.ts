import { cancelBooking } from '@convene/booking'
import { parsedBody } from '../../http/body.ts'
import { type DeskRoute, json, memberRoute } from '../../http/route.ts'
import { loadBooking } from '../../present/load-booking.ts'
import { bookingView } from '../../schemas/bookings.ts'
import { idParams } from '../../schemas/common.ts'
import { cancelInput } from '../../schemas/wish.ts'
import { parseCancel } from './parse-input.ts'

export const cancel: DeskRoute = memberRoute(
  {
    method: 'post',
    path: '/api/v1/bookings/{id}/cancel',
    tag: 'Bookings',
    summary: 'Cancel a booking, or leave out some of its dates',
    scope: 'bookings:write',
    params: idParams,
    body: parsedBody(cancelInput, parseCancel),
    answers: { 200: { description: 'The booking', schema: bookingView } },
    problems: ['not_found', 'not_allowed', 'wrong_state', 'changed_meanwhile', 'key_reused'],
  },
  async ({ context, member, key, params, body }) => {
    const { id } = await cancelBooking(context.desk, key, { bookingId: params.id, ...body })
    context.news.wake()
    return json(await loadBooking(context, member, id))
  },
)

import { changeBooking } from '@convene/booking'
import { parsedBody } from '../../http/body.ts'
import { type DeskRoute, json, memberRoute } from '../../http/route.ts'
import { loadBooking } from '../../present/load-booking.ts'
import { changed } from '../../schemas/bookings.ts'
import { idParams } from '../../schemas/common.ts'
import { changeInput } from '../../schemas/wish.ts'
import { parseChangeRequest } from './parse-input.ts'

export const change: DeskRoute = memberRoute(
  {
    method: 'patch',
    path: '/api/v1/bookings/{id}',
    tag: 'Bookings',
    summary: 'Change one date of a booking, it and all that follow, or all',
    description: 'On the same host the link stays.',
    scope: 'bookings:write',
    params: idParams,
    body: parsedBody(changeInput, parseChangeRequest),
    answers: { 200: { description: 'The booking, and the rest of the series where it was split', schema: changed } },
    problems: [
      'not_found',
      'not_allowed',
      'wrong_state',
      'changed_meanwhile',
      'zoom_cannot',
      'refused_by_policy',
      'no_free_host',
      'key_reused',
    ],
  },
  async ({ context, member, key, params, body }) => {
    const { id, rest } = await changeBooking(context.desk, key, { bookingId: params.id, ...body })
    context.news.wake()
    return json({
      booking: await loadBooking(context, member, id),
      rest: rest === undefined ? null : await loadBooking(context, member, rest.id),
    })
  },
)

import { overrideBooking } from '@convene/booking'
import { parsedBody } from '../../http/body.ts'
import { type DeskRoute, json, memberRoute } from '../../http/route.ts'
import { loadBooking } from '../../present/load-booking.ts'
import { bookingView } from '../../schemas/bookings.ts'
import { overrideInput } from '../../schemas/wish.ts'
import { parseOverride } from './parse-input.ts'

export const override: DeskRoute = memberRoute(
  {
    method: 'post',
    path: '/api/v1/bookings/override',
    tag: 'Bookings',
    summary: 'Book a host although it is taken, closed, or a rule forbids it',
    description:
      'It gets a lane beyond those of the host, so that it stays visible that Zoom may not start both meetings.',
    scope: 'admin:write',
    role: 'admin',
    body: parsedBody(overrideInput, parseOverride),
    answers: { 201: { description: 'The booking', schema: bookingView } },
    problems: ['not_allowed', 'zoom_cannot', 'no_free_host', 'not_found', 'key_reused'],
  },
  async ({ context, member, key, body }) => {
    const { id } = await overrideBooking(context.desk, key, body)
    context.news.wake()
    return json(await loadBooking(context, member, id), 201, { location: `/api/v1/bookings/${id}` })
  },
)

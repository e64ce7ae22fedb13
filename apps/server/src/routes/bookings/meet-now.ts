import { meetNow } from '@convene/booking'
import { parsedBody } from '../../http/body.ts'
import { type DeskRoute, json, memberRoute } from '../../http/route.ts'
import { loadBooking } from '../../present/load-booking.ts'
import { bookingView } from '../../schemas/bookings.ts'
import { meetNowInput } from '../../schemas/wish.ts'
import { parseMeetNow } from './parse-input.ts'

export const bookNow: DeskRoute = memberRoute(
  {
    method: 'post',
    path: '/api/v1/bookings/now',
    tag: 'Bookings',
    summary: 'Book a meeting that begins in a minute',
    scope: 'bookings:write',
    body: parsedBody(meetNowInput, parseMeetNow),
    answers: { 201: { description: 'The booking', schema: bookingView } },
    problems: ['zoom_cannot', 'refused_by_policy', 'no_free_host', 'key_reused'],
  },
  async ({ context, member, key, body }) => {
    const { id } = await meetNow(context.desk, key, body)
    context.news.wake()
    return json(await loadBooking(context, member, id), 201, { location: `/api/v1/bookings/${id}` })
  },
)

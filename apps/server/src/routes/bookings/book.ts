import { bookMeeting, parseBooking } from '@convene/booking'
import { parsedBody } from '../../http/body.ts'
import { type DeskRoute, json, memberRoute } from '../../http/route.ts'
import { loadBooking } from '../../present/load-booking.ts'
import { bookingView } from '../../schemas/bookings.ts'
import { wishInput } from '../../schemas/wish.ts'

export const book: DeskRoute = memberRoute(
  {
    method: 'post',
    path: '/api/v1/bookings',
    tag: 'Bookings',
    summary: 'Book a meeting',
    description:
      'All of its dates or none, on the best host that is free. The link follows when Zoom has made the meeting.',
    scope: 'bookings:write',
    body: parsedBody(wishInput, parseBooking),
    answers: { 201: { description: 'The booking', schema: bookingView } },
    problems: ['zoom_cannot', 'refused_by_policy', 'no_free_host', 'key_reused'],
  },
  async ({ context, member, key, body }) => {
    const { id } = await bookMeeting(context.desk, key, body.wish, body.deputies)
    context.news.wake()
    return json(await loadBooking(context, member, id), 201, { location: `/api/v1/bookings/${id}` })
  },
)

import { type DeskRoute, json, memberRoute } from '../../http/route.ts'
import { loadBooking } from '../../present/load-booking.ts'
import { bookingView } from '../../schemas/bookings.ts'
import { idParams } from '../../schemas/common.ts'

export const readBooking: DeskRoute = memberRoute(
  {
    method: 'get',
    path: '/api/v1/bookings/{id}',
    tag: 'Bookings',
    summary: 'A booking',
    description: "One's own, or anybody's from manager on. Link and passcode are the organiser's alone.",
    scope: 'bookings:read',
    params: idParams,
    answers: { 200: { description: 'The booking', schema: bookingView } },
    problems: ['not_found'],
  },
  async ({ context, member, params }) => json(await loadBooking(context, member, params.id)),
)

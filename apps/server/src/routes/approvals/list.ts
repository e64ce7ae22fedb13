import { type DeskRoute, json, memberRoute } from '../../http/route.ts'
import { presentBooking } from '../../present/booking.ts'
import { addStatus, readParts } from '../../present/load-booking.ts'
import { bookingView } from '../../schemas/bookings.ts'
import { bookingsQuery, nextAfter, pageOf } from '../../schemas/common.ts'

export const listApprovals: DeskRoute = memberRoute(
  {
    method: 'get',
    path: '/api/v1/approvals',
    tag: 'Administration',
    summary: 'Bookings that wait for a manager, in the order of their first dates',
    scope: 'admin:read',
    role: 'manager',
    query: bookingsQuery,
    answers: { 200: { description: 'A page of bookings', schema: pageOf(bookingView) } },
  },
  async ({ context, member, query: { after, limit } }) => {
    const [found, next] = await context.store.read(async (reading) => {
      const bookings = await reading.bookings.listRequested({ after, limit: limit + 1 })
      const shown = bookings.slice(0, limit)
      const parts = await Promise.all(shown.map((booking) => readParts(reading, booking)))
      return [parts, nextAfter(bookings, limit)]
    })
    const rows = await Promise.all(found.map((kept) => addStatus(context, kept)))
    return json({ rows: rows.map((parts) => presentBooking(parts, member)), next })
  },
)

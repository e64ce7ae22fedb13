import { type DeskRoute, json, memberRoute } from '../../http/route.ts'
import { presentBooking } from '../../present/booking.ts'
import { addStatus, readParts } from '../../present/load-booking.ts'
import { bookingView } from '../../schemas/bookings.ts'
import { pageOf, pageQuery } from '../../schemas/common.ts'

export const listApprovals: DeskRoute = memberRoute(
  {
    method: 'get',
    path: '/api/v1/approvals',
    tag: 'Administration',
    summary: 'Bookings that wait for a manager, in the order of their first dates',
    scope: 'admin:read',
    role: 'manager',
    query: pageQuery,
    answers: { 200: { description: 'A page of bookings', schema: pageOf(bookingView) } },
  },
  async ({ context, member, query: { after, limit } }) => {
    const found = await context.store.read(async (reading) => {
      const bookings = await reading.bookings.listRequested({ after, limit: limit + 1 })
      return Promise.all(bookings.map((booking) => readParts(reading, booking)))
    })
    const rows = await Promise.all(found.slice(0, limit).map((kept) => addStatus(context, kept)))
    const next = found.length > limit ? (rows.at(-1)?.booking.id ?? null) : null
    return json({ rows: rows.map((parts) => presentBooking(parts, member)), next })
  },
)

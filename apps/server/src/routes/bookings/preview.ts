import { parseBooking, previewBooking } from '@convene/booking'
import { parsedBody } from '../../http/body.ts'
import { type DeskRoute, json, memberRoute } from '../../http/route.ts'
import { hostNames, presentPreview } from '../../present/preview.ts'
import { bookingPreview } from '../../schemas/bookings.ts'
import { wishInput } from '../../schemas/wish.ts'

export const preview: DeskRoute = memberRoute(
  {
    method: 'post',
    path: '/api/v1/bookings/preview',
    tag: 'Bookings',
    summary: 'What would become of a booking',
    description:
      'While it is typed: which hosts are free, which one it would have, what stands in the way. Nothing is held.',
    scope: 'bookings:read',
    idempotent: false,
    body: parsedBody(wishInput, parseBooking),
    answers: { 200: { description: 'The preview', schema: bookingPreview } },
    problems: ['zoom_cannot'],
  },
  async ({ context, member, body }) => {
    const found = await previewBooking(context.desk, member.id, body.wish)
    const hosts = await context.store.read((reading) => reading.hosts.list())
    return json(presentPreview(found, hostNames(hosts)))
  },
)

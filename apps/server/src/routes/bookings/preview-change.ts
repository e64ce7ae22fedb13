import { previewChange } from '@convene/booking'
import { parsedBody } from '../../http/body.ts'
import { type DeskRoute, json, memberRoute } from '../../http/route.ts'
import { notThere } from '../../present/load-booking.ts'
import { hostNames, presentChangePreview } from '../../present/preview.ts'
import { changePreview } from '../../schemas/bookings.ts'
import { idParams } from '../../schemas/common.ts'
import { changeInput } from '../../schemas/wish.ts'
import { parseChangeRequest } from './parse-input.ts'

export const previewOfChange: DeskRoute = memberRoute(
  {
    method: 'post',
    path: '/api/v1/bookings/{id}/preview',
    tag: 'Bookings',
    summary: 'What a change would come to',
    description:
      'With what it costs of the 100 creations and changes that Zoom lets a host have a day. Nothing changes.',
    scope: 'bookings:read',
    idempotent: false,
    params: idParams,
    body: parsedBody(changeInput, parseChangeRequest),
    answers: { 200: { description: 'The preview', schema: changePreview } },
    problems: ['not_found', 'not_allowed', 'wrong_state', 'changed_meanwhile', 'zoom_cannot'],
  },
  async ({ context, member, params, body }) => {
    const bookingId = params.id
    const found = await previewChange(context.desk, member.id, { bookingId, ...body })
    const [hosts, booking] = await context.store.read((reading) =>
      Promise.all([reading.hosts.list(), reading.bookings.find(bookingId)]),
    )
    if (booking === undefined) throw notThere(bookingId)
    return json(presentChangePreview(found, booking.hostId, hostNames(hosts)))
  },
)

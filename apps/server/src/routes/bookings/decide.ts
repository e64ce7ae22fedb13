import { type Decision, decideBooking } from '@convene/booking'
import { parsedBody } from '../../http/body.ts'
import { type DeskRoute, json, memberRoute } from '../../http/route.ts'
import { loadBooking } from '../../present/load-booking.ts'
import { bookingView } from '../../schemas/bookings.ts'
import { idParams } from '../../schemas/common.ts'
import { revision } from '../../schemas/wish.ts'
import { parseRevision } from './parse-input.ts'

/** A manager answers a member who has to ask. */
export const approve: DeskRoute = decision('approve', 'Approve a booking, which then is made at Zoom')
export const decline: DeskRoute = decision('decline', 'Decline a booking, which frees its time')

function decision(is: Decision['decision'], summary: string): DeskRoute {
  return memberRoute(
    {
      method: 'post',
      path: `/api/v1/bookings/{id}/${is}`,
      tag: 'Bookings',
      summary,
      scope: 'bookings:write',
      role: 'manager',
      params: idParams,
      body: parsedBody(revision, parseRevision),
      answers: { 200: { description: 'The booking', schema: bookingView } },
      problems: ['not_found', 'not_allowed', 'wrong_state', 'changed_meanwhile', 'key_reused'],
    },
    async ({ context, member, key, params, body }) => {
      const { id } = await decideBooking(context.desk, key, { bookingId: params.id, decision: is, ...body })
      context.news.wake()
      return json(await loadBooking(context, member, id))
    },
  )
}

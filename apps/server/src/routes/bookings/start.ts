import { type Booking, BookingError, knownBooking, type Member, say } from '@convene/booking'
import { HttpProblem } from '../../http/http-problem.ts'
import { type DeskRoute, memberRoute } from '../../http/route.ts'
import { openingOf } from '../../present/booking.ts'
import { loadParts, notThere } from '../../present/load-booking.ts'
import { idParams } from '../../schemas/common.ts'

/**
 * A start link signs whoever has it in as the host, and lives two hours (docs/zoom-facts.md §8.1): it is asked for at the click, handed
 * on by a redirection that nothing keeps, and written down nowhere.
 */
export const start: DeskRoute = memberRoute(
  {
    method: 'post',
    path: '/api/v1/bookings/{id}/start',
    tag: 'Bookings',
    summary: 'Start a meeting as its host',
    description:
      'For a form of a page: leads to Zoom. For the organiser and the deputies alone, from 15 minutes before the start to the end, where meetings are opened by the start link.',
    scope: 'session',
    idempotent: false,
    params: idParams,
    answers: { 303: { description: "To Zoom's start link" } },
    problems: ['not_found', 'not_allowed', 'wrong_state', 'zoom_away', 'zoom_refused'],
  },
  async ({ context, member, params }) => {
    const parts = await loadParts(context, member, params.id)
    checkMayStart(parts.booking, member)
    const { startLink } = openingOf(parts)
    if (startLink === null)
      throw new HttpProblem('wrong_state', 'This meeting is not opened by a start link: join it by its link.')
    const { now, status, booking } = parts
    if (now < Date.parse(startLink.from) || Date.parse(startLink.until) <= now)
      throw new HttpProblem('wrong_state', `The start link is given out from ${startLink.from} to ${startLink.until}.`)
    const meetingId = status?.meeting?.id
    if (meetingId === undefined)
      throw new HttpProblem('wrong_state', 'Zoom has not made this meeting yet: look again in a minute.')
    const { start_url } = await context.zoom.meetings.get({ meetingId })
    if (start_url === undefined) throw notThere(params.id)
    await context.store.transaction(async (transaction) => {
      // The organiser may have named others while Zoom was asked.
      const as = checkMayStart(await knownBooking(transaction, member, booking.id), member)
      await transaction.audit.add({
        id: context.createId(),
        at: now,
        by: member.id,
        what: 'start_link_given',
        thing: booking.id,
        details: { hostId: booking.hostId, as },
      })
    })
    return new Response(null, { status: 303, headers: { location: start_url, 'cache-control': 'no-store' } })
  },
)

/** @throws {BookingError} `not_allowed` for everybody but its organiser and its deputies */
function checkMayStart({ organiserId, deputies }: Booking, { id }: Member): 'organiser' | 'deputy' {
  if (organiserId === id) return 'organiser'
  if (deputies.includes(id)) return 'deputy'
  throw new BookingError('not_allowed', say('not_yours', {}))
}

import { BookingError, say } from '@convene/booking'
import type { Language } from '@convene/booking/contract'
import { composeInvitation } from '@convene/zoom/invitation'
import { z } from '@hono/zod-openapi'
import { HttpProblem } from '../../http/http-problem.ts'
import { type DeskRoute, json, type MemberCall, memberRoute } from '../../http/route.ts'
import { createBookingCalendar } from '../../present/calendar-file.ts'
import { invitationMeeting, type MadeMeeting } from '../../present/invitation-meeting.ts'
import { type KeptParts, loadParts } from '../../present/load-booking.ts'
import { languageOf } from '../../present/session.ts'
import { invitation } from '../../schemas/bookings.ts'
import { idParams, language } from '../../schemas/common.ts'

const languageQuery: z.ZodType<{ readonly language?: Language | undefined }> = z.object({
  language: language.optional().openapi({ description: "The member's own unless given" }),
})

type InvitationCall = MemberCall<{ readonly id: string }, { readonly language?: Language | undefined }, unknown>

/** Written from what the desk knows, so that it is there while Zoom is away, and in each language. */
export const readInvitation: DeskRoute = memberRoute(
  {
    method: 'get',
    path: '/api/v1/bookings/{id}/invitation',
    tag: 'Bookings',
    summary: 'The invitation, to be copied',
    description: "With link and passcode: the organiser's alone.",
    scope: 'bookings:read',
    params: idParams,
    query: languageQuery,
    answers: { 200: { description: 'The text', schema: invitation } },
    problems: ['not_found', 'not_allowed', 'wrong_state'],
  },
  async (call: InvitationCall) => {
    const { parts, meeting, organiser, language } = await loadInvited(call)
    const text = composeInvitation(invitationMeeting(parts.booking, parts.occurrences, meeting), {
      language,
      hostName: organiser.name,
      viewerTimeZone: organiser.timeZone,
    })
    return json({ text, language })
  },
)

export const readCalendarFile: DeskRoute = memberRoute(
  {
    method: 'get',
    path: '/api/v1/bookings/{id}/calendar.ics',
    tag: 'Bookings',
    summary: 'The calendar file of a booking',
    description:
      "A later file of the same booking replaces an earlier one. With link and passcode: the organiser's alone.",
    scope: 'bookings:read',
    params: idParams,
    query: languageQuery,
    answers: { 200: { description: 'iCalendar (RFC 5545)', type: 'text/calendar' } },
    problems: ['not_found', 'not_allowed', 'wrong_state'],
  },
  async (call: InvitationCall) => {
    const { parts, meeting, organiser, language } = await loadInvited(call)
    const { config, clock } = call.context
    const file = createBookingCalendar({
      booking: parts.booking,
      occurrences: parts.occurrences,
      meeting,
      organiser,
      language,
      publicUrl: config.publicUrl,
      now: clock.now(),
    })
    return new Response(file, {
      headers: {
        'content-type': 'text/calendar; charset=utf-8; method=PUBLISH',
        'content-disposition': 'attachment; filename="meeting.ics"',
      },
    })
  },
)

interface Invited {
  readonly parts: KeptParts
  readonly meeting: MadeMeeting
  readonly organiser: NonNullable<KeptParts['organiser']>
  readonly language: Language
}

async function loadInvited({ context, member, params, query }: InvitationCall): Promise<Invited> {
  const parts = await loadParts(context, member, params.id)
  const { booking, status } = parts
  if (booking.organiserId !== member.id) throw new BookingError('not_allowed', say('not_yours', {}))
  const meeting = booking.state === 'cancelled' ? undefined : status?.meeting
  if (meeting === undefined)
    throw new HttpProblem('wrong_state', 'There is no meeting at Zoom to invite to, or not yet: look at the booking.')
  return { parts, meeting, organiser: member, language: query.language ?? languageOf(member.language) }
}

import type { Meeting } from '../../domain/entities.ts'
import { composeCalendar } from '../../domain/meeting-calendar.ts'
import { isUsable } from '../../domain/meeting-lifecycle.ts'
import { idFromMeetingToken, joinUrl, registrationUrl } from '../../domain/meeting-links.ts'
import { statusOf } from '../../domain/registrant.ts'
import type { Ctx, Emulator, Routes } from '../../http/env.ts'
import { readText } from '../../http/read-json.ts'
import { renderDeadLink, renderJoinPage, renderPasscodePage } from '../../pages/join.ts'
import { pageHeaders } from '../../pages/layout.ts'
import { registrantOfLink } from '../registrants/find-registrants.ts'
import { hostOf, type MeetingRoutes } from './context.ts'
import { meetingsUnderPersonalId } from './personal-room.ts'

/** `/j/{id}`, `/w/{id}` and the calendar file: what the links for participants lead to. */
export function joinPages(app: Routes, { emulator, links }: MeetingRoutes): void {
  const view = (meeting: Meeting) => ({ meeting, host: hostOf(emulator, meeting), now: emulator.clock.now() })

  app.get('/j/:id', (context) => {
    const id = context.req.param('id')
    const meetings = joinableMeetings(emulator, id)
    if (meetings.length === 0) return unknownMeeting(context)
    const meeting = meetings.find((one) => opens(one, context.req.query('pwd')))
    return page(context, meeting ? renderJoinPage(view(meeting)) : renderPasscodePage(id, false))
  })

  app.post('/j/:id', async (context) => {
    const id = context.req.param('id')
    const meetings = joinableMeetings(emulator, id)
    if (meetings.length === 0) return unknownMeeting(context)
    const passcode = new URLSearchParams(await readText(context)).get('passcode')?.trim()
    const meeting = meetings.find(({ password }) => password === passcode)
    if (!meeting) return page(context, renderPasscodePage(id, true), 403)
    return context.redirect(joinUrl('', meeting, hostOf(emulator, meeting)), 303)
  })

  app.get('/w/:id', (context) => {
    const meeting = linkedMeeting(emulator, context.req.param('id'))
    if (!meeting) return unknownMeeting(context)
    const tk = context.req.query('tk') ?? ''
    const registrant = registrantOfLink(emulator, meeting, tk)
    if (registrant) {
      // Whoever may not come yet, or not any more, reads how the registration stands.
      if (statusOf(registrant) !== 'approved')
        return context.redirect(`${registrationUrl('', meeting)}?tk=${encodeURIComponent(tk)}`, 303)
      const { first_name, last_name = '' } = registrant.person
      return page(context, renderJoinPage({ ...view(meeting), guestName: `${first_name} ${last_name}`.trim() }))
    }
    const said = links.read(tk, emulator.clock.now())
    const guest = `tk ${meeting.id} `
    if (!said?.startsWith(guest))
      return page(context, renderDeadLink('This invite link has expired', 'Ask who invited you for a new link.'), 403)
    return page(context, renderJoinPage({ ...view(meeting), guestName: said.slice(guest.length) }))
  })

  app.get('/meeting/:token/ics', (context) => {
    const meeting = linkedMeeting(emulator, String(idFromMeetingToken(context.req.param('token'))))
    if (!meeting || !opens(meeting, context.req.query('icsToken'))) return unknownMeeting(context)
    return context.body(composeCalendar(meeting, hostOf(emulator, meeting), emulator.baseUrl()), 200, {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': `attachment; filename="meeting-${meeting.id}.ics"`,
    })
  })
}

/** What a join link can mean: one meeting, or those under a host's personal id. */
function joinableMeetings(emulator: Emulator, id: string): Meeting[] {
  const meeting = linkedMeeting(emulator, id)
  return meeting ? [meeting] : meetingsUnderPersonalId(emulator, id)
}

/** The meeting of a link, while its id can be used. */
export function linkedMeeting({ store, clock }: Emulator, id: string): Meeting | undefined {
  const meeting = /^\d{1,15}$/.test(id) ? store.meetings.get(Number(id)) : undefined
  return meeting && isUsable(meeting, clock.now()) ? meeting : undefined
}

/** Whether the `pwd` of a link is the meeting's; one without a passcode is open. */
function opens({ encryptedPassword }: Meeting, pwd: string | undefined): boolean {
  return encryptedPassword === '' || pwd === encryptedPassword
}

/** A page with the headers of all pages. */
export function page(context: Ctx, html: string, status: 200 | 400 | 403 | 404 | 409 | 501 = 200): Response {
  return context.body(html, status, { ...pageHeaders })
}

/** 404 for people. */
export function unknownMeeting(context: Ctx): Response {
  const remedy = 'The meeting was deleted, has expired, or never existed. Check the link in the invitation.'
  return page(context, renderDeadLink('There is no such meeting', remedy), 404)
}

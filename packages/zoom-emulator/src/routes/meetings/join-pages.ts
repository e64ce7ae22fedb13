import { composeCalendar } from '../../domain/meeting-calendar.ts'
import { idFromMeetingToken, joinUrl, registrationUrl } from '../../domain/meeting-links.ts'
import { registersFirst } from '../../domain/registration.ts'
import type { Routes } from '../../http/context.ts'
import { readText } from '../../http/read-json.ts'
import { requireSameOrigin } from '../../http/same-origin.ts'
import { renderPasscodePage } from '../../pages/join.ts'
import { answerJoinForm, showJoinPage } from '../life/join-form.ts'
import { hostOf, type MeetingRoutes } from './context.ts'
import { joinableMeetings, linkedMeeting, opens } from './linked-meeting.ts'
import { page, unknownMeeting } from './page.ts'

/** `/j/{id}` and the calendar file: what the links for everybody lead to. */
export function joinPages(app: Routes, routes: MeetingRoutes): void {
  const { emulator } = routes

  app.get('/j/:id', (context) => {
    const id = context.req.param('id')
    const meetings = joinableMeetings(emulator, id)
    if (meetings.length === 0) return unknownMeeting(context)
    const meeting = meetings.find((one) => opens(one, context.req.query('pwd')))
    if (meeting && registersFirst(meeting)) return context.redirect(registrationUrl('', meeting), 303)
    return meeting ? showJoinPage(routes, context, meeting) : page(context, renderPasscodePage(id, false))
  })

  app.post('/j/:id', async (context) => {
    requireSameOrigin(context)
    const id = context.req.param('id')
    const meetings = joinableMeetings(emulator, id)
    if (meetings.length === 0) return unknownMeeting(context)
    const form = new URLSearchParams(await readText(context))
    const open = meetings.find((one) => opens(one, context.req.query('pwd')))
    if (open && form.has('name')) return answerJoinForm(routes, context, open, form)
    const meeting = meetings.find(({ password }) => password === form.get('passcode')?.trim())
    if (!meeting) return page(context, renderPasscodePage(id, true), 403)
    return context.redirect(joinUrl('', meeting, hostOf(emulator, meeting)), 303)
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

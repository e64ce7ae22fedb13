import type { Meeting } from '../../domain/entities.ts'
import { isZakOf } from '../../domain/zak.ts'
import type { PageCtx, Routes } from '../../http/context.ts'
import { readText } from '../../http/read-json.ts'
import { requireSameOrigin } from '../../http/same-origin.ts'
import { renderDeadLink } from '../../pages/join.ts'
import { renderStartPage } from '../../pages/start.ts'
import { endForAll, explainRefusal, startAsHost } from '../life/act.ts'
import { roomAddress } from '../life/room-page.ts'
import { hostOf, type MeetingRoutes } from './context.ts'
import { linkedMeeting } from './linked-meeting.ts'
import { page, unknownMeeting } from './page.ts'

/** `/s/{id}`: where the host starts a meeting, comes back into it, and can end it. */
export function startPage(app: Routes, { emulator, links }: MeetingRoutes): void {
  const { clock } = emulator
  const mayStart = (meeting: Meeting, zak: string) => isZakOf(links, hostOf(emulator, meeting), zak, clock.now())
  const view = (meeting: Meeting, zak: string) => ({ meeting, host: hostOf(emulator, meeting), now: clock.now(), zak })

  app.get('/s/:id', (context) => {
    const meeting = linkedMeeting(emulator, context.req.param('id'))
    if (!meeting) return unknownMeeting(context)
    const zak = context.req.query('zak') ?? ''
    if (!mayStart(meeting, zak)) return expiredLink(context)
    return page(context, renderStartPage(view(meeting, zak)))
  })

  app.post('/s/:id', async (context) => {
    requireSameOrigin(context)
    const meeting = linkedMeeting(emulator, context.req.param('id'))
    if (!meeting) return unknownMeeting(context)
    const form = new URLSearchParams(await readText(context))
    const zak = form.get('zak') ?? ''
    if (!mayStart(meeting, zak)) return expiredLink(context)
    if (form.get('action') !== 'end') return start(context, meeting, zak)
    endForAll(emulator, meeting)
    if (!linkedMeeting(emulator, String(meeting.id)))
      return page(context, renderDeadLink('The meeting has ended', 'Its id cannot be used again.'))
    return context.redirect(`/s/${meeting.id}?zak=${encodeURIComponent(zak)}`, 303)
  })

  const start = (context: PageCtx, meeting: Meeting, zak: string): Response => {
    const arrival = startAsHost(emulator, meeting)
    if (arrival.ok) return context.redirect(roomAddress(links, arrival.participant, clock.now()), 303)
    return page(context, renderStartPage({ ...view(meeting, zak), refusal: explainRefusal(arrival) }), 409)
  }
}

function expiredLink(context: PageCtx): Response {
  const remedy = 'A start link works for 2 hours. Get the meeting again: the answer has a new start_url.'
  return page(context, renderDeadLink('This start link has expired', remedy), 403)
}

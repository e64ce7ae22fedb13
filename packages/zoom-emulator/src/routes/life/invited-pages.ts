import type { Meeting } from '../../domain/entities.ts'
import { dateAt } from '../../domain/life/entry-rules.ts'
import { registrationUrl } from '../../domain/meeting-links.ts'
import { statusOf } from '../../domain/registrant.ts'
import type { Routes } from '../../http/context.ts'
import { readText } from '../../http/read-json.ts'
import { requireSameOrigin } from '../../http/same-origin.ts'
import { renderDeadLink } from '../../pages/join.ts'
import type { MeetingRoutes } from '../meetings/context.ts'
import { linkedMeeting } from '../meetings/linked-meeting.ts'
import { page, unknownMeeting } from '../meetings/page.ts'
import { registrantOfLink } from '../registrants/find-registrants.ts'
import { panelistOfLink } from '../webinars/panelists.ts'
import { answerJoinForm, type LinkedGuest, showJoinPage } from './join-form.ts'

/** `/w/{id}?tk=`: what the links for one person lead to, those of invitations, of registrants and of panelists. */
export function invitedPages(app: Routes, routes: MeetingRoutes): void {
  const { emulator } = routes

  app.on(['GET', 'POST'], '/w/:id', async (context) => {
    requireSameOrigin(context)
    const meeting = linkedMeeting(emulator, context.req.param('id'))
    if (!meeting) return unknownMeeting(context)
    const token = context.req.query('tk') ?? ''
    const guest = readGuest(routes, meeting, token)
    if (guest === 'expired')
      return page(context, renderDeadLink('This invite link has expired', 'Ask who invited you for a new link.'), 403)
    if (guest === 'another_date')
      return page(context, renderDeadLink('You registered for other dates', 'Come on one of them.'), 403)
    // Whoever may not come yet, or not any more, reads how the registration stands.
    if (guest === 'not_approved')
      return context.redirect(`${registrationUrl('', meeting)}?tk=${encodeURIComponent(token)}`, 303)
    if (context.req.method === 'GET') return showJoinPage(routes, context, meeting, guest)
    return answerJoinForm(routes, context, meeting, new URLSearchParams(await readText(context)), guest)
  })
}

/** Who comes by this link; a word where nobody may. */
function readGuest(
  { emulator, links }: MeetingRoutes,
  meeting: Meeting,
  token: string,
): LinkedGuest | 'expired' | 'not_approved' | 'another_date' {
  const now = emulator.clock.now()
  const registrant = registrantOfLink(emulator, meeting, token)
  if (registrant) {
    if (statusOf(registrant) !== 'approved') return 'not_approved'
    if (statusOf(registrant, dateAt(meeting, now)?.occurrenceId) !== 'approved') return 'another_date'
    const { first_name, last_name = '', email } = registrant.person
    return { name: `${first_name} ${last_name}`.trim(), email, registrantId: registrant.id }
  }
  const panelist = panelistOfLink(emulator, meeting, token)
  if (panelist) return { name: panelist.name, email: panelist.email }
  const invited = `tk ${meeting.id} `
  const said = links.read(token, now)
  return said?.startsWith(invited) ? { name: said.slice(invited.length) } : 'expired'
}

import type { Meeting } from '../../domain/entities.ts'
import type { Guest } from '../../domain/life/participant.ts'
import type { PageCtx } from '../../http/context.ts'
import { type JoinRefusal, renderJoinPage } from '../../pages/join.ts'
import { hostOf, type MeetingRoutes } from '../meetings/context.ts'
import { page } from '../meetings/page.ts'
import { comeIn, explainRefusal } from './act.ts'
import { guestFrom } from './guest.ts'
import { roomAddress } from './room-page.ts'

/** Who the link says comes; without it the form asks for the name. */
export type LinkedGuest = Pick<Guest, 'name' | 'email' | 'registrantId'>

/** The page of a join link. */
export function showJoinPage(
  routes: MeetingRoutes,
  context: PageCtx,
  meeting: Meeting,
  linked?: LinkedGuest,
  refused?: JoinRefusal,
): Response {
  const { emulator } = routes
  const { pathname, search } = new URL(context.req.url)
  const html = renderJoinPage({
    meeting,
    host: hostOf(emulator, meeting),
    now: emulator.clock.now(),
    action: `${pathname}${search}`,
    ...(linked && { guestName: linked.name }),
    ...(refused && { refused }),
  })
  return page(context, html, refused ? (refused.field === 'meeting' ? 409 : 400) : 200)
}

/** Lets somebody come who filled in the form, or shows it again with the reason why not. */
export function answerJoinForm(
  routes: MeetingRoutes,
  context: PageCtx,
  meeting: Meeting,
  form: URLSearchParams,
  linked?: LinkedGuest,
): Response {
  const { emulator, links } = routes
  const name = linked?.name ?? form.get('name')?.trim() ?? ''
  const email = form.get('email')?.trim() || linked?.email || ''
  const again = (field: JoinRefusal['field'], reason: string) =>
    showJoinPage(routes, context, meeting, linked, { field, reason, name, email })
  if (name === '' || name.length > 64) return again('name', 'Say your name, in at most 64 characters.')
  if (email !== '' && !/^[^\s@]{1,64}@[^\s@]{1,63}$/.test(email))
    return again('email', 'This is no e-mail address: mend it, or leave it empty.')
  const guest = guestFrom(emulator, meeting, name, email)
  const arrival = comeIn(emulator, meeting, {
    ...guest,
    ...(linked?.registrantId !== undefined && { registrantId: linked.registrantId }),
  })
  if (arrival.ok) return context.redirect(roomAddress(links, arrival.participant, emulator.clock.now()), 303)
  return again(arrival.reason === 'sign_in_required' ? 'email' : 'meeting', explainRefusal(arrival))
}

import type { Meeting } from '../../domain/entities.ts'
import type { Participant } from '../../domain/life/participant.ts'
import { joinUrl, startUrl } from '../../domain/meeting-links.ts'
import type { TokenSigner } from '../../domain/signed-token.ts'
import type { PageCtx, Routes } from '../../http/context.ts'
import { readText } from '../../http/read-json.ts'
import { requireSameOrigin } from '../../http/same-origin.ts'
import { renderDeadLink } from '../../pages/join.ts'
import { livePageHeaders } from '../../pages/keep-current.ts'
import { leadsNow, renderRoomPage } from '../../pages/room.ts'
import { hostOf, type MeetingRoutes, zakFor } from '../meetings/context.ts'
import { page } from '../meetings/page.ts'
import { admitPeople, endForAll, holdPerson, leaveMeeting, roomOf } from './act.ts'

/** A page of somebody in a meeting is good for so long. */
const pageLifeMs = 7 * 86_400_000

/**
 * The page of somebody who came to a meeting. What proves whose it is stands in the address and not in a cookie, so that one browser
 * can play several people in as many tabs.
 */
export function roomAddress(links: TokenSigner, { id, meetingId }: Participant, now: number): string {
  return `/wc/${meetingId}?who=${links.sign(`in ${id}`, now + pageLifeMs)}`
}

/** `/wc/{id}`: the meeting as one of those who came sees it, and what they do there. */
export function roomPage(app: Routes, { emulator, links }: MeetingRoutes): void {
  const { store, clock } = emulator
  const find = (context: PageCtx): { self: Participant; meeting: Meeting } | undefined => {
    const said = links.read(context.req.query('who') ?? '', clock.now())
    const self = said?.startsWith('in ') ? store.participants.get(said.slice(3)) : undefined
    const meeting = self && store.meetings.get(self.meetingId)
    return self && meeting && String(meeting.id) === context.req.param('id') ? { self, meeting } : undefined
  }

  app.get('/wc/:id', (context) => {
    const found = find(context)
    if (!found) return overPage(context)
    const { meeting, self } = found
    const host = hostOf(emulator, meeting)
    const now = clock.now()
    const html = renderRoomPage({
      meeting,
      host,
      now,
      self,
      people: roomOf(emulator, meeting).people,
      address: addressOf(context),
      wayBack: self.userId === host.id ? startUrl('', meeting, zakFor(links, host, now)) : joinUrl('', meeting, host),
    })
    return context.body(html, 200, { ...livePageHeaders })
  })

  app.post('/wc/:id', async (context) => {
    requireSameOrigin(context)
    const form = new URLSearchParams(await readText(context))
    const found = find(context)
    if (!found) return overPage(context)
    const { meeting, self } = found
    if (form.get('do') === 'leave') leaveMeeting(emulator, meeting, self.id)
    else if (leadsNow(self)) lead(meeting, form)
    return context.redirect(addressOf(context), 303)
  })

  /** What only who leads the meeting can do. */
  const lead = (meeting: Meeting, form: URLSearchParams) => {
    const [admitted, held, removed] = ['admit', 'hold', 'remove'].map((name) => form.get(name))
    if (form.get('do') === 'end') endForAll(emulator, meeting)
    if (form.get('do') === 'admit-all') admitPeople(emulator, meeting)
    if (admitted) admitPeople(emulator, meeting, [admitted])
    if (held) holdPerson(emulator, meeting, held)
    if (removed) leaveMeeting(emulator, meeting, removed, 'removed')
  }
}

function addressOf(context: PageCtx): string {
  return `/wc/${context.req.param('id')}?who=${encodeURIComponent(context.req.query('who') ?? '')}`
}

function overPage(context: PageCtx): Response {
  const remedy = 'It belongs to somebody in a meeting, and is over. Come again by the join link.'
  return page(context, renderDeadLink('This page is over', remedy), 403)
}

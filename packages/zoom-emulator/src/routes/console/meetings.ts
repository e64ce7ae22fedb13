import type { Meeting, User } from '../../domain/entities.ts'
import { isUsable } from '../../domain/meeting-lifecycle.ts'
import { joinUrl, registrationUrl, startUrl } from '../../domain/meeting-links.ts'
import { registrationIsOn } from '../../domain/registration.ts'
import type { TokenSigner } from '../../domain/signed-token.ts'
import type { Routes } from '../../http/context.ts'
import type { Emulator } from '../../http/env.ts'
import { type ConsoleMeeting, renderMeetings } from '../../pages/console/meetings.ts'
import { roomOf } from '../life/act.ts'
import { hostOf, zakFor } from '../meetings/context.ts'
import { linkedMeeting } from '../meetings/linked-meeting.ts'
import { unknownMeeting } from '../meetings/page.ts'
import { consolePage } from './form.ts'

const mostShown = 100

/** `/console/meetings` */
export function meetingsPage(app: Routes, emulator: Emulator, links: TokenSigner): void {
  const { store, clock } = emulator
  app.get('/console/meetings', (context) => {
    const now = clock.now()
    const meetings = [...store.meetings.values()].toReversed().slice(0, mostShown)
    const views = meetings.map((meeting) => {
      const host = hostOf(emulator, meeting)
      return {
        meeting,
        host,
        standing: standingOf(meeting, now),
        ...(registrationIsOn(meeting) && { registrationUrl: registrationUrl('', meeting) }),
        inside: roomOf(emulator, meeting)
          .people.filter(({ place }) => place === 'meeting')
          .map(({ name }) => name),
      }
    })
    return consolePage(context, renderMeetings(views, now, store.meetings.size))
  })

  const leadTo = (deed: string, urlOf: (meeting: Meeting, host: User) => string) =>
    app.get(`/console/meetings/:id/${deed}`, (context) => {
      const meeting = linkedMeeting(emulator, context.req.param('id') ?? '')
      if (!meeting) return unknownMeeting(context)
      return context.redirect(urlOf(meeting, hostOf(emulator, meeting)), 303)
    })
  leadTo('start', (meeting, host) => startUrl('', meeting, zakFor(links, host, clock.now())))
  leadTo('join', (meeting, host) => joinUrl('', meeting, host))
}

function standingOf(meeting: Meeting, now: number): ConsoleMeeting['standing'] {
  if (meeting.deletedAt !== undefined) return 'deleted'
  if (!isUsable(meeting, now)) return 'expired'
  if (meeting.status === 'started') return 'running'
  return meeting.endedAt === undefined ? 'waiting' : 'ended'
}

import type { Meeting } from '../../domain/entities.ts'
import { isUsable } from '../../domain/meeting-lifecycle.ts'
import { joinUrl, registrationUrl, startUrl } from '../../domain/meeting-links.ts'
import { registrationIsOn } from '../../domain/registration.ts'
import type { TokenSigner } from '../../domain/signed-token.ts'
import type { Emulator, Routes } from '../../http/env.ts'
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

  app.get('/console/meetings/:id/:deed{start|join}', (context) => {
    const meeting = linkedMeeting(emulator, context.req.param('id'))
    if (!meeting) return unknownMeeting(context)
    const host = hostOf(emulator, meeting)
    const url =
      context.req.param('deed') === 'start'
        ? startUrl('', meeting, zakFor(links, host, clock.now()))
        : joinUrl('', meeting, host)
    return context.redirect(url, 303)
  })
}

function standingOf(meeting: Meeting, now: number): ConsoleMeeting['standing'] {
  if (meeting.deletedAt !== undefined) return 'deleted'
  if (!isUsable(meeting, now)) return 'expired'
  if (meeting.status === 'started') return 'running'
  return meeting.endedAt === undefined ? 'waiting' : 'ended'
}

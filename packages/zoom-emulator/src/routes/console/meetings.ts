import type { Meeting } from '../../domain/entities.ts'
import { isUsable } from '../../domain/meeting-lifecycle.ts'
import { joinUrl, startUrl } from '../../domain/meeting-links.ts'
import type { TokenSigner } from '../../domain/signed-token.ts'
import type { Emulator, Routes } from '../../http/env.ts'
import { type ConsoleMeeting, renderMeetings } from '../../pages/console/meetings.ts'
import { roomOf } from '../life/act.ts'
import { hostOf, zakFor } from '../meetings/context.ts'
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
        joinUrl: joinUrl('', meeting, host),
        startUrl: startUrl('', meeting, zakFor(links, host, now)),
        people: roomOf(emulator, meeting).people.filter(({ place }) => place === 'meeting').length,
      }
    })
    return consolePage(context, renderMeetings(views, now, store.meetings.size))
  })
}

function standingOf(meeting: Meeting, now: number): ConsoleMeeting['standing'] {
  if (meeting.deletedAt !== undefined) return 'deleted'
  if (!isUsable(meeting, now)) return 'expired'
  if (meeting.status === 'started') return 'running'
  return meeting.endedAt === undefined ? 'waiting' : 'ended'
}

import type { News, Turn } from '../../domain/life/room.ts'
import { kindOf } from '../../domain/meeting-kind.ts'
import { formatInstant } from '../../domain/time.ts'
import type { Emulator } from '../../http/env.ts'
import { presentRunningMeeting } from '../../present/event-meeting.ts'
import { presentEventParticipant } from '../../present/event-participant.ts'

/** How the events about participants call their instant. */
const timeFields: Partial<Record<News['name'], string>> = {
  'meeting.participant_joined': 'join_time',
  'meeting.participant_jbh_joined': 'join_time',
  'meeting.participant_left': 'leave_time',
}

/** Tells the subscribers what an act has done. */
export function announceTurn({ events, clock }: Pick<Emulator, 'events' | 'clock'>, { room, news }: Turn): void {
  const now = clock.now()
  const { meeting } = room
  for (const { name, participant } of news)
    events.publish(name.replace('meeting', kindOf(meeting)), meeting.accountId, () => ({
      object: {
        ...presentRunningMeeting(meeting),
        ...(name === 'meeting.ended' && { end_time: formatInstant(now) }),
        ...(participant && {
          participant: presentEventParticipant(participant, timeFields[name] ?? 'date_time', now),
        }),
      },
    }))
}

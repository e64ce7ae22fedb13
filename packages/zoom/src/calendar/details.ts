import { composeInvitation } from '../invitation/compose.ts'
import { glossaries } from '../invitation/glossary.ts'
import { joinLink } from '../invitation/join-link.ts'
import type { InvitationMeeting } from '../invitation/meeting.ts'
import { singleLine } from '../invitation/single-line.ts'
import { contentLine, textValue } from './content-line.ts'
import { dateTimeInUtc, dateTimeLine } from './date-time.ts'
import { type CalendarConfig, peopleLines } from './options.ts'

/** The lines that every VEVENT of a meeting has alike: what it is about, where it is, who belongs to it. */
export function detailLines(meeting: InvitationMeeting, config: CalendarConfig): string[] {
  const { language } = config
  const topic = singleLine(meeting.topic ?? '') || glossaries[language].zoomMeeting
  return [
    contentLine('UID', config.uid ?? `zoom-meeting-${meeting.id}`),
    dateTimeLine('DTSTAMP', dateTimeInUtc(config.now)),
    contentLine('SEQUENCE', String(config.sequence)),
    contentLine('STATUS', config.method === 'CANCEL' ? 'CANCELLED' : 'CONFIRMED'),
    contentLine('SUMMARY', textValue(topic)),
    // What was called off invites nobody any more.
    ...(config.method === 'CANCEL' ? [] : invitationLines(meeting, config)),
    ...peopleLines(config),
    ...alarmLines(topic, config.alarmMinutes),
  ]
}

function invitationLines(meeting: InvitationMeeting, { language, hostName, passcode }: CalendarConfig): string[] {
  const link = joinLink(meeting.join_url, passcode !== false)
  const agenda = meeting.agenda?.trim()
  const invitation = composeInvitation(meeting, { language, hostName, passcode })
  return [
    contentLine('DESCRIPTION', textValue(agenda ? `${agenda}\n\n${invitation}` : invitation)),
    contentLine('LOCATION', textValue(link)),
    contentLine('URL', link),
  ]
}

function alarmLines(topic: string, minutes: number | undefined): string[] {
  if (minutes === undefined) return []
  return [
    'BEGIN:VALARM',
    contentLine('ACTION', 'DISPLAY'),
    contentLine('DESCRIPTION', textValue(topic)),
    contentLine('TRIGGER', `-PT${minutes}M`),
    'END:VALARM',
  ]
}

import type { Meeting, Occurrence, User } from '../domain/entities.ts'
import { joinUrl, registrationUrl, startUrl } from '../domain/meeting-links.ts'
import { formatInstant } from '../domain/time.ts'
import { presentSettings } from './meeting-settings.ts'

/** What an answer needs besides the meeting. */
export interface MeetingView {
  readonly host: User
  readonly baseUrl: string
  readonly now: number
  readonly zak: string
  readonly isInternal: (email: string) => boolean
  /** Whether hosts see a tracking field. */
  readonly isVisible: (field: string) => boolean
  /** Show this one's start and duration instead of the series' own. */
  readonly occurrence?: Occurrence
  /** The account shows nobody what a meeting is about. */
  readonly hidesAgenda?: boolean
  /** Past dates too. */
  readonly showPrevious?: boolean
}

/** The answer of create and get (docs/zoom-facts.md §5.6). A field that the meeting has not is `undefined`: JSON leaves it out. */
export function presentMeeting(meeting: Meeting, view: MeetingView): Record<string, unknown> {
  const { host, baseUrl, occurrence } = view
  const link = joinUrl(baseUrl, meeting, host)
  const startAt = occurrence?.startAt ?? meeting.startAt
  const approval = meeting.settings.approval_type
  return {
    uuid: meeting.uuid,
    id: meeting.id,
    host_id: meeting.hostId,
    host_email: host.email,
    assistant_id: meeting.assistantId,
    topic: meeting.topic,
    type: meeting.type,
    status: meeting.status,
    start_time: startAt === undefined ? undefined : formatInstant(startAt),
    duration: occurrence?.durationMinutes ?? meeting.durationMinutes,
    timezone: meeting.timeZone,
    agenda: view.hidesAgenda ? '' : (occurrence?.changes?.agenda ?? meeting.agenda),
    created_at: formatInstant(meeting.createdAt),
    start_url: startUrl(baseUrl, meeting, view.zak),
    join_url: link,
    chat_join_url: chatIsOn(meeting) ? `${baseUrl}/launch/jc/${meeting.id}` : undefined,
    registration_url: approval === 0 || approval === 1 ? registrationUrl(baseUrl, meeting) : undefined,
    password: meeting.password,
    h323_password: meeting.numericPassword || undefined,
    pstn_password: (!meeting.openToPhones && meeting.numericPassword) || undefined,
    encrypted_password: meeting.encryptedPassword || undefined,
    pmi: meeting.usePmi ? String(host.pmi) : undefined,
    pre_schedule: meeting.preSchedule,
    tracking_fields:
      meeting.trackingFields.length === 0
        ? undefined
        : meeting.trackingFields.map((one) => ({ ...one, visible: view.isVisible(one.field) })),
    recurrence: meeting.recurrence,
    occurrences: meeting.occurrences && presentOccurrences(meeting.occurrences, view),
    settings: presentSettings({ meeting, joinUrl: link, isInternal: view.isInternal }, occurrence?.changes?.settings),
    creation_source: meeting.creationSource,
  }
}

/** A row of a list: thin, its agenda cut (docs/zoom-facts.md §5.7). */
export function presentMeetingRow(
  meeting: Meeting,
  host: User,
  baseUrl: string,
  hidesAgenda = false,
): Record<string, unknown> {
  return {
    uuid: meeting.uuid,
    id: meeting.id,
    host_id: meeting.hostId,
    topic: meeting.topic,
    type: meeting.type,
    start_time: meeting.startAt === undefined ? undefined : formatInstant(meeting.startAt),
    duration: meeting.durationMinutes,
    timezone: meeting.timeZone,
    agenda: meeting.agenda === '' || hidesAgenda ? undefined : cutAgenda(meeting.agenda),
    created_at: formatInstant(meeting.createdAt),
    join_url: joinUrl(baseUrl, meeting, host),
    pmi: meeting.usePmi ? String(host.pmi) : undefined,
  }
}

const agendaLength = 250

/** Cut by characters, so that no half of a pair is left at the end. */
export function cutAgenda(agenda: string): string {
  return agenda.length <= agendaLength ? agenda : Array.from(agenda).slice(0, agendaLength).join('')
}

/** Deleted dates stay listed; past ones show only when asked for (docs/zoom-facts.md §6). */
export function presentOccurrences(
  occurrences: readonly Occurrence[],
  { now, showPrevious }: Pick<MeetingView, 'now' | 'showPrevious'>,
): object[] {
  const rows: object[] = []
  for (const { occurrenceId, startAt, durationMinutes, status } of occurrences) {
    if (!showPrevious && startAt + durationMinutes * 60_000 <= now) continue
    rows.push({ occurrence_id: occurrenceId, start_time: formatInstant(startAt), duration: durationMinutes, status })
  }
  return rows
}

function chatIsOn({ settings }: Meeting): boolean {
  const chat = settings.continuous_meeting_chat
  return typeof chat === 'object' && chat !== null && 'enable' in chat && chat.enable === true
}

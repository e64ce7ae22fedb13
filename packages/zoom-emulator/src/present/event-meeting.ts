import type { Meeting, Occurrence, User } from '../domain/entities.ts'
import { joinUrl } from '../domain/meeting-links.ts'
import { formatInstant } from '../domain/time.ts'
import { presentSetting } from './meeting-settings.ts'

/** Who did it, as the payloads of events name that (docs/zoom-facts.md §9). */
export function presentOperator({ email, id }: Pick<User, 'email' | 'id'>): { operator: string; operator_id: string } {
  return { operator: email, operator_id: id }
}

/**
 * `object` of `meeting.created` (docs/zoom-facts.md §9); `id` is a number.
 *
 * @param baseUrl where the join link begins.
 */
export function presentCreatedMeeting(meeting: Meeting, host: User, baseUrl: string): Record<string, unknown> {
  const { trackingFields } = meeting
  return {
    ...identity(meeting),
    join_url: joinUrl(baseUrl, meeting, host),
    password: meeting.password || undefined,
    pmi: meeting.usePmi ? String(host.pmi) : undefined,
    recurrence: meeting.recurrence,
    occurrences: meeting.occurrences?.map(presentFullDate),
    settings: Object.fromEntries(createdSettings.map((name) => [name, presentSetting(meeting, name)])),
    tracking_fields:
      trackingFields.length === 0 ? undefined : trackingFields.map((field) => ({ ...field, visible: true })),
  }
}

const createdSettings = ['use_pmi', 'alternative_hosts', 'join_before_host', 'jbh_time', 'meeting_invitees']

/**
 * `object` of the events about a meeting that is planned: deleted, recovered, and its registrants. `id` is a number.
 *
 * @param dates which dates of a series it is about; all by default.
 */
export function presentPlannedMeeting(
  meeting: Meeting,
  dates: readonly Occurrence[] | undefined = meeting.occurrences,
): Record<string, unknown> {
  return { ...identity(meeting), occurrences: dates?.map(presentDate) }
}

/** `object` of the events about a meeting that runs or ran: started, ended, and its participants. `id` is a text. */
export function presentRunningMeeting(meeting: Meeting): Record<string, unknown> {
  const { startedAt = meeting.startAt } = meeting
  return {
    ...identity(meeting),
    id: String(meeting.id),
    start_time: startedAt === undefined ? undefined : formatInstant(startedAt),
  }
}

/** What every meeting event says of its meeting. */
function identity(meeting: Meeting): Record<string, unknown> {
  const { uuid, id, hostId, topic, type, startAt, durationMinutes, timeZone } = meeting
  return {
    uuid,
    id,
    host_id: hostId,
    topic,
    type,
    start_time: startAt === undefined ? undefined : formatInstant(startAt),
    duration: durationMinutes,
    timezone: timeZone,
  }
}

/** A date with its length, as where a series is new or changed. */
export function presentFullDate(date: Occurrence): Record<string, unknown> {
  return { ...presentDate(date), duration: date.durationMinutes, status: date.status }
}

function presentDate({ occurrenceId, startAt }: Occurrence): Record<string, unknown> {
  return { occurrence_id: occurrenceId, start_time: formatInstant(startAt) }
}

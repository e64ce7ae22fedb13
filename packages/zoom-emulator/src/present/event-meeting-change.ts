import { isDeepStrictEqual } from 'node:util'
import type { Meeting, Occurrence, User } from '../domain/entities.ts'
import { joinUrl, registrationUrl } from '../domain/meeting-links.ts'
import { formatInstant } from '../domain/time.ts'
import { presentFullDate } from './event-meeting.ts'
import { presentSetting } from './meeting-settings.ts'

type Fields = Record<string, unknown>

/** `object` and `old_object` of `meeting.updated`: the id, and those fields alone that changed (docs/zoom-facts.md §9). */
export interface MeetingChange {
  readonly object: Fields
  readonly old_object: Fields
}

/** A meeting with its host. */
export interface HostedMeeting {
  readonly meeting: Meeting
  readonly host: User
}

/** What changed of a meeting as a whole; `undefined` where nothing did that the event tells of. */
export function presentMeetingChange(
  before: HostedMeeting,
  after: HostedMeeting,
  baseUrl: string,
): MeetingChange | undefined {
  const fields = difference(wholeMeeting(before, baseUrl), wholeMeeting(after, baseUrl))
  const settings = settingsDifference(before.meeting, after.meeting)
  if (!settings && !fields) return undefined
  const { id } = after.meeting
  return {
    object: { id, ...fields?.after, ...settings?.after },
    old_object: { id, ...fields?.before, ...settings?.before },
  }
}

/** What changed of one date of a series; `undefined` where nothing did. */
export function presentOccurrenceChange(before: Meeting, after: Meeting, id: string): MeetingChange | undefined {
  const [old, now] = [before, after].map(({ occurrences }) => occurrences?.find((one) => one.occurrenceId === id))
  if (!old || !now || isDeepStrictEqual(old, now)) return undefined
  const [oldOne, nowOne] = [meetingOfDate(before, old), meetingOfDate(after, now)]
  const agenda = difference({ agenda: oldOne.agenda }, { agenda: nowOne.agenda })
  const settings = settingsDifference(oldOne, nowOne)
  return {
    object: { id: after.id, occurrences: [presentFullDate(now)], ...agenda?.after, ...settings?.after },
    old_object: { id: after.id, occurrences: [presentFullDate(old)], ...agenda?.before, ...settings?.before },
  }
}

function wholeMeeting({ meeting, host }: HostedMeeting, baseUrl: string): Fields {
  const { startAt, trackingFields, settings } = meeting
  const hasRegistration = settings.approval_type === 0 || settings.approval_type === 1
  return {
    uuid: meeting.uuid,
    host_id: meeting.hostId,
    topic: meeting.topic,
    type: meeting.type,
    start_time: startAt === undefined ? undefined : formatInstant(startAt),
    duration: meeting.durationMinutes,
    timezone: meeting.timeZone,
    agenda: meeting.agenda,
    join_url: joinUrl(baseUrl, meeting, host),
    registration_url: hasRegistration ? registrationUrl(baseUrl, meeting) : undefined,
    password: meeting.password,
    pmi: meeting.usePmi ? String(host.pmi) : undefined,
    recurrence: meeting.recurrence,
    occurrences: meeting.occurrences?.map(presentFullDate),
    tracking_fields: trackingFields,
  }
}

/** The settings that differ, under the name of their group. */
function settingsDifference(before: Meeting, after: Meeting): Difference | undefined {
  const names = Object.keys({ ...before.settings, ...after.settings })
  const read = (meeting: Meeting) => Object.fromEntries(names.map((name) => [name, presentSetting(meeting, name)]))
  const found = difference(read(before), read(after))
  return found && { before: { settings: found.before }, after: { settings: found.after } }
}

/** The meeting as it is on one date. */
function meetingOfDate(meeting: Meeting, { changes }: Occurrence): Meeting {
  return {
    ...meeting,
    agenda: changes?.agenda ?? meeting.agenda,
    settings: { ...meeting.settings, ...changes?.settings },
  }
}

interface Difference {
  readonly before: Fields
  readonly after: Fields
}

/** The fields that differ, as they are on both sides; one that a side has not is left out there. */
function difference(before: Fields, after: Fields): Difference | undefined {
  const names = Object.keys({ ...before, ...after }).filter((name) => !isDeepStrictEqual(before[name], after[name]))
  if (names.length === 0) return undefined
  const pick = (fields: Fields) =>
    Object.fromEntries(names.flatMap((name) => (fields[name] === undefined ? [] : [[name, fields[name]]])))
  return { before: pick(before), after: pick(after) }
}

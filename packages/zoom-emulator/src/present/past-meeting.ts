import type { User } from '../domain/entities.ts'
import { type Attendance, type AttendanceRow, minutesHeld } from '../domain/life/attendance.ts'
import type { Instance } from '../domain/life/instance.ts'
import { formatInstant } from '../domain/time.ts'

/** An instance that is over. */
export type PastInstance = Required<Instance>

/**
 * What the past and the reports both tell of an instance (docs/zoom-facts.md §5.10).
 *
 * @param host without one, where the user is gone, the names are empty.
 */
export function presentPastInstance(
  instance: PastInstance,
  host: User | undefined,
  { participants, minutes }: Attendance,
): Record<string, unknown> {
  const { uuid, meetingId, type, topic, startedAt, endedAt } = instance
  return {
    uuid,
    id: meetingId,
    type,
    topic,
    user_name: host?.displayName ?? '',
    user_email: host?.email ?? '',
    start_time: formatInstant(startedAt),
    end_time: formatInstant(endedAt),
    duration: minutesHeld(instance, endedAt),
    total_minutes: minutes,
    participants_count: participants,
    dept: host?.department ?? '',
  }
}

/** The answer about a past meeting. */
export function presentPastMeeting(
  instance: PastInstance,
  host: User,
  attendance: Attendance,
  hasSummary: boolean,
): Record<string, unknown> {
  return {
    ...presentPastInstance(instance, host, attendance),
    host_id: instance.hostId,
    source: 'Zoom',
    has_meeting_summary: hasSummary,
  }
}

/** A line of the participants; of a guest from outside the account the e-mail stays hidden (docs/zoom-facts.md §10, 15). */
export function presentParticipantRow({ person, stay }: AttendanceRow): Record<string, unknown> {
  const { number, name, email, userId, registrantId } = person
  return {
    id: userId ?? '',
    user_id: String(number),
    ...(registrantId !== undefined && { registrant_id: registrantId }),
    name,
    user_email: userId === undefined ? '' : email,
    join_time: formatInstant(stay.fromAt),
    leave_time: formatInstant(stay.untilAt),
    duration: Math.round((stay.untilAt - stay.fromAt) / 1000),
    failover: false,
    status: stay.place === 'meeting' ? 'in_meeting' : 'in_waiting_room',
  }
}

import type { Participant } from '../domain/life/participant.ts'
import { formatInstant } from '../domain/time.ts'

/**
 * `participant` of the events about who comes and goes (docs/zoom-facts.md §9).
 *
 * @param timeField how the event calls its instant: `join_time`, `leave_time`, `date_time`.
 */
export function presentEventParticipant(
  participant: Participant,
  timeField: string,
  now: number,
): Record<string, unknown> {
  const { id, name, email, number, userId, registrantId } = participant
  return {
    user_id: String(number),
    user_name: name,
    id: userId ?? '',
    participant_uuid: id,
    participant_user_id: userId ?? '',
    [timeField]: formatInstant(now),
    ...(timeField === 'leave_time' && { leave_reason: leaveReason(participant) }),
    email,
    ...(registrantId !== undefined && { registrant_id: registrantId }),
  }
}

function leaveReason({ name, gone }: Participant): string {
  if (gone === 'ended') return `${name} left the meeting.<br>Reason: Host ended the meeting.`
  if (gone === 'removed') return `${name} left the meeting.<br>Reason: Removed by host.`
  return `${name} left the meeting.<br>Reason: left the meeting.`
}

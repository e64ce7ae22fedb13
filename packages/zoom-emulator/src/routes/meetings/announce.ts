import type { Meeting, Occurrence, User } from '../../domain/entities.ts'
import { kindOf } from '../../domain/meeting-kind.ts'
import { hidesAgenda, withoutAgenda } from '../../domain/meeting-policy.ts'
import type { Emulator } from '../../http/env.ts'
import { presentCreatedMeeting, presentOperator, presentPlannedMeeting } from '../../present/event-meeting.ts'
import {
  type HostedMeeting,
  presentMeetingChange,
  presentOccurrenceChange,
} from '../../present/event-meeting-change.ts'

/** Tells the subscribers of a new meeting. */
export function announceCreated(emulator: Emulator, operator: User, { meeting, host }: HostedMeeting): void {
  emulator.events.publish(`${kindOf(meeting)}.created`, meeting.accountId, () => ({
    ...presentOperator(operator),
    operation: 'all',
    object: presentCreatedMeeting(meeting, host, emulator.baseUrl()),
  }))
}

/** Tells of a changed meeting, or of a changed date of it; of nothing where nothing changed. */
export function announceUpdated(
  { store, events, clock, baseUrl }: Emulator,
  operator: User,
  before: HostedMeeting,
  after: HostedMeeting,
  date?: Occurrence,
): void {
  const { meeting } = after
  const account = store.accounts.get(meeting.accountId)
  const shown = (one: Meeting) => (account && hidesAgenda(account) ? withoutAgenda(one) : one)
  events.publish(`${kindOf(meeting)}.updated`, meeting.accountId, () => {
    const [old, now] = [shown(before.meeting), shown(meeting)]
    const change = date
      ? presentOccurrenceChange(old, now, date.occurrenceId)
      : presentMeetingChange({ ...before, meeting: old }, { ...after, meeting: now }, baseUrl())
    return (
      change && {
        ...presentOperator(operator),
        scope: date ? 'single' : 'all',
        time_stamp: clock.now(),
        ...change,
      }
    )
  })
}

/** Tells of a meeting that went into the trash or came back, or of one deleted date. */
export function announceMoved(
  { events }: Emulator,
  operator: User,
  change: 'deleted' | 'recovered',
  meeting: Meeting,
  date?: Occurrence,
): void {
  events.publish(`${kindOf(meeting)}.${change}`, meeting.accountId, () => ({
    ...presentOperator(operator),
    operation: date ? 'single' : 'all',
    object: presentPlannedMeeting(meeting, date && [date]),
  }))
}

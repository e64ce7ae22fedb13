import type { User } from '../../domain/entities.ts'
import type { Session } from '../../domain/session.ts'
import { formatInstant } from '../../domain/time.ts'
import type { Emulator } from '../../http/env.ts'
import type { SessionKind } from './session-kind.ts'

/**
 * Says that something has happened in a session: `meeting.<what>` with the object of `meeting.started` (docs/zoom-facts.md §9),
 * and who did it, where somebody did.
 */
export function publishSessionEvent(
  { events }: Emulator,
  { name }: Pick<SessionKind, 'name'>,
  session: Session,
  what: string,
  operator?: User,
): void {
  events.publish(`${name}.${what}`, session.accountId, () => ({
    ...(operator && { operator: operator.email, operator_id: operator.id }),
    object: presentSession(session),
  }))
}

/** A session as the events of a running one show it: the id is a text there. */
export function presentSession(session: Session): Record<string, unknown> {
  const startAt = session.startedAt ?? session.startAt
  return {
    id: String(session.id),
    uuid: session.uuid,
    host_id: session.hostId,
    topic: session.topic,
    type: session.type,
    start_time: startAt === undefined ? undefined : formatInstant(startAt),
    timezone: session.timeZone,
    duration: session.durationMinutes,
  }
}

import type { Meeting, User } from '../../domain/entities.ts'
import type { Registrant } from '../../domain/registrant.ts'
import { presentOperator, presentPlannedMeeting } from '../../present/event-meeting.ts'
import { presentEventRegistrant } from '../../present/registrant.ts'
import type { RegistrantRoutes } from './dialect.ts'

/**
 * Tells of a registration that was made or decided about (docs/zoom-facts.md §9).
 *
 * @param operator who decided; nobody when somebody registers.
 */
export function publishRegistration(
  { emulator, dialect }: RegistrantRoutes,
  meeting: Meeting,
  registrant: Registrant,
  change: 'created' | 'approved' | 'denied' | 'cancelled',
  operator?: User,
): void {
  emulator.events.publish(`${dialect.event}.registration_${change}`, meeting.accountId, () => ({
    ...(operator && presentOperator(operator)),
    object: {
      ...presentPlannedMeeting(meeting),
      registrant: { ...presentEventRegistrant(meeting, registrant, emulator.baseUrl()), ...dialect.more(registrant) },
    },
  }))
}

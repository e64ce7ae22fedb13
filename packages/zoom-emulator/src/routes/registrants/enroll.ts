import type { Meeting } from '../../domain/entities.ts'
import { createRegistrant, type Registrant, registerAgain } from '../../domain/registrant.ts'
import { chooseDates, firstStatus, registrationIsOn, registrationIsOver } from '../../domain/registration.ts'
import type { Person } from '../../domain/registration-questions.ts'
import { registrantLimitReached } from '../../http/rate-limit-error.ts'
import type { AddRefusals, RegistrantRoutes } from './dialect.ts'
import { invalidOccurrence, type Registrable, registrantsByEmail, registrantsOf } from './find-registrants.ts'
import { publishRegistration } from './publish.ts'

/** Refuses where registration is off, or over. */
export function requireOpen({ clock }: RegistrantRoutes['emulator'], meeting: Meeting, refusals: AddRefusals): void {
  if (!registrationIsOn(meeting)) throw refusals.off(meeting.id)
  if (registrationIsOver(meeting, clock.now())) throw refusals.over()
}

export interface Enrolment {
  readonly people: readonly Person[]
  readonly autoApprove: boolean
  /** Named dates of a series. */
  readonly occurrenceIds?: readonly string[]
  readonly refusals: AddRefusals
}

/**
 * Registers all of some people or, when one of them is refused, none: 3 times a day for each e-mail, and no more people than there is
 * room for (docs/zoom-facts.md §3.2, §5.9).
 */
export function enroll(
  routes: RegistrantRoutes,
  { meeting, host }: Registrable,
  { people, autoApprove, occurrenceIds = [], refusals }: Enrolment,
): Registrant[] {
  const { emulator, dialect } = routes
  const { store, clock, ids, switches } = emulator
  requireOpen(emulator, meeting, refusals)
  for (const person of people) dialect.requireGuest(meeting, host, person)
  const dates = chooseDates(meeting, occurrenceIds, clock.now())
  if (dates === 'unknown') throw invalidOccurrence()
  // Of a series whose registration is for single dates none is left.
  if (dates?.length === 0) throw refusals.over()
  const status = firstStatus(meeting, autoApprove)
  for (const { email } of people) countRegistration(routes, meeting, email)
  const created: Registrant[] = []
  const registrants = store.transaction(() =>
    people.map((person) => {
      const [known] = switches.repeatedRegistrant === 'same' ? registrantsByEmail(emulator, meeting, person.email) : []
      if (!known && registrantsOf(emulator, meeting).length >= dialect.capacity(meeting)) throw refusals.full(meeting)
      const registrant = known
        ? registerAgain(known, person, dates)
        : createRegistrant(
            { meetingId: meeting.id, number: nextNumber(routes, meeting), person, status, occurrenceIds: dates },
            clock.now(),
            ids,
          )
      if (!known) created.push(registrant)
      store.registrants.put(registrant)
      return registrant
    }),
  )
  for (const registrant of created) publishRegistration(routes, meeting, registrant, 'created')
  return registrants
}

function countRegistration({ emulator }: RegistrantRoutes, { id }: Meeting, email: string): void {
  const { limits, clock, switches } = emulator
  const now = clock.now()
  if (!limits.registrations.take(`${id} ${email.toLowerCase()}`, now) && switches.limits !== 'off')
    throw registrantLimitReached(now)
}

function nextNumber({ emulator }: RegistrantRoutes, { id }: Meeting): number {
  let last = 0
  for (const { number } of emulator.store.registrantsOf(id)) last = number
  return last + 1
}

import type { Meeting, Occurrence } from '../domain/entities.ts'
import { registrantUrl } from '../domain/meeting-links.ts'
import { chosenDates, type Registrant } from '../domain/registrant.ts'
import { formatInstant } from '../domain/time.ts'

/** The link of somebody who may come; who waits or was declined has none (docs/zoom-facts.md §5.9). */
export function registrantLink(baseUrl: string, meeting: Meeting, registrant: Registrant): string | undefined {
  return registrant.status === 'approved' ? registrantUrl(baseUrl, meeting, registrant) : undefined
}

/** The answer to who was added. */
export function presentNewRegistrant(
  meeting: Meeting,
  registrant: Registrant,
  baseUrl: string,
): Record<string, unknown> {
  const dates = meeting.occurrences && datesWithTimes(meeting, registrant)
  const startAt = dates ? dates[0]?.startAt : meeting.startAt
  return {
    id: meeting.id,
    registrant_id: registrant.id,
    topic: meeting.topic,
    start_time: startAt === undefined ? undefined : formatInstant(startAt),
    join_url: registrantLink(baseUrl, meeting, registrant),
    occurrences: dates?.map(presentDate),
  }
}

/** A row of the list, and the answer about one registrant; a date shows what stands of them there. */
export function presentRegistrant(
  meeting: Meeting,
  registrant: Registrant,
  baseUrl: string,
  status: Registrant['status'] = registrant.status,
): Record<string, unknown> {
  const { source_id: _, ...person } = registrant.person
  return {
    id: registrant.id,
    ...person,
    status,
    create_time: formatInstant(registrant.createdAt),
    join_url: registrantLink(baseUrl, meeting, { ...registrant, status }),
  }
}

/** What the answers about meetings add, and those about webinars do not have. */
export function presentPin({ pinCode }: Registrant): { participant_pin_code: number } {
  return { participant_pin_code: pinCode }
}

/** `registrant` in the payload of an event (docs/zoom-facts.md §9). */
export function presentEventRegistrant(
  meeting: Meeting,
  registrant: Registrant,
  baseUrl: string,
): Record<string, unknown> {
  const { create_time: _, ...said } = presentRegistrant(meeting, registrant, baseUrl)
  return said
}

function datesWithTimes(meeting: Meeting, registrant: Registrant): Occurrence[] {
  const chosen = new Set(chosenDates(registrant, meeting).map(({ occurrenceId }) => occurrenceId))
  return (meeting.occurrences ?? []).filter(({ occurrenceId }) => chosen.has(occurrenceId))
}

function presentDate({ occurrenceId, startAt, durationMinutes, status }: Occurrence): Record<string, unknown> {
  return { occurrence_id: occurrenceId, start_time: formatInstant(startAt), duration: durationMinutes, status }
}

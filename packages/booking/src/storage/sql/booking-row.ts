import type { Booking, Occurrence, Wish } from '../../domain/booking.ts'
import type { Row, SqlValue } from './connection.ts'
import { deputiesFrom } from './deputies.ts'

/** What the desk forgets is in columns of its own, and what statements look at; the rest of the wish is JSON. */
export const bookingColumns: readonly string[] = [
  'id',
  'organiser_id',
  'host_id',
  'lane',
  'state',
  'revision',
  'sequence',
  'meeting_key',
  'title',
  'agenda',
  'people',
  'wish',
  'choice',
  'starts_at',
  'ends_at',
  'created_at',
  'changed_at',
]

/** In the order of `bookingColumns`. `starts_at` and `ends_at` are those of all its dates together. */
export function bookingValues(booking: Booking, dates: readonly Occurrence[]): readonly SqlValue[] {
  const { id, organiserId, hostId, lane, state, revision, sequence, meetingKey, title, agenda, people } = booking
  const { timeZone, start, repeated, minutes, recurrence, exceptions, peopleExpected } = booking
  if (dates.length === 0) throw new RangeError(`The booking ${JSON.stringify(id)} has no date; give at least one.`)
  return [
    id,
    organiserId,
    hostId,
    lane,
    state,
    revision,
    sequence,
    meetingKey,
    title,
    agenda,
    JSON.stringify(people),
    JSON.stringify({ timeZone, start, repeated, minutes, recurrence, exceptions, peopleExpected }),
    JSON.stringify(booking.choice),
    Math.min(...dates.map(({ startsAt }) => startsAt)),
    Math.max(...dates.map(({ endsAt }) => endsAt)),
    booking.createdAt,
    booking.changedAt,
  ]
}

export function bookingFromRow(row: Row): Booking {
  const wish = JSON.parse(row.wish as string) as Omit<Wish, 'title' | 'agenda' | 'people'>
  return {
    id: row.id as string,
    organiserId: row.organiser_id as string,
    deputies: deputiesFrom(row.deputies),
    hostId: row.host_id as string,
    lane: row.lane as number,
    state: row.state as Booking['state'],
    revision: row.revision as number,
    sequence: row.sequence as number,
    meetingKey: row.meeting_key as string,
    title: row.title as string,
    agenda: row.agenda as string,
    people: (JSON.parse(row.people as string) as Wish['people']).map(({ email, name }) => ({ email, name })),
    timeZone: wish.timeZone,
    start: wish.start,
    repeated: wish.repeated,
    minutes: wish.minutes,
    recurrence: wish.recurrence,
    exceptions: wish.exceptions.map(({ date, start, minutes }) => ({ date, start, minutes })),
    peopleExpected: wish.peopleExpected,
    choice: JSON.parse(row.choice as string) as Booking['choice'],
    createdAt: row.created_at as number,
    changedAt: row.changed_at as number,
  }
}

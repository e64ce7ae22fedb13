import type { Wish } from '../domain/booking.ts'
import { minuteMs } from '../domain/meeting-dates.ts'
import { formatWall, locate, wallAt } from '../domain/wall-time.ts'
import type { Desk, RequestKey } from '../ports.ts'
import { type BookingAnswer, bookMeeting } from './book-meeting.ts'

/** A meeting that begins at once. */
export type MeetNow = Pick<Wish, 'title' | 'agenda' | 'minutes' | 'people' | 'peopleExpected' | 'timeZone'>

/**
 * Books a meeting that begins with the next full minute but one: its start must still be ahead when Zoom is asked.
 *
 * @throws {BookingError} as {@link bookMeeting}.
 */
export function meetNow(desk: Desk, request: RequestKey, wish: MeetNow): Promise<BookingAnswer> {
  const startsAt = (Math.ceil(desk.now() / minuteMs) + 1) * minuteMs
  const wall = wallAt(startsAt, wish.timeZone)
  const located = locate(wall, wish.timeZone)
  return bookMeeting(desk, request, {
    ...wish,
    start: formatWall(wall),
    repeated: located.is === 'repeated' ? (located.later === startsAt ? 'later' : 'earlier') : undefined,
    recurrence: undefined,
    exceptions: [],
  })
}

import type { BookingState, Wish } from '../../src/domain/booking.ts'
import type { MeetingOutcome } from '../../src/domain/meeting-outcome.ts'
import { type BookingAnswer, bookMeeting } from '../../src/use-cases/book-meeting.ts'
import { settleBooking } from '../../src/use-cases/settle-booking.ts'
import { wish } from '../domain-data.ts'
import type { TestDesk } from './open-desk.ts'
import { by } from './requests.ts'

/** Books as `mei`; what was told by it is looked away. */
export async function book(desk: TestDesk, its: Wish = wish()): Promise<BookingAnswer> {
  const booked = await bookMeeting(desk, by('mei'), its)
  await desk.news()
  return booked
}

interface Link {
  readonly id: number
  readonly joinUrl: string
}

export const link = (id = 81, pwd = 'a'): Link => ({ id, joinUrl: `https://zoom.us/j/${id}?pwd=${pwd}` })

/** What safe creation tells of the meeting of a booking. */
export const outcome = ({ id }: { id: string }, its: Partial<MeetingOutcome>): MeetingOutcome => ({
  meetingKey: id,
  is: 'made',
  meeting: undefined,
  isChanging: false,
  differences: [],
  candidates: [],
  ...its,
})
export const made = (booked: { id: string }, meeting: Link = link()): MeetingOutcome => outcome(booked, { meeting })
export const differing = (booked: { id: string }, field: string, bookedAs: unknown, atZoom: unknown): MeetingOutcome =>
  outcome(booked, { meeting: link(), differences: [{ field, booked: bookedAs, atZoom }] })

/** Has the booking get its link. */
export async function confirm(desk: TestDesk, booked: BookingAnswer): Promise<void> {
  await settleBooking(desk, made(booked))
  await desk.news()
}

export const stateOf = async ({ store }: TestDesk, { id }: BookingAnswer): Promise<BookingState | undefined> =>
  (await store.read(({ bookings }) => bookings.find(id)))?.state

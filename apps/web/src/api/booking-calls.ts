import type {
  BookingPreviewView,
  BookingSummary,
  BookingView,
  CancelInput,
  ChangedView,
  ChangeInput,
  ChangePreviewView,
  InvitationView,
  Language,
  MeetNowInput,
  OverrideInput,
  PageOf,
  Revision,
  WishInput,
} from '@convene/booking/contract'
import { ask, type Call, path, pathWith, read, write } from './call.ts'

export interface BookingListQuery {
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly whose?: 'mine' | 'all' | undefined
  readonly after?: string | undefined
  readonly limit?: number | undefined
}

export const previewBooking = (wish: WishInput): Call<BookingPreviewView> => ask('/bookings/preview', wish)
export const book = (wish: WishInput): Call<BookingView> => write('POST', '/bookings', wish)
export const meetNow = (wish: MeetNowInput): Call<BookingView> => write('POST', '/bookings/now', wish)
export const overrideBooking = (wish: OverrideInput): Call<BookingView> => write('POST', '/bookings/override', wish)

export const listBookings = (query: BookingListQuery): Call<PageOf<BookingSummary>> => read('/bookings', { ...query })
export const readBooking = (id: string): Call<BookingView> => read(path`/bookings/${id}`)
export const readInvitation = (id: string, language: Language): Call<InvitationView> =>
  read(path`/bookings/${id}/invitation`, { language })

export const previewChange = (id: string, change: ChangeInput): Call<ChangePreviewView> =>
  ask(path`/bookings/${id}/preview`, change)
export const changeBooking = (id: string, change: ChangeInput): Call<ChangedView> =>
  write('PATCH', path`/bookings/${id}`, change)
export const cancelBooking = (id: string, cancel: CancelInput): Call<BookingView> =>
  write('POST', path`/bookings/${id}/cancel`, cancel)
export const extendBooking = (id: string, seen: Revision): Call<BookingView> =>
  write('POST', path`/bookings/${id}/extend`, seen)
export const approveBooking = (id: string, seen: Revision): Call<BookingView> =>
  write('POST', path`/bookings/${id}/approve`, seen)
export const declineBooking = (id: string, seen: Revision): Call<BookingView> =>
  write('POST', path`/bookings/${id}/decline`, seen)
export const endRunning = (id: string): Call<void> => write('POST', path`/bookings/${id}/end-running`, {})

/** A calendar file to download. */
export const calendarFileAddress = (id: string, language: Language): string =>
  `/api/v1${pathWith(path`/bookings/${id}/calendar.ics`, { language })}`
/** Where the form of the start button is sent; the answer leads to Zoom. */
export const startAddress = (id: string): string => `/api/v1${path`/bookings/${id}/start`}`

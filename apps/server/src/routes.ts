import type { DeskRoute } from './http/route.ts'
import { administration } from './routes/administration.ts'
import { book } from './routes/bookings/book.ts'
import { cancel } from './routes/bookings/cancel.ts'
import { change } from './routes/bookings/change.ts'
import { approve, decline } from './routes/bookings/decide.ts'
import { endRunning } from './routes/bookings/end-running.ts'
import { extend } from './routes/bookings/extend.ts'
import { readCalendarFile, readInvitation } from './routes/bookings/invitation.ts'
import { listBookings } from './routes/bookings/list.ts'
import { bookNow } from './routes/bookings/meet-now.ts'
import { override } from './routes/bookings/override.ts'
import { preview } from './routes/bookings/preview.ts'
import { previewOfChange } from './routes/bookings/preview-change.ts'
import { readBooking } from './routes/bookings/read.ts'
import { start } from './routes/bookings/start.ts'
import { readCalendar } from './routes/calendar/read.ts'
import { events } from './routes/desk/events.ts'
import { health, ready } from './routes/desk/health.ts'
import { metrics } from './routes/desk/metrics.ts'
import { exportMe } from './routes/session/export-me.ts'
import { readSession } from './routes/session/read.ts'
import { signIn } from './routes/sign-in.ts'

/** Every operation of the API, in the order of its description; of two that fit a path, the earlier one answers. */
export const routes: readonly DeskRoute[] = [
  readSession,
  exportMe,
  ...signIn,

  preview,
  book,
  bookNow,
  override,
  listBookings,
  readBooking,
  previewOfChange,
  change,
  cancel,
  extend,
  approve,
  decline,
  readInvitation,
  readCalendarFile,
  start,
  endRunning,

  readCalendar,

  ...administration,

  events,
  health,
  ready,
  metrics,
]

import type { DeskRoute } from './http/route.ts'
import { readBooking } from './routes/bookings/read.ts'
import { readSession } from './routes/session/read.ts'

/** Every operation of the API. One line a route; the order is that of the documentation. */
export const routes: readonly DeskRoute[] = [readSession, readBooking]

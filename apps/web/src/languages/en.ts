import { book } from './en/book.ts'
import { booking } from './en/booking.ts'
import { bookings, standings } from './en/bookings.ts'
import { change } from './en/change.ts'
import { common } from './en/common.ts'
import { problems } from './en/problems.ts'
import { shell } from './en/shell.ts'
import { signIn } from './en/sign-in.ts'

/** All words of the page, as English has them. The other languages have the same shape; what is missing there does not compile. */
export interface Words {
  readonly book: typeof book
  readonly booking: typeof booking
  readonly bookings: typeof bookings
  readonly standings: typeof standings
  readonly change: typeof change
  readonly common: typeof common
  readonly problems: typeof problems
  readonly shell: typeof shell
  readonly signIn: typeof signIn
}

export const words: Words = { book, booking, bookings, standings, change, common, problems, shell, signIn }

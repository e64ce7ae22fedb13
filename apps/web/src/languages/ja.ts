import type { Words } from './en.ts'
import { book } from './ja/book.ts'
import { booking } from './ja/booking.ts'
import { bookings, standings } from './ja/bookings.ts'
import { change } from './ja/change.ts'
import { common } from './ja/common.ts'
import { problems } from './ja/problems.ts'
import { shell } from './ja/shell.ts'
import { signIn } from './ja/sign-in.ts'

export const words: Words = { book, booking, bookings, standings, change, common, problems, shell, signIn }

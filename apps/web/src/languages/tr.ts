import type { Words } from './en.ts'
import { book } from './tr/book.ts'
import { booking } from './tr/booking.ts'
import { bookings, standings } from './tr/bookings.ts'
import { change } from './tr/change.ts'
import { common } from './tr/common.ts'
import { problems } from './tr/problems.ts'
import { shell } from './tr/shell.ts'
import { signIn } from './tr/sign-in.ts'

export const words: Words = { book, booking, bookings, standings, change, common, problems, shell, signIn }

import type { Words } from './en.ts'
import { book } from './zh-tw/book.ts'
import { booking } from './zh-tw/booking.ts'
import { bookings, standings } from './zh-tw/bookings.ts'
import { change } from './zh-tw/change.ts'
import { common } from './zh-tw/common.ts'
import { problems } from './zh-tw/problems.ts'
import { shell } from './zh-tw/shell.ts'
import { signIn } from './zh-tw/sign-in.ts'

export const words: Words = { book, booking, bookings, standings, change, common, problems, shell, signIn }

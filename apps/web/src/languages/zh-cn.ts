import type { Words } from './en.ts'
import { book } from './zh-cn/book.ts'
import { booking } from './zh-cn/booking.ts'
import { bookings, standings } from './zh-cn/bookings.ts'
import { change } from './zh-cn/change.ts'
import { common } from './zh-cn/common.ts'
import { problems } from './zh-cn/problems.ts'
import { shell } from './zh-cn/shell.ts'
import { signIn } from './zh-cn/sign-in.ts'

export const words: Words = { book, booking, bookings, standings, change, common, problems, shell, signIn }

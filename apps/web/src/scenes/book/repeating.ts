import type { Recurrence, Weekday } from '@convene/booking/contract'
import { addToDay, weekdayNumber } from '../../time/wall-time.ts'
import { weekdays } from '../../time/weekdays.ts'

type Monthly = Extract<Recurrence, { readonly freq: 'monthly' }>

export const weekdayOf = (day: string): Weekday => weekdays[weekdayNumber(day) - 1] ?? 'monday'
export const numberOf = (weekday: Weekday): number => weekdays.indexOf(weekday) + 1

/** The ways to repeat that can be chosen at once. */
export type Repeat = 'never' | 'daily' | 'weekly' | 'two_weeks' | 'monthly'

export function repeatOf(recurrence: Recurrence | null): Repeat {
  if (recurrence === null) return 'never'
  return recurrence.freq === 'weekly' && recurrence.interval === 2 ? 'two_weeks' : recurrence.freq
}

const usualCount = { daily: 5, weekly: 12, monthly: 6 } as const

/** A rule of another kind; how it ends stays. */
export function withRepeat(recurrence: Recurrence | null, repeat: Repeat, date: string): Recurrence | null {
  if (repeat === 'never') return null
  const freq = repeat === 'two_weeks' ? 'weekly' : repeat
  const end = recurrence?.end ?? { count: usualCount[freq] }
  const interval = repeat === 'two_weeks' ? 2 : 1
  if (freq === 'daily') return { freq, interval, end }
  if (freq === 'monthly') return { freq, interval, by: { monthDay: Number(date.slice(8, 10)) }, end }
  return { freq, interval, byDay: recurrence?.freq === 'weekly' ? recurrence.byDay : [weekdayOf(date)], end }
}

/** Which weekday of its month a day is: the third Friday, or the last one. */
export function weekOfMonth(day: string): 1 | 2 | 3 | 4 | -1 {
  const week = Math.ceil(Number(day.slice(8, 10)) / 7)
  return week === 1 || week === 2 || week === 3 || week === 4 ? week : -1
}

/** Whether no such weekday comes after it in its month. */
export const isLastOfMonth = (day: string): boolean => addToDay(day, 7).slice(0, 7) !== day.slice(0, 7)

/** A rule that follows its first date to another day: a weekly one of one weekday, and a monthly one. */
export function followDate(recurrence: Recurrence | null, before: string, after: string): Recurrence | null {
  if (recurrence === null) return null
  if (recurrence.freq === 'weekly') {
    const [only, ...more] = recurrence.byDay
    return more.length === 0 && only === weekdayOf(before) ? { ...recurrence, byDay: [weekdayOf(after)] } : recurrence
  }
  if (recurrence.freq === 'monthly') return { ...recurrence, by: followMonthDay(recurrence.by, after) }
  return recurrence
}

function followMonthDay(by: Monthly['by'], after: string): Monthly['by'] {
  if ('monthDay' in by) return { monthDay: Number(after.slice(8, 10)) }
  return { week: by.week === -1 && isLastOfMonth(after) ? -1 : weekOfMonth(after), weekday: weekdayOf(after) }
}

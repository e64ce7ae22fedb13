import type { HostView, OpenHours } from '@convene/booking/contract'
import type { Formats } from '../../../time/formats.ts'
import { weekdays } from '../../../time/weekdays.ts'

/** Opening hours in lines, days with the same ones together: `Mon–Fri 09:00–12:00, 13:00–17:00`. */
export function sayHours(hours: NonNullable<HostView['hours']>, format: Pick<Formats, 'weekday'>): string[] {
  const groups: { first: number; last: number; text: string }[] = []
  weekdays.forEach((weekday, index) => {
    const text = (hours[weekday] ?? []).map(({ from, to }) => `${from}–${to}`).join(', ')
    const before = groups.at(-1)
    if (text === '') return
    if (before !== undefined && before.last === index && before.text === text) before.last = index + 1
    else groups.push({ first: index + 1, last: index + 1, text })
  })
  const name = (number: number): string => format.weekday(number, 'short')
  return groups.map(
    ({ first, last, text }) => `${first === last ? name(first) : `${name(first)}–${name(last)}`} ${text}`,
  )
}

/** Hours that a form can use: each has an end after its beginning. `24:00` is the end of the day. */
export function areInOrder({ from, to }: OpenHours): boolean {
  return /^\d\d:\d\d$/.test(from) && /^\d\d:\d\d$/.test(to) && from < to
}

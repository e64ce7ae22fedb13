import { addToDay, isDay, weekdayNumber } from '../../time/wall-time.ts'

/** What of the calendar is shown, and how. It stands in the address, so that a link and the back button lead to the same. */
export interface CalendarView {
  /** `2026-12-20`, in the zone of the viewer. */
  readonly day: string
  /** A day of all hosts, or a week of one's own. */
  readonly range: 'day' | 'week'
  readonly form: 'grid' | 'list'
  readonly whose: 'all' | 'mine'
  /** A part of the name of hosts; empty: all of them. */
  readonly host: string
}

export function viewFromQuery(
  query: Readonly<Record<string, string>>,
  usual: Pick<CalendarView, 'day' | 'form'>,
): CalendarView {
  const { day = '', range, form, whose, host = '' } = query
  return {
    day: isDay(day) ? day : usual.day,
    range: range === 'week' ? 'week' : 'day',
    form: form === 'grid' || form === 'list' ? form : usual.form,
    whose: whose === 'mine' ? 'mine' : 'all',
    host,
  }
}

export function addressOf({ day, range, form, whose, host }: CalendarView): string {
  const query = new URLSearchParams({ day, range, form })
  if (whose === 'mine') query.set('whose', whose)
  if (host !== '') query.set('host', host)
  return `/calendar?${query}`
}

/** One day or one week on (1) or back (-1). */
export function stepped(view: CalendarView, step: 1 | -1): CalendarView {
  return { ...view, day: addToDay(view.day, view.range === 'day' ? step : 7 * step) }
}

/** The days from Monday to Sunday around a day. */
export function weekOf(day: string): string[] {
  const monday = addToDay(day, 1 - weekdayNumber(day))
  return Array.from({ length: 7 }, (_, index) => addToDay(monday, index))
}

/** Which hosts a viewer looks for: every word has to be in the name, in any order. */
export function isSearched(name: string, text: string): boolean {
  const plain = (value: string): string => value.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()
  const words = plain(text).split(/\s+/).filter(Boolean)
  return words.every((word) => plain(name).includes(word))
}

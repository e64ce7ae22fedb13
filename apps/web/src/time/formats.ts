import type { Language } from '@convene/booking/contract'

/** Dates, times and numbers in the manner of a language. Instants are RFC 3339 texts or milliseconds since 1970. */
export type At = string | number

export interface Formats {
  /** The zone of the viewer, in which times are shown where no other is named. */
  readonly timeZone: string
  /** Friday, 18 December 2026 */
  day(at: At, timeZone?: string): string
  /** Fri, 18 Dec; the year with it when it is another one. */
  shortDay(at: At, timeZone?: string): string
  /** Fri */
  weekdayOf(at: At, timeZone?: string): string
  /** 18 Dec */
  dayOfMonth(at: At, timeZone?: string): string
  /** 14 – 20 December 2026 */
  days(from: At, to: At, timeZone?: string): string
  /** 18:00 */
  time(at: At, timeZone?: string): string
  /** Fri, 18 Dec 2026, 18:00 */
  moment(at: At, timeZone?: string): string
  /** 18:00–19:00, over midnight too */
  hours(from: At, to: At, timeZone?: string): string
  /** Taipei, UTC+8 at that time */
  zone(timeZone: string, at: At): string
  /** Monday is 1. */
  weekday(number: number, width?: 'long' | 'short' | 'narrow'): string
  /** 1 h 30 min */
  minutes(count: number): string
  /** in 5 minutes */
  fromNow(at: At, now: number): string
  number(value: number): string
  list(items: readonly string[]): string
}

const instantFrom = (at: At): number => (typeof at === 'number' ? at : Date.parse(at))

/** @param now in milliseconds since 1970: a year that is not the present one is written */
export function createFormats(locale: Language, ownZone: string, now: () => number): Formats {
  const made = new Map<string, Intl.DateTimeFormat>()
  const dates = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => {
    const name = JSON.stringify(options)
    const known = made.get(name) ?? new Intl.DateTimeFormat(locale, options)
    made.set(name, known)
    return known
  }
  const yearOf = (at: number, timeZone: string): string => dates({ timeZone, year: 'numeric' }).format(at)
  // As the desk's messages and mails have it.
  const clock: Intl.DateTimeFormatOptions =
    locale === 'en'
      ? { hour: 'numeric', minute: '2-digit', hourCycle: 'h12' }
      : { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }
  const day = { weekday: 'short', day: 'numeric', month: 'short' } as const
  const list = new Intl.ListFormat(locale, { type: 'conjunction' })
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  const unit = (name: 'hour' | 'minute', value: number): string =>
    new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay: 'short' }).format(value)
  const withYear = (at: number, timeZone: string) =>
    yearOf(at, timeZone) === yearOf(now(), timeZone) ? day : ({ ...day, year: 'numeric' } as const)

  return {
    timeZone: ownZone,
    day: (at, timeZone = ownZone) => dates({ timeZone, dateStyle: 'full' }).format(instantFrom(at)),
    shortDay: (at, timeZone = ownZone) =>
      dates({ timeZone, ...withYear(instantFrom(at), timeZone) }).format(instantFrom(at)),
    weekdayOf: (at, timeZone = ownZone) => dates({ timeZone, weekday: 'short' }).format(instantFrom(at)),
    dayOfMonth: (at, timeZone = ownZone) => dates({ timeZone, day: 'numeric', month: 'short' }).format(instantFrom(at)),
    days: (from, to, timeZone = ownZone) =>
      dates({ timeZone, dateStyle: 'long' }).formatRange(instantFrom(from), instantFrom(to)),
    time: (at, timeZone = ownZone) => dates({ timeZone, ...clock }).format(instantFrom(at)),
    moment: (at, timeZone = ownZone) =>
      dates({ timeZone, ...withYear(instantFrom(at), timeZone), ...clock }).format(instantFrom(at)),
    hours(from, to, timeZone = ownZone) {
      const [format, day] = [dates({ timeZone, ...clock }), dates({ timeZone, dateStyle: 'short' })]
      const [start, end] = [instantFrom(from), instantFrom(to)]
      // A range over midnight would be written with both days, though a meeting is never longer than one; a Japanese one as 18時00分,
      // which no other time here is.
      if (day.format(start) !== day.format(end) || locale === 'ja')
        return `${format.format(start)} – ${format.format(end)}`
      return format.formatRange(start, end)
    },
    zone: (timeZone, at) => `${cityOf(timeZone)}, ${offsetOf(timeZone, instantFrom(at))}`,
    // The first of January 2024 was a Monday.
    weekday: (number, width = 'long') => dates({ timeZone: 'UTC', weekday: width }).format(Date.UTC(2024, 0, number)),
    minutes(count) {
      const hours = Math.floor(count / 60)
      const rest = count % 60
      if (hours === 0) return unit('minute', count)
      return rest === 0 ? unit('hour', hours) : `${unit('hour', hours)} ${unit('minute', rest)}`
    },
    fromNow(at, from) {
      const minutes = Math.round((instantFrom(at) - from) / 60_000)
      if (Math.abs(minutes) < 60) return relative.format(minutes, 'minute')
      const hours = Math.round(minutes / 60)
      return Math.abs(hours) < 36 ? relative.format(hours, 'hour') : relative.format(Math.round(hours / 24), 'day')
    },
    number: (value) => new Intl.NumberFormat(locale).format(value),
    list: (items) => list.format(items),
  }
}

/** The place in the name of a zone: `America/Argentina/Buenos_Aires` is Buenos Aires. */
function cityOf(timeZone: string): string {
  return (timeZone.split('/').at(-1) ?? timeZone).replaceAll('_', ' ')
}

/** UTC+8, UTC−3:30 */
export function offsetOf(timeZone: string, at: number): string {
  const parts = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'shortOffset' }).formatToParts(at)
  const name = parts.find(({ type }) => type === 'timeZoneName')?.value ?? ''
  return name.replace('GMT', 'UTC').replace('-', '−')
}

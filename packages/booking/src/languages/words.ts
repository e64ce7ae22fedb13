import type { Language } from '../contract/common.ts'
import type { Weekday } from '../domain/host.ts'

/** Wordings by number: `#` is where the number goes. A language that knows fewer forms leaves them out. */
export type PluralForms = { readonly other: string } & { readonly [Form in Intl.LDMLPluralRule]?: string }

/** How one language writes numbers, lists, days and times. */
export interface Words {
  readonly language: Language
  number(value: number): string
  /** The wording for a number, filled: `3 dates`. */
  plural(count: number, forms: PluralForms): string
  /** `a, b and c`; with `or` where one is to be chosen. */
  list(items: readonly string[], by?: 'and' | 'or'): string
  /** A day, `2026-12-18`: `Fri, Dec 18, 2026`. */
  day(day: string): string
  days(days: readonly string[]): string
  /** A wall time, `2026-12-18T18:00`: `Fri, Dec 18, 2026, 6:00 PM`. */
  wall(wall: string): string
  /** A month, `2026-12`. */
  month(month: string): string
  /** A weekday as it stands inside a sentence. */
  weekday(weekday: Weekday): string
  /** A length of time in its largest whole unit: 90 minutes, 2 hours, 3 days. */
  length(minutes: number): string
  /** The day on which an instant (ms) falls by the clocks of a zone. */
  dayAt(at: number, timeZone: string): string
  /** The time of day of an instant by the clocks of a zone: `6:00 PM`. */
  timeAt(at: number, timeZone: string): string
  /** Day and time of an instant by the clocks of a zone: `Fri, Dec 18, 2026, 6:00 PM`. */
  momentAt(at: number, timeZone: string): string
  /** From one instant to another; the day a second time only where it is another one. */
  span(from: number, to: number, timeZone: string): string
  /** What people call a zone: `Central European Time`. */
  zoneName(timeZone: string): string
  /** A zone and how far its clocks are from UTC at an instant: `Central European Time (GMT+1)`. */
  zone(timeZone: string, at: number): string
  /** In capitals: in Turkish `i` becomes `İ`. */
  upper(text: string): string
}

const day: Intl.DateTimeFormatOptions = { year: 'numeric', month: 'long', day: 'numeric' }
const hours: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }

/** How each language writes a day and a time of the day. */
const forms: Readonly<Record<Language, Readonly<Record<'day' | 'time', Intl.DateTimeFormatOptions>>>> = {
  en: {
    day: { year: 'numeric', month: 'short', day: 'numeric', weekday: 'short' },
    time: { hour: 'numeric', minute: '2-digit', hourCycle: 'h12' },
  },
  'zh-TW': { day, time: hours },
  'zh-CN': { day, time: hours },
  ja: { day: { ...day, weekday: 'short' }, time: hours },
  tr: { day: { ...day, weekday: 'long' }, time: hours },
}

/** Zones had other names once: at the beginning of 1970 Istanbul kept Eastern European time. */
const nowadays = Date.UTC(2026, 0, 1)

/** The words of one language. What `Intl` has to load for them is loaded at the first use. */
export function createWords(language: Language): Words {
  const known = new Map<string, Intl.DateTimeFormat>()
  const dates = (options: Intl.DateTimeFormatOptions, timeZone = 'UTC'): Intl.DateTimeFormat => {
    const key = timeZone + JSON.stringify(options)
    const format =
      known.get(key) ??
      new Intl.DateTimeFormat(language, { ...options, timeZone, calendar: 'gregory', numberingSystem: 'latn' })
    known.set(key, format)
    return format
  }
  // Versions of CLDR differ in which blank stands between the hour and PM.
  const write = (at: number, options: Intl.DateTimeFormatOptions, timeZone?: string): string =>
    dates(options, timeZone)
      .format(at)
      .replace(/[\u00A0\u202F]/g, ' ')
  const nameOf = (timeZone: string, timeZoneName: 'longGeneric' | 'shortOffset', at: number): string =>
    dates({ timeZoneName }, timeZone)
      .formatToParts(at)
      .find(({ type }) => type === 'timeZoneName')?.value ?? timeZone
  // UTC, and zones that are nothing but a distance from it, have no name.
  const isNamed = (name: string): boolean => !/^(?:GMT|UTC)/.test(name)
  const offsetOf = (timeZone: string, at: number): string =>
    nameOf(timeZone, 'shortOffset', at).replace(/^GMT(?:\+0)?$/, 'UTC')

  const dayAt = (at: number, timeZone?: string): string => {
    const text = write(at, forms[language].day, timeZone)
    return language.startsWith('zh') ? `${text}（${write(at, { weekday: 'short' }, timeZone)}）` : text
  }
  const timeAt = (at: number, timeZone?: string): string => write(at, forms[language].time, timeZone)
  // A wall time is read as one of UTC: it comes out as it went in.
  const instant = (wall: string): number => Date.parse(`${wall.length === 10 ? `${wall}T00:00` : wall.slice(0, 16)}Z`)
  const momentAt = (at: number, timeZone?: string): string =>
    `${dayAt(at, timeZone)}${language === 'en' ? ', ' : ' '}${timeAt(at, timeZone)}`
  const number = (value: number, unit?: 'minute' | 'hour' | 'day'): string =>
    new Intl.NumberFormat(language, unit && { style: 'unit', unit, unitDisplay: 'long' }).format(value)
  const list: Words['list'] = (items, by = 'and') =>
    items.some((item) => item.includes(','))
      ? items.join('; ')
      : new Intl.ListFormat(language, { type: by === 'and' ? 'conjunction' : 'disjunction' }).format(items)

  return {
    language,
    number: (value) => number(value),
    plural: (count, choice) =>
      (choice[new Intl.PluralRules(language).select(count)] ?? choice.other).replaceAll('#', number(count)),
    list,
    day: (text) => dayAt(instant(text)),
    days: (texts) => list(texts.map((text) => dayAt(instant(text)))),
    wall: (text) => momentAt(instant(text)),
    month: (text) => write(instant(`${text.slice(0, 7)}-01`), { year: 'numeric', month: 'long' }),
    weekday: (weekday) => {
      const name = write(mondayMs + numbers[weekday] * dayMs, { weekday: 'long' })
      return language === 'tr' ? name.toLocaleLowerCase('tr') : name
    },
    length: (minutes) => {
      if (minutes >= 2 * dayMinutes && minutes % dayMinutes === 0) return number(minutes / dayMinutes, 'day')
      return minutes >= 60 && minutes % 60 === 0 ? number(minutes / 60, 'hour') : number(minutes, 'minute')
    },
    dayAt,
    timeAt,
    momentAt,
    span: (from, to, timeZone) => {
      const isOneDay = dayAt(from, timeZone) === dayAt(to, timeZone)
      return `${momentAt(from, timeZone)} – ${isOneDay ? timeAt(to, timeZone) : momentAt(to, timeZone)}`
    },
    zoneName: (timeZone) => {
      const name = nameOf(timeZone, 'longGeneric', nowadays)
      return isNamed(name) ? name : offsetOf(timeZone, nowadays)
    },
    zone: (timeZone, at) => {
      const name = nameOf(timeZone, 'longGeneric', at)
      const offset = offsetOf(timeZone, at)
      if (!isNamed(name)) return offset
      return language === 'en' || language === 'tr' ? `${name} (${offset})` : `${name}（${offset}）`
    },
    upper: (text) => text.toLocaleUpperCase(language),
  }
}

const dayMinutes = 1440
const dayMs = 86_400_000
/** 5 January 1970 was a Monday. */
const mondayMs = 4 * dayMs
const numbers: Readonly<Record<Weekday, number>> = {
  monday: 0,
  tuesday: 1,
  wednesday: 2,
  thursday: 3,
  friday: 4,
  saturday: 5,
  sunday: 6,
}

import { glossaries } from './glossary.ts'
import type { Language } from './language.ts'
import { fill } from './wording.ts'
import { offsetName, zoneName } from './zone-name.ts'

/** Writes instants (ms) on the clock of one zone in one language. */
export interface DateWriter {
  /** `January 31, 2022`, `2022年1月31日`: without time of day. */
  date(at: number): string
  /** `Mon, Dec 27, 2021, 3:30 PM`, `2021年12月27日 15:30`. */
  dateTime(at: number): string
  /** The same with zone and distance from UTC: `2021年12月27日 15:30 台北（GMT+8）`. */
  dateTimeInZone(at: number): string
}

type Form = Readonly<Record<'day' | 'time', Intl.DateTimeFormatOptions>>

const day: Intl.DateTimeFormatOptions = { year: 'numeric', month: 'long', day: 'numeric' }
const time: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }

/** How each language writes the day and the time of a meeting. Chinese is without weekday, as in Zoom's own text (note 002). */
const forms: Readonly<Record<Language, Form>> = {
  en: {
    day: { year: 'numeric', month: 'short', day: 'numeric', weekday: 'short' },
    time: { hour: 'numeric', minute: '2-digit', hourCycle: 'h12' },
  },
  'zh-TW': { day, time },
  'zh-CN': { day, time },
  ja: { day: { ...day, weekday: 'short' }, time },
  tr: { day: { ...day, weekday: 'long' }, time },
}

/** A writer for one language and zone. */
export function createDateWriter(language: Language, timeZone: string): DateWriter {
  const writer = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(language, {
      ...options,
      timeZone,
      calendar: 'gregory',
      numberingSystem: 'latn',
    })
    // Some versions of CLDR part the hour from AM and PM with a narrow no-break space, others with a plain one.
    return (at: number) => format.format(at).replace(/[\u00A0\u202F]/g, ' ')
  }
  const words = glossaries[language]
  const dayOf = writer(forms[language].day)
  const timeOf = writer(forms[language].time)
  const dateTime = (at: number) => fill(words.dateTime, { date: dayOf(at), time: timeOf(at) })
  return {
    date: writer(day),
    dateTime,
    dateTimeInZone: (at) => {
      const zone = zoneName(language, timeZone)
      const offset = offsetName(timeZone, at)
      const named = zone === offset ? dateTime(at) : fill(words.inZone, { dateTime: dateTime(at), zone })
      return zone === 'UTC' ? named : named + fill(words.offset, { offset })
    },
  }
}

import { offsetAt } from '../time/zone-offset.ts'
import type { Language } from './language.ts'
import { zoneCities } from './zone-cities.ts'

const column: Readonly<Record<Language, 0 | 1 | 2 | 3 | 4>> = { en: 0, 'zh-TW': 1, 'zh-CN': 2, ja: 3, tr: 4 }

/** What people call a zone: its city, `UTC`, or the name that `Intl` has for it; for a zone without any name its offset. */
export function zoneName(language: Language, timeZone: string): string {
  const city = zoneCities[timeZone]?.[column[language]]
  if (city !== undefined) return city
  const format = new Intl.DateTimeFormat(language, { timeZone, timeZoneName: 'longGeneric' })
  const name = format.formatToParts(0).find(({ type }) => type === 'timeZoneName')?.value ?? timeZone
  // Zones that are nothing but an offset (UTC, Etc/GMT+5) have only a name such as GMT-05:00.
  return /^(?:GMT|UTC)/.test(name) ? offsetName(timeZone, 0).replace('GMT+0', 'UTC') : name
}

/** How far the clocks of a zone are from UTC at an instant (ms): `GMT+8`, `GMT-3:30`, `GMT+0`. */
export function offsetName(timeZone: string, at: number): string {
  const minutes = Math.round(offsetAt(timeZone, at) / 60_000)
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60]
  return `GMT${minutes < 0 ? '-' : '+'}${hours}${rest === 0 ? '' : `:${String(rest).padStart(2, '0')}`}`
}

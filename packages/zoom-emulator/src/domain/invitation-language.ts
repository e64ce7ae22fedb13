import type { Temporal } from 'temporal-polyfill'
import type { Recurrence } from './entities.ts'

/** The words of an invitation; its layout is the same in every language (docs/zoom-facts.md §7). */
export interface InvitationLanguage {
  inviting(hostName: string): string
  topic(topic: string): string
  time(start: Temporal.PlainDateTime, zoneName: string): string
  readonly anytime: string
  zoneName(timeZone: string): string
  date(start: Temporal.PlainDateTime): string
  /** What repeats, until when and how often. */
  summary(rule: Recurrence, until: Temporal.PlainDateTime, count: number): string
  readonly download: string
  calendar(rule: Recurrence, url: string): string
  readonly join: string
  meetingId(grouped: string): string
  passcode(passcode: string): string
  readonly oneTap: string
  readonly dialIn: string
  localNumbers(url: string): string
}

/** The last part of an id, readable: `America/Argentina/Buenos_Aires` → `Buenos Aires`. */
export function cityOf(timeZone: string): string {
  return timeZone.slice(timeZone.lastIndexOf('/') + 1).replaceAll('_', ' ')
}

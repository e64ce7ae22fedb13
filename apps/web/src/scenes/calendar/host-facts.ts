import type { CalendarHost } from '@convene/booking/contract'
import type { CalendarWords } from '../../languages/en/calendar.ts'
import type { Formats } from '../../time/formats.ts'

/** What matters of a host for the choice of a time. Its zone is named where it is not the viewer's. */
export function hostFacts(host: CalendarHost, at: number, { host: words }: CalendarWords, format: Formats): string[] {
  return [
    host.isActive ? undefined : words.notInUse,
    host.isOwn ? words.isOwn : undefined,
    words.people(format.number(host.capacity), host.capacity === 1),
    words.plans[host.plan],
    host.timeZone === format.timeZone ? undefined : format.zone(host.timeZone, at),
  ].filter((fact) => fact !== undefined)
}

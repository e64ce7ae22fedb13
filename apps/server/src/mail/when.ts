import type { Booking, Occurrence } from '@convene/booking'
import { createWords } from '@convene/booking/languages'
import { formatRecurrence } from '@convene/zoom/invitation'
import { mailWords } from '../languages/mail-languages.ts'
import { recurrenceRule } from '../present/recurrence-rule.ts'
import type { FactRow } from './content.ts'
import type { Receiver } from './receiver.ts'

export type MailDate = Pick<Occurrence, 'date' | 'startsAt' | 'endsAt'>
type Timed = Pick<Booking, 'timeZone' | 'recurrence'>

/** So many dates of a series stand in a mail; the calendar file has all. */
const mostDates = 12

/**
 * When a meeting is: by its own clocks, and by those of the reader where they show another time.
 *
 * @param dates all of them; those that are over are left out, unless all are
 */
export function whenRows(
  { timeZone, recurrence }: Timed,
  dates: readonly MailDate[],
  { language, timeZone: own }: Pick<Receiver, 'language' | 'timeZone'>,
  now: number,
): FactRow[] {
  const shown = datesToCome(dates, now)
  const [first] = shown
  if (first === undefined) return []
  const { facts, moreDates, yours } = mailWords[language]
  const { dayAt, momentAt, timeAt, zone, span } = createWords(language)
  const isSameClock = shown.every(({ startsAt: at }) => momentAt(at, timeZone) === momentAt(at, own))
  const { startsAt, endsAt } = first
  const zoneLine = zone(timeZone, startsAt)
  if (recurrence === undefined) {
    const when = { label: facts.when, lines: [span(startsAt, endsAt, timeZone), zoneLine] }
    const there = { label: facts.yourTime, lines: [span(startsAt, endsAt, own), zone(own, startsAt)] }
    return isSameClock ? [when] : [when, there]
  }
  const isOneDay = (at: number): boolean => dayAt(at, own) === dayAt(at, timeZone)
  // Said once where it is the same for each date; where the clocks change in one of the zones alone it is not.
  const isSteady = shown.every(({ startsAt: at }) => isOneDay(at) && timeAt(at, own) === timeAt(startsAt, own))
  const lines = shown.slice(0, mostDates).map((date) => {
    const text = span(date.startsAt, date.endsAt, timeZone)
    const there = isOneDay(date.startsAt) ? timeAt(date.startsAt, own) : momentAt(date.startsAt, own)
    return isSteady ? text : `${text} (${yours(there)})`
  })
  const rest = shown.length - lines.length
  const actualEnd = { until: dates.map(({ date }) => date).reduce((a, b) => (a > b ? a : b)), count: dates.length }
  return [
    { label: facts.repeats, lines: [formatRecurrence(recurrenceRule(recurrence), { language, actualEnd })] },
    { label: facts.dates, lines: [...lines, ...(rest > 0 ? [moreDates(rest)] : []), zoneLine] },
    ...(isSteady && !isSameClock
      ? [{ label: facts.yourTime, lines: [timeAt(startsAt, own), zone(own, startsAt)] }]
      : []),
  ]
}

/** The next date in one line, for a subject: by the clocks of the meeting. */
export function whenInShort(
  { timeZone }: Timed,
  dates: readonly MailDate[],
  { language }: Pick<Receiver, 'language'>,
  now: number,
): string {
  const [next] = datesToCome(dates, now)
  return next === undefined ? '' : createWords(language).momentAt(next.startsAt, timeZone)
}

function datesToCome(dates: readonly MailDate[], now: number): readonly MailDate[] {
  const toCome = dates.filter(({ endsAt }) => endsAt > now)
  return toCome.length > 0 ? toCome : dates
}

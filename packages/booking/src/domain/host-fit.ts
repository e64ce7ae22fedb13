import { basicLimitMinutes, type Host } from './host.ts'
import type { Span } from './intervals.ts'
import { type MeetingDate, minuteMs } from './meeting-dates.ts'
import { type Message, say } from './message.ts'
import type { OpeningHours } from './opening-hours.ts'
import { wallAt } from './wall-time.ts'
import { weekdayFromNumber } from './weekday.ts'

/** Who books, and what the desk allows. */
export interface Booker {
  readonly memberId: string
  /** Whether an admin has confirmed that hosts may be shared. */
  readonly isPoolConfirmed: boolean
}

/** Why a host is none of those that this member may book at all; `undefined` when it is one. */
export function whyNotOffered(host: Host, { memberId, isPoolConfirmed }: Booker): Message | undefined {
  if (!host.isActive) return say('not_in_use', {})
  if (host.memberId === memberId) return undefined
  if (host.memberId !== undefined) return say('belongs_to_another', {})
  return isPoolConfirmed ? undefined : say('pool_not_confirmed', {})
}

/** Why a host cannot have a meeting, whatever else is booked on it; `undefined` when it can. */
export function whyUnfit(
  host: Host,
  peopleExpected: number,
  dates: readonly MeetingDate[],
  spans: readonly Span[],
  opening: OpeningHours | undefined,
): Message | undefined {
  if (host.capacity < peopleExpected) return say('too_small', { capacity: host.capacity, people: peopleExpected })
  const longest = Math.max(...dates.map(({ startsAt, endsAt }) => (endsAt - startsAt) / minuteMs))
  if (host.plan === 'basic' && longest > basicLimitMinutes)
    return say('too_long_for_basic', { minutes: longest, most: basicLimitMinutes })
  const closed = opening === undefined ? [] : dates.filter(({ startsAt, endsAt }) => !opening.isOpen(startsAt, endsAt))
  if (closed.length > 0) return closedOn(host, closed, dates.length)
  const close = spans.findIndex(({ from }, index) => index > 0 && from < (spans[index - 1]?.to ?? from))
  if (close < 0) return undefined
  return say('dates_too_close', { date: dates[close]?.date ?? '', other: dates[close - 1]?.date ?? '' })
}

function closedOn({ hours, timeZone }: Host, closed: readonly MeetingDate[], of: number): Message {
  const days = closed.map(({ startsAt }) => weekdayFromNumber(wallAt(startsAt, timeZone).dayOfWeek))
  if (days.every((day) => (hours?.[day] ?? []).length === 0)) return say('closed_on', { weekdays: [...new Set(days)] })
  return say('outside_hours', { dates: closed.map(({ date }) => date), of })
}

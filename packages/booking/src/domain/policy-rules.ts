import { Temporal } from 'temporal-polyfill'
import { datesIfAny, type MeetingDate, minuteMs, type Times } from './meeting-dates.ts'
import { type Message, say } from './message.ts'
import type { Policies } from './policies.ts'
import { shiftByDays } from './shift-days.ts'
import { formatWall, parseWall, wallAt } from './wall-time.ts'

/** How soon, how far ahead, how long, and how often a member may book. */
export type PolicyRule = 'notice' | 'horizon' | 'longest' | 'quota'

/** What would pass the rule: another start, another length, or a last date of the series. */
export type Nearest = { readonly start: string } | { readonly minutes: number } | { readonly until: string }

/** That a rule of the desk is broken. */
export interface Refusal {
  readonly rule: PolicyRule
  readonly says: Message
  /** The nearest that this rule would let pass; `undefined` where there is none near. */
  readonly nearest: Nearest | undefined
}

export interface PolicyRequest {
  readonly times: Times
  readonly dates: readonly MeetingDate[]
  readonly now: number
  /** The starts of the other dates that the member has, in the weeks of these dates and the twelve after them. */
  readonly otherStarts: readonly number[]
}

/** Every rule that a booking breaks; none when it may be made. */
export function checkPolicies(policies: Policies, request: PolicyRequest): Refusal[] {
  return [checkNotice, checkHorizon, checkLongest, checkQuota].flatMap((check) => check(policies, request) ?? [])
}

/** A booking is made some time before it starts. */
export function checkNotice({ noticeMinutes }: Policies, { times, dates, now }: PolicyRequest): Refusal | undefined {
  const first = dates[0]
  if (noticeMinutes === undefined || first === undefined) return undefined
  const earliest = now + noticeMinutes * minuteMs
  if (first.startsAt >= earliest) return undefined
  const start = formatWall(wallAt(nextQuarter(earliest), times.timeZone))
  return { rule: 'notice', says: say('too_soon', { minutes: noticeMinutes }), nearest: { start } }
}

/** Nothing is booked further ahead than some days, counted in the zone of the desk. */
export function checkHorizon(policies: Policies, { times, dates, now }: PolicyRequest): Refusal | undefined {
  const { horizonDays, timeZone } = policies
  if (horizonDays === undefined) return undefined
  const last = wallAt(now, timeZone).toPlainDate().add({ days: horizonDays })
  const end = last.add({ days: 1 }).toZonedDateTime(timeZone).epochMilliseconds
  const tooFar = dates.find(({ startsAt }) => startsAt >= end)
  if (tooFar === undefined) return undefined
  const lastInside = dates.filter(({ startsAt }) => startsAt < end).at(-1)
  const nearest = lastInside === undefined ? { start: lastStartBefore(end, times) } : { until: lastInside.date }
  return { rule: 'horizon', says: say('too_far', { days: horizonDays, last: String(last) }), nearest }
}

/** The latest start at the wished time of the day. */
function lastStartBefore(end: number, { start, timeZone }: Times): string {
  const time = (parseWall(start) ?? Temporal.PlainDateTime.from(start)).toPlainTime()
  const day = wallAt(end, timeZone).toPlainDate()
  const fits = [0, 1, 2]
    .map((days) => day.subtract({ days }).toPlainDateTime(time))
    .find((wall) => wall.toZonedDateTime(timeZone).epochMilliseconds < end)
  return formatWall(fits ?? day.subtract({ days: 2 }).toPlainDateTime(time))
}

export function checkLongest({ longestMinutes }: Policies, { dates }: PolicyRequest): Refusal | undefined {
  const longest = Math.max(...dates.map(({ startsAt, endsAt }) => (endsAt - startsAt) / minuteMs))
  if (longestMinutes === undefined || longest <= longestMinutes) return undefined
  return { rule: 'longest', says: say('too_long', { minutes: longestMinutes }), nearest: { minutes: longestMinutes } }
}

/** How many weeks ahead the nearest one with room is looked for. */
export const quotaSearchWeeks = 12

/** A member has so many dates in a calendar week, from Monday to Sunday in the zone of the desk. */
function checkQuota(policies: Policies, { times, dates, otherStarts }: PolicyRequest): Refusal | undefined {
  const { datesPerWeek, timeZone } = policies
  if (datesPerWeek === undefined) return undefined
  const taken = countByWeek(otherStarts, timeZone)
  const full = fullWeek(dates, taken, datesPerWeek, timeZone)
  if (full === undefined) return undefined
  let start: string | undefined
  for (let weeks = 1; weeks <= quotaSearchWeeks && start === undefined; weeks++) {
    const later = shiftByDays(times, 7 * weeks)
    const shifted = later && datesIfAny(later)
    if (shifted !== undefined && fullWeek(shifted, taken, datesPerWeek, timeZone) === undefined) start = later?.start
  }
  const says = say('too_many_in_week', { most: datesPerWeek, week: full, has: taken.get(full) ?? 0 })
  return { rule: 'quota', says, nearest: start === undefined ? undefined : { start } }
}

/** The Monday of the first week that has more dates than it may. */
function fullWeek(
  dates: readonly MeetingDate[],
  taken: ReadonlyMap<string, number>,
  most: number,
  timeZone: string,
): string | undefined {
  const wanted = countByWeek(
    dates.map(({ startsAt }) => startsAt),
    timeZone,
  )
  return [...wanted].find(([week, count]) => count + (taken.get(week) ?? 0) > most)?.[0]
}

function countByWeek(starts: readonly number[], timeZone: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const at of starts) {
    const week = String(mondayOf(at, timeZone))
    counts.set(week, (counts.get(week) ?? 0) + 1)
  }
  return counts
}

/** The Monday of the week of an instant. */
export function mondayOf(at: number, timeZone: string): Temporal.PlainDate {
  const day = wallAt(at, timeZone).toPlainDate()
  return day.subtract({ days: day.dayOfWeek - 1 })
}

function nextQuarter(at: number): number {
  return Math.ceil(at / (15 * minuteMs)) * 15 * minuteMs
}

import { type Alternatives, findAlternatives } from '../domain/alternatives.ts'
import type { Wish } from '../domain/booking.ts'
import { BookingError } from '../domain/booking-error.ts'
import type { Host } from '../domain/host.ts'
import { whyNotOffered } from '../domain/host-fit.ts'
import { type MeetingDate, minuteMs } from '../domain/meeting-dates.ts'
import { say } from '../domain/message.ts'
import type { Policies } from '../domain/policies.ts'
import {
  checkHorizon,
  checkNotice,
  checkPolicies,
  mondayOf,
  quotaSearchWeeks,
  type Refusal,
} from '../domain/policy-rules.ts'
import { type Ranking, rankHosts } from '../domain/rank-hosts.ts'
import type { Desk, Reading } from '../ports.ts'

const dayMs = 1440 * minuteMs
const weekMs = 7 * dayMs

/** What is asked of the hosts, with what it takes to answer. */
export interface Question {
  readonly wish: Wish
  readonly dates: readonly MeetingDate[]
  /** Whose meeting it is. */
  readonly organiserId: string
  /** Of a booking that is made: who may start it too. */
  readonly deputies?: readonly string[] | undefined
  readonly policies: Policies
  readonly hosts: readonly Host[]
  readonly budgetSpent: ReadonlyMap<string, number>
  /** A booking that is about to change. */
  readonly ignoring?: string | undefined
  /** Starts of that booking that stay as they are: they count for a quota, and need no notice. */
  readonly staying?: readonly number[]
  readonly now: number
}

/** What each host has spent of its day at Zoom; asked before a transaction begins, as it may take its time. */
export async function spentToday({ store, budgets, now }: Desk): Promise<ReadonlyMap<string, number>> {
  const hosts = await store.read((reading) => reading.hosts.list())
  return budgets.spent(hosts, now())
}

export async function rank(reading: Reading, question: Question): Promise<Ranking> {
  return rankHosts({ ...requestOf(question), held: await heldAround(reading, question, dayMs) })
}

/** When it could be instead; of the rules of the desk those that depend on when it is are kept. */
export async function alternatives(reading: Reading, question: Question): Promise<Alternatives> {
  const { wish, policies, staying = [], now } = question
  return findAlternatives({
    ...requestOf(question),
    times: wish,
    held: await heldAround(reading, question, weekMs + dayMs),
    isAllowed(all) {
      const dates = all.filter(({ startsAt }) => !staying.includes(startsAt))
      const request = { times: wish, dates, now, otherStarts: [] }
      const isToCome = dates.every(({ startsAt }) => startsAt > now)
      return isToCome && checkNotice(policies, request) === undefined && checkHorizon(policies, request) === undefined
    },
  })
}

/** The error that says why no host is free, and when one would be. */
export async function noFreeHost(reading: Reading, question: Question, ranking: Ranking): Promise<BookingError> {
  const availability = { refused: ranking.refused, alternatives: await alternatives(reading, question) }
  return new BookingError('no_free_host', say('no_free_host', { of: ranking.of }), { availability })
}

/** Every rule of the desk that a booking breaks. */
export async function refusals(reading: Reading, question: Question): Promise<readonly Refusal[]> {
  const { wish, dates, policies, organiserId, ignoring, staying = [], now } = question
  const first = dates[0]?.startsAt ?? now
  const range = {
    from: mondayOf(first, policies.timeZone).toZonedDateTime(policies.timeZone).epochMilliseconds,
    to: (dates.at(-1)?.startsAt ?? now) + (quotaSearchWeeks + 1) * weekMs,
  }
  const others = policies.datesPerWeek === undefined ? [] : await reading.bookings.startsOf(organiserId, range)
  const otherStarts = [
    ...staying,
    ...others.filter(({ bookingId }) => bookingId !== ignoring).map(({ startsAt }) => startsAt),
  ]
  return checkPolicies(policies, { times: wish, dates, now, otherStarts })
}

/** @throws {BookingError} `refused_by_policy`, with every rule that is broken. */
export async function checkRules(reading: Reading, question: Question): Promise<void> {
  const broken = await refusals(reading, question)
  if (broken[0] !== undefined) throw new BookingError('refused_by_policy', broken[0].says, { refusals: broken })
}

function requestOf({ wish, dates, organiserId, policies, hosts, budgetSpent, ignoring }: Question) {
  return {
    peopleExpected: wish.peopleExpected,
    dates,
    memberId: organiserId,
    isPoolConfirmed: policies.pool !== undefined,
    bufferMinutes: policies.bufferMinutes,
    hosts,
    budgetSpent,
    ignoring,
  }
}

/** What is held of the hosts that the member may book, with some time before and after. */
function heldAround(reading: Reading, question: Question, marginMs: number): ReturnType<Reading['held']> {
  const { hosts, dates, now } = question
  const booker = requestOf(question)
  const ids = hosts.filter((host) => whyNotOffered(host, booker) === undefined).map(({ id }) => id)
  const from = (dates[0]?.startsAt ?? now) - marginMs
  return reading.held(ids, { from, to: Math.max(from, ...dates.map(({ endsAt }) => endsAt)) + marginMs })
}

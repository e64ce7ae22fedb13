import type { DateExceptionInput, OtherTimes, PersonInput, Recurrence, WishInput } from '@convene/booking/contract'
import { draftName, type Kept } from '../../kept.ts'
import { instantOf, isDay, isTimeZone, wallAt } from '../../time/wall-time.ts'
import { readPeople } from './read-people.ts'

/** A booking as it is typed: what is not complete yet is allowed. */
export interface Draft {
  readonly title: string
  readonly agenda: string
  /** `2026-12-20` */
  readonly date: string
  /** `18:00` */
  readonly time: string
  /** 0: not given yet. */
  readonly minutes: number
  readonly timeZone: string
  readonly repeated: 'earlier' | 'later' | null
  readonly recurrence: Recurrence | null
  readonly exceptions: readonly DateExceptionInput[]
  /** Addresses as they were typed or pasted. */
  readonly people: string
  /** 0: as many as there are addresses, and the organiser. */
  readonly peopleExpected: number
  /** Addresses of those who may start it too, as they were typed. */
  readonly deputies: string
}

const halfHour = 30 * 60_000

/** A meeting of an hour that begins with the second half hour from now. */
export function newDraft(now: number, timeZone: string): Draft {
  const start = wallAt((Math.ceil(now / halfHour) + 1) * halfHour, timeZone)
  return {
    title: '',
    agenda: '',
    date: start.slice(0, 10),
    time: start.slice(11),
    minutes: 60,
    timeZone,
    repeated: null,
    recurrence: null,
    exceptions: [],
    people: '',
    peopleExpected: 0,
    deputies: '',
  }
}

/** What was typed before a reload or a sign-in; `undefined` when there is none, or its time has passed. */
export function readDraft(kept: Kept, now: number): Draft | undefined {
  try {
    const draft = JSON.parse(kept.get(draftName) ?? 'null') as Draft | null
    if (draft === null || !isTimeZone(draft.timeZone)) return undefined
    return `${draft.date}T${draft.time}` < wallAt(now, draft.timeZone) ? undefined : draft
  } catch {
    return undefined
  }
}

export function keepDraft(kept: Kept, draft: Draft | undefined): void {
  kept.set(draftName, draft && JSON.stringify(draft))
}

export const startOf = ({ date, time }: Draft): string => `${date}T${time}`

/** Whether all that is written of people was understood: nobody is left out in silence because of a slip of the fingers. */
export function hasAddresses({ people, deputies }: Draft): boolean {
  return [people, deputies].every((text) => readPeople(text).wrong.length === 0)
}

/** Whether it says when: then it can be looked whether a host is free. */
export function hasTimes({ date, time, minutes }: Draft): boolean {
  return isDay(date) && /^\d\d:\d\d$/.test(time) && minutes > 0
}

const mostMinutes = 24 * 60

/**
 * From when to when, in milliseconds since 1970; `undefined` as long as it does not say that, or not in a way that the desk takes: a
 * start that the clocks skip, say.
 */
export function spanOf(draft: Draft): { readonly from: number; readonly to: number } | undefined {
  const { timeZone, minutes, repeated } = draft
  const first = hasTimes(draft) && minutes <= mostMinutes ? instantOf(startOf(draft), timeZone) : undefined
  if (first === undefined || wallAt(first, timeZone) !== startOf(draft)) return undefined
  const from = repeated === 'later' ? laterOf(first, startOf(draft), timeZone) : first
  return { from, to: from + minutes * 60_000 }
}

/** The second time that the clocks show it; most go back by an hour, those of Lord Howe by half of one. */
function laterOf(first: number, wall: string, timeZone: string): number {
  return [60, 30].map((step) => first + step * 60_000).find((at) => wallAt(at, timeZone) === wall) ?? first
}

/** What a preview asks: when, and for how many. */
export function timesOf(draft: Draft): Omit<WishInput, 'title'> {
  const { timeZone, minutes, recurrence, repeated, exceptions } = draft
  return {
    timeZone,
    start: startOf(draft),
    minutes,
    ...(repeated !== null && recurrence === null && { repeated }),
    ...(recurrence !== null && { recurrence, exceptions }),
    peopleExpected: draft.peopleExpected || readPeople(draft.people).people.length + 1,
  }
}

export function wishOf(draft: Draft): WishInput {
  const people: readonly PersonInput[] = readPeople(draft.people).people
  const deputies = readPeople(draft.deputies).people.map(({ email }) => email)
  return { ...timesOf(draft), title: draft.title.trim(), agenda: draft.agenda.trim(), people, deputies }
}

/** Another start: what was chosen for single dates of a series is for its old days. */
export function withStart(draft: Draft, start: string): Draft {
  // A field that was emptied leaves its half empty, and the other one as it is.
  const [date = '', time = ''] = start.split('T')
  return { ...draft, date, time: time.slice(0, 5), repeated: null, exceptions: [] }
}

/** Times that the desk offers for the whole booking. */
export function withOtherTimes(draft: Draft, { start, recurrence, exceptions }: OtherTimes): Draft {
  return { ...withStart(draft, start), recurrence: recurrence ?? null, exceptions: exceptions.map(exceptionInput) }
}

/** One date at another time, or left out; `undefined`: as the rule says again. */
export function withException(draft: Draft, date: string, exception: DateExceptionInput | undefined): Draft {
  const others = draft.exceptions.filter((one) => one.date !== date)
  return { ...draft, exceptions: exception === undefined ? others : [...others, exception] }
}

/** What does not apply is absent on the way to the desk, and `null` or absent on the way back. */
export function exceptionInput({
  date,
  start,
  minutes,
}: {
  readonly date: string
  readonly start?: string | null | undefined
  readonly minutes?: number | null | undefined
}): DateExceptionInput {
  return { date, ...(start != null && { start }), ...(minutes != null && { minutes }) }
}

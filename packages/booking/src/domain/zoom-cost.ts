import type { Wish } from './booking.ts'

/** A booking as Zoom has it. */
export interface AtZoom {
  readonly hostId: string
  readonly wish: Pick<Wish, 'title' | 'agenda' | 'timeZone' | 'start' | 'minutes' | 'recurrence' | 'exceptions'>
}

/** So many creations and changes a host has a day; deleting costs nothing there (docs/zoom-facts.md §3.2). */
export const callsOfDay: number = 100

/** What a change costs of the calls that a host has a day. */
export interface ZoomCost {
  readonly hostId: string
  readonly calls: number
  readonly link: 'stays' | 'new'
}

/**
 * Counts what it takes to go from what Zoom has to what is wanted, when nothing goes wrong: a change in place is one call. The single
 * dates of a series that are moved cost a call each, again after a change of its times, which makes Zoom forget them.
 *
 * @param before `undefined`: nothing yet
 */
export function costOf(before: AtZoom | undefined, after: AtZoom): ZoomCost {
  const { hostId, wish } = after
  const moved = wish.exceptions.filter(({ start }) => start !== undefined)
  if (before === undefined || before.hostId !== hostId) return { hostId, calls: 1 + moved.length, link: 'new' }
  const isWhole = !isSame(timesOf(before), timesOf(after)) || bringsBack(before, after)
  const known = new Set(isWhole ? [] : before.wish.exceptions.map((one) => JSON.stringify(one)))
  const dates = moved.filter((one) => !known.has(JSON.stringify(one))).length
  return { hostId, calls: (isWhole || !isSame(textsOf(before), textsOf(after)) ? 1 : 0) + dates, link: 'stays' }
}

const timesOf = ({ wish: { timeZone, start, recurrence } }: AtZoom): unknown => [timeZone, start, recurrence]
const textsOf = ({ wish: { title, agenda, minutes } }: AtZoom): unknown => [title, agenda, minutes]

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

/** Whether a date that was left out or moved is as the rule says again: Zoom does that only by a change of the times as a whole. */
function bringsBack({ wish: before }: AtZoom, { wish: after }: AtZoom): boolean {
  const still = new Map(after.exceptions.map((one) => [one.date, one]))
  return before.exceptions.some(({ date, start }) => {
    const now = still.get(date)
    return now === undefined || (start === undefined && now.start !== undefined)
  })
}

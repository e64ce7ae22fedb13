import type { BookingState } from './callers.ts'
import type { Figures } from './figures.ts'
import { addDuration } from './histogram.ts'
import type { Portal, PortalMeeting } from './portal.ts'
import type { TrueMeeting, Truth } from './truth.ts'

/** The promises that are looked at when a world is at rest; docs/simulation.md says each in a sentence. */
export async function checkAtRest(
  states: readonly BookingState[],
  hosts: readonly string[],
  {
    truth,
    portal,
    figures,
    keeps,
  }: {
    readonly truth: Truth
    readonly portal: Portal
    readonly figures: Figures
    /** Whether this way of creating promises anything. */
    readonly keeps: boolean
  },
): Promise<void> {
  const shown = new Map<number, PortalMeeting>()
  for (const host of hosts) for (const row of await portal.list(host)) shown.set(row.id, row)
  checkTruth(truth, shown)
  for (const state of states) {
    const alive = truth.madeFor(state.booking.number).filter(({ goneAt }) => goneAt === undefined)
    count(state, alive, truth, figures)
    if (keeps) checkBooking(state, alive, shown, truth)
  }
}

/** What the network saw and what Zoom shows are the same, or the simulation itself is wrong. */
function checkTruth({ meetings }: Truth, shown: ReadonlyMap<number, unknown>): void {
  for (const { id, goneAt } of meetings.values())
    if ((goneAt === undefined) !== shown.has(id))
      throw new Error(`The simulation is wrong about the meeting ${id}: ${goneAt === undefined ? 'gone' : 'there'}.`)
  for (const id of shown.keys()) if (!meetings.has(id)) throw new Error(`Nobody made the meeting ${id}.`)
}

/** How far a worker's clock may be wrong, and how long a request may take to land; docs/simulation.md has both. */
const slackMs = 120_000 + 90_000

/** A start that has passed when its turn comes, after a limit of the day say, is sent as a minute ahead. */
function isPutAhead(start: number, meant: number, madeAt: number): boolean {
  return meant <= madeAt + slackMs && Math.abs(start - (madeAt + 60_000)) <= slackMs
}

function checkBooking(
  state: BookingState,
  alive: readonly TrueMeeting[],
  shown: ReadonlyMap<number, PortalMeeting>,
  truth: Truth,
): void {
  const { booking, isCancelled, isSettled, wanted, publishedId } = state
  const { key } = booking
  const complain = (promise: string, says: string) => truth.complain(promise, `${key}: ${says}`)
  const ids = alive.map(({ id }) => id).join(', ')
  if (!isSettled) complain('nothing is lost', `it stands at ${state.state}`)

  const made = truth.madeFor(booking.number)
  const isDeletedByPerson = made.some(({ goneBy }) => goneBy === 'person')
  const owed = owedOf(alive, state)
  if (isCancelled) {
    if (owed.length > 0) complain('a cancelled booking has no meeting', `there is ${ids}`)
    return
  }
  const isSatisfied = owed.length === 1 || (owed.length === 0 && isDeletedByPerson)
  if (!isSatisfied)
    complain('one booking has exactly one meeting', `there are ${owed.length} at Zoom (${ids}), state ${state.state}`)
  const [one] = owed
  if (one === undefined || owed.length > 1 || isDeletedByPerson) return
  if (one.id !== publishedId)
    complain('the meeting is the published one', `${publishedId} is published, ${one.id} is there`)
  if (one.host !== wanted.host) complain('the meeting is at the host that is wanted', `${one.id} is at ${one.host}`)
  const row = shown.get(one.id)
  if (row === undefined || isTouched(one)) return
  const start = Date.parse(row.start_time)
  const meant = instantOf(wanted.start_time, wanted.timezone)
  const isStart = start === meant || isPutAhead(start, meant, one.madeAt)
  if (row.topic !== wanted.topic || row.duration !== wanted.duration || !isStart)
    complain('the meeting shows what is wanted', `${JSON.stringify(wanted)} is wanted, ${JSON.stringify(row)} is there`)
}

/** One that a person has edited may have lost what proves it to be ours, and one that a person has brought back is theirs. */
function owedOf(alive: readonly TrueMeeting[], { publishedId, isCancelled }: BookingState): readonly TrueMeeting[] {
  return alive.filter((one) => !isTouched(one) || (one.id === publishedId && !isCancelled))
}

function isTouched({ editedByPersonAt, recoveredAt }: TrueMeeting): boolean {
  return editedByPersonAt !== undefined || recoveredAt !== undefined
}

function count(state: BookingState, alive: readonly TrueMeeting[], truth: Truth, { totals }: Figures): void {
  const { askedAt, linkedAt, wasUnknown, wasDisturbed, booking, isCancelled } = state
  if (linkedAt !== undefined && askedAt !== undefined) {
    addDuration(totals.toLink, linkedAt - askedAt)
    if (wasUnknown && !wasDisturbed) addDuration(totals.toLinkUnknown, linkedAt - askedAt)
  }
  totals.bookings++
  if (wasUnknown) totals.unknown++
  totals.duplicates += Math.max(0, owedOf(alive, state).length - (isCancelled ? 0 : 1))
  const made = truth.madeFor(booking.number)
  totals.created += made.length
}

/** The instant of a wall time in a zone. */
function instantOf(wallTime: string, timeZone: string): number {
  return Temporal.PlainDateTime.from(wallTime).toZonedDateTime(timeZone).epochMilliseconds
}

import type { Booking, ForeignMeeting, Host, HostState, Publication, Reading } from '@convene/booking'
import { type ListedMeeting, ZoomError } from '@convene/zoom'
import { busyTimes, foreignRows, listHost } from './host-list.ts'
import { settleOne } from './settle.ts'
import type { WorkerParts } from './worker-parts.ts'

export type CheckHostParts = Pick<
  WorkerParts,
  'store' | 'desk' | 'keeper' | 'zoom' | 'clock' | 'log' | 'news' | 'journal'
>

const dayMs = 24 * 60 * 60_000
/** Nothing is booked further ahead than Zoom keeps a series. */
export const aheadMs: number = 800 * dayMs

/**
 * Looks at a host at Zoom: meetings that the desk did not make become busy times, and those that it made are read anew where the list
 * shows that somebody has changed or deleted them.
 *
 * @param withSeries also each series, whose single dates no list shows
 */
export async function checkHost(parts: CheckHostParts, host: Host, withSeries = false): Promise<HostState> {
  const { store, clock, journal, news, log } = parts
  const now = clock.now()
  const known = (await store.read(({ hostStates }) => hostStates.list())).find(({ hostId }) => hostId === host.id)
  const { agenda } = (await journal.findHost(host.zoomUser)) ?? {}
  let rows: readonly ListedMeeting[]
  let busy: readonly ForeignMeeting[]
  try {
    rows = await listHost(parts.zoom, host.zoomUser)
    busy = await busyTimes(parts.zoom, host.zoomUser, await foreignRows(journal, rows), now)
  } catch (error) {
    if (!(error instanceof ZoomError)) throw error
    log.warn('host_unreadable', { hostId: host.id, code: error.code })
    const problem = problemOf(error)
    const state = {
      foreignMeetings: 0,
      zoomId: undefined,
      ...known,
      hostId: host.id,
      seenAt: now,
      problem,
      agenda,
    } as const
    await store.transaction(({ hostStates }) => hostStates.set(state))
    // With a user its meetings go; of one that has another address only they are still there.
    if (problem === 'not_at_zoom' && (withSeries || known?.problem !== problem))
      await lookAtOurs(parts, host, [], withSeries)
    return state
  }
  const state: HostState = {
    hostId: host.id,
    seenAt: now,
    problem: undefined,
    agenda,
    zoomId:
      rows.find(({ host_id }) => host_id !== undefined)?.host_id ?? known?.zoomId ?? (await zoomIdOf(parts, host)),
    foreignMeetings: busy.length,
  }
  const isOther = await store.transaction(async (transaction) => {
    const range = { from: now, to: now + aheadMs }
    const foreignOf = async () =>
      JSON.stringify((await transaction.held([host.id], range)).filter(({ bookingId }) => bookingId === undefined))
    const before = await foreignOf()
    await transaction.setForeign(host.id, busy)
    await transaction.hostStates.set(state)
    if (before === (await foreignOf())) return false
    await transaction.news.add({ at: now, kind: 'calendar_changed', hostId: host.id })
    return true
  })
  if (isOther) news.wake()
  await lookAtOurs(parts, host, rows, withSeries)
  if (known?.problem !== undefined) await tryAgain(parts, host)
  return state
}

function problemOf({ code, details }: ZoomError): NonNullable<HostState['problem']> {
  if (code === 'not_found') return 'not_at_zoom'
  // With Zoom's own number it is a word about this user, and not of a Zoom that does not work.
  return code === 'zoom_refused' && details.zoomCode !== undefined && (details.status ?? 0) < 500
    ? 'may_not_host'
    : 'zoom_away'
}

/** The host is well again: what Zoom refused for good meanwhile is asked for once more. */
async function tryAgain({ store, keeper, clock }: CheckHostParts, { id: hostId }: Host): Promise<void> {
  const bookings = await store.read((reading) => bookingsToCome(reading, hostId, clock.now()))
  for (const { meetingKey: key } of bookings)
    if ((await keeper.status(key))?.state === 'refused') await keeper.planChange({ key, meeting: {} })
}

async function bookingsToCome(reading: Reading, hostId: string, now: number): Promise<readonly Booking[]> {
  const held = await reading.held([hostId], { from: now, to: now + aheadMs })
  const found: Booking[] = []
  for (const id of new Set(held.flatMap(({ bookingId }) => bookingId ?? []))) {
    const booking = await reading.bookings.find(id)
    if (booking !== undefined) found.push(booking)
  }
  return found
}

/** Of a host without meetings, which is known by its address: under its id Zoom's webhooks and the limits of calls speak of it. */
async function zoomIdOf({ zoom, log }: CheckHostParts, { id, zoomUser }: Host): Promise<string | undefined> {
  if (!zoomUser.includes('@')) return zoomUser
  try {
    const schedule = { priority: 'background' as const, host: zoomUser }
    return (await zoom.users.get({ userId: zoomUser }, { schedule })).id
  } catch (error) {
    if (!(error instanceof ZoomError)) throw error
    log.debug('host_id_unknown', { hostId: id, code: error.code })
    return undefined
  }
}

/** What is other in the list is a reason to look, no more: safe creation reads the meeting itself. */
async function lookAtOurs(
  parts: CheckHostParts,
  host: Host,
  rows: readonly ListedMeeting[],
  withSeries: boolean,
): Promise<void> {
  const byId = new Map(rows.map((row) => [row.id, row]))
  for (const one of await published(parts, host)) {
    const { booking, publication } = one
    const row = byId.get(publication.meetingId)
    const isSeries = booking.recurrence !== undefined
    if (row === undefined || (isSeries ? withSeries : looksOther(row, one)))
      await parts.keeper.hint({
        event: row === undefined ? 'meeting.deleted' : 'meeting.updated',
        payload: { object: { id: publication.meetingId } },
      })
    // Whatever a process that was killed had seen.
    await settleOne(parts, booking.meetingKey)
  }
}

interface Published {
  readonly booking: Booking
  readonly publication: Publication
  /** Of its first date. */
  readonly startsAt: number
}

async function published({ store, clock }: CheckHostParts, { id: hostId }: Host): Promise<readonly Published[]> {
  return store.read(async (reading) => {
    const found: Published[] = []
    for (const booking of await bookingsToCome(reading, hostId, clock.now())) {
      const publication = await reading.publications.find(booking.id)
      const [first] = await reading.bookings.occurrencesOf(booking.id)
      if (booking.state === 'confirmed' && publication && first)
        found.push({ booking, publication, startsAt: first.startsAt })
    }
    return found
  })
}

function looksOther({ topic, start_time, duration }: ListedMeeting, { booking, startsAt }: Published): boolean {
  const isMoved = Date.parse(start_time ?? '') !== startsAt
  return (booking.title !== '' && topic !== booking.title) || duration !== booking.minutes || isMoved
}

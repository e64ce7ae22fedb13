import {
  type Booking,
  BookingError,
  bookMeeting,
  confirmPool,
  type Desk,
  endBookings,
  meetNow,
  type RequestKey,
  setPolicies,
  type Wish,
} from '@convene/booking'
import { ZoomError } from '@convene/zoom'
import { Temporal } from 'temporal-polyfill'
import type { DeskContext } from '../context.ts'
import { demoHost, demoHosts } from './hosts.ts'
import { demoMember, demoPeople } from './people.ts'
import { type DemoBooking, demoWeek, weekly } from './week.ts'

/** A user of the Zoom account. */
export interface ZoomUserOfDemo {
  readonly id: string
  readonly email: string
}

/** What a demo has to show. */
export interface FilledDemo {
  /** `false`: the desk had hosts already, and was left as it is. */
  readonly isNew: boolean
  /** A booking of the first administrator, which is being made now. */
  readonly bookingId: string | undefined
}

const admin = 'mei'
const minuteMs = 60_000
const dayMs = 1440 * minuteMs

/**
 * Makes the demo organisation: hosts, members, rules, and a lively week around now, booked by the use-cases that people use; the workers
 * make the meetings. A desk that has hosts is left as it is.
 *
 * @param zoomUsers of the account; hosts whose users are not there are left out
 */
export async function fillDemo(context: DeskContext, zoomUsers: readonly ZoomUserOfDemo[]): Promise<FilledDemo> {
  const { store, desk, config } = context
  const idOf = new Map(zoomUsers.map(({ id, email }) => [email.toLowerCase(), id]))
  const isNew = await store.transaction(async ({ hosts, members }) => {
    if ((await hosts.list()).length > 0) return false
    for (const person of demoPeople) await members.save(demoMember(person))
    for (const host of demoHosts) {
      const zoomUser = idOf.get(host.email)
      if (zoomUser !== undefined) await hosts.save(demoHost(host, zoomUser))
    }
    return true
  })
  if (!isNew) return { isNew, bookingId: undefined }
  await setPolicies(desk, requestOf(admin, 'policies'), {
    noticeMinutes: undefined,
    horizonDays: 180,
    longestMinutes: 240,
    datesPerWeek: undefined,
    bufferMinutes: undefined,
    approvalForHosts: [],
    opening: 'without_host',
    nextOrganiserMayEnd: false,
    timeZone: config.timeZone,
  })
  await confirmPool(desk, requestOf(admin, 'pool'))
  await fillWeek(context)
  await addForeign(context)
  const { id } = await meetNow(desk, requestOf(admin, 'now'), {
    title: '走廊上的五分鐘',
    agenda: '',
    minutes: 30,
    timeZone: config.timeZone,
    people: peopleFrom(['zhiming']),
    peopleExpected: 2,
  })
  return { isNew, bookingId: id }
}

function requestOf(memberId: string, key: string): RequestKey {
  return { memberId, key: `demo ${key}`, hash: key }
}

async function fillWeek({ desk, config, log }: DeskContext): Promise<void> {
  const now = desk.now()
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(config.timeZone).toPlainDate()
  const book = (by: Desk, one: DemoBooking, day: Temporal.PlainDate, key: string) =>
    bookMeeting(by, requestOf(one.by, key), wishFrom(one, day, config.timeZone)).catch((error: unknown) => {
      if (!(error instanceof BookingError)) throw error
      log.warn('demo_booking_refused', { key, error })
    })
  for (const [index, one] of demoWeek.entries()) {
    const day = today.add({ days: one.day })
    const startsAt = day.toZonedDateTime({ timeZone: config.timeZone, plainTime: one.at }).epochMilliseconds
    const { weeks, without: _, ...single } = one
    if (startsAt > now) await book(desk, one, day, `week ${index}`)
    // What would be running now would have no meeting at Zoom.
    else if (startsAt + one.minutes * minuteMs <= now)
      await book(asOf(desk, startsAt - dayMs), single, day, `week ${index}`)
    if (startsAt <= now && weeks !== undefined) await book(desk, one, day.add({ weeks: 1 }), `next week ${index}`)
  }
  await endBookings({ ...desk, planner: nothingAtZoom })
}

/** The desk of a day that has passed: its meetings took place, and Zoom has none of them any more. */
function asOf(desk: Desk, at: number): Desk {
  return { ...desk, now: () => at, planner: nothingAtZoom }
}

const nothing = async (): Promise<void> => {}
const nothingAtZoom: Desk['planner'] = {
  plan: nothing,
  change: nothing,
  cancel: nothing,
  goOn: async () => false,
  restore: nothing,
  forget: nothing,
  decide: nothing,
}

function wishFrom(one: DemoBooking, day: Temporal.PlainDate, timeZone: string): Wish {
  const { title, agenda = '', at, minutes, weeks, without } = one
  const people = peopleFrom(one.people ?? [])
  const leftOut = without === undefined ? [] : [day.add({ weeks: without })]
  return {
    title,
    agenda,
    timeZone,
    start: `${day}T${at}`,
    repeated: undefined,
    minutes,
    recurrence: weeks === undefined ? undefined : weekly(day.dayOfWeek, weeks),
    exceptions: leftOut.map((date) => ({ date: String(date), start: undefined, minutes: undefined })),
    people,
    peopleExpected: one.expected ?? Math.max(2, people.length + 1),
  }
}

function peopleFrom(ids: readonly string[]): Booking['people'] {
  return demoPeople
    .filter(({ id }) => ids.includes(id))
    .map((person) => {
      const { email, name } = demoMember(person)
      return { email, name }
    })
}

/** A meeting that somebody makes at Zoom itself, on a host of the desk. */
async function addForeign({ zoom, desk, config, store, log }: DeskContext): Promise<void> {
  const host = (await store.read(({ hosts }) => hosts.list())).find(({ id }) => id === 'taipei-3')
  if (host === undefined) return
  const day = Temporal.Instant.fromEpochMilliseconds(desk.now())
    .toZonedDateTimeISO(config.timeZone)
    .toPlainDate()
    .add({ days: 1 })
  try {
    await zoom.meetings.create({
      userId: host.zoomUser,
      topic: 'Made at Zoom by hand',
      start_time: `${day}T16:00:00`,
      timezone: config.timeZone,
      duration: 60,
    })
  } catch (error) {
    if (!(error instanceof ZoomError)) throw error
    log.warn('demo_foreign_refused', { error })
  }
}

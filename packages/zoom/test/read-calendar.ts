/** Reads a calendar file with two parsers that are not ours: every date they see in it, with its end, in order. */
import ICAL from 'ical.js'
import nodeIcal from 'node-ical'

/** One date that a parser sees: instants in ms. */
export interface SeenDate {
  readonly startAt: number
  readonly endAt: number
}

/** An event as a parser sees it. */
export interface SeenEvent {
  readonly uid: string
  readonly summary: string
  readonly description: string
  readonly location: string
  readonly dates: readonly SeenDate[]
}

/** A parser: the events of a file by their UID, expanded up to an instant (ms). */
export type CalendarReader = (file: string, until: number) => Map<string, SeenEvent>

/** By ical.js, the parser of Thunderbird: zones as the file's own VTIMEZONE tells them. */
export const readWithIcalJs: CalendarReader = (file, until) => {
  const calendar = new ICAL.Component(ICAL.parse(file))
  const events = calendar.getAllSubcomponents('vevent').map((component) => new ICAL.Event(component))
  const masters = events.filter((event) => !event.isRecurrenceException())
  return new Map(
    masters.map((master) => {
      for (const event of events)
        if (event.isRecurrenceException() && event.uid === master.uid) master.relateException(event)
      const { uid, summary, description, location } = master
      return [uid, { uid, summary, description, location, dates: inOrder(datesByIcalJs(master, until)) }]
    }),
  )
}

function datesByIcalJs(master: ICAL.Event, until: number): SeenDate[] {
  if (!master.isRecurring()) return [{ startAt: instantOf(master.startDate), endAt: instantOf(master.endDate) }]
  const dates: SeenDate[] = []
  const iterator = master.iterator()
  for (let next = iterator.next(); next && instantOf(next) <= until; next = iterator.next()) {
    const { startDate, endDate } = master.getOccurrenceDetails(next)
    dates.push({ startAt: instantOf(startDate), endAt: instantOf(endDate) })
  }
  return dates
}

function instantOf(time: ICAL.Time): number {
  return time.toUnixTime() * 1000
}

/** By node-ical: zones as the tz database behind `Temporal` knows them. */
export const readWithNodeIcal: CalendarReader = (file, until) => {
  const events = Object.values(nodeIcal.sync.parseICS(file)).filter((component) => component?.type === 'VEVENT')
  return new Map(
    events.map((event) => {
      const instances = nodeIcal.expandRecurringEvent(event, { from: new Date(0), to: new Date(until) })
      const text = (value: unknown) => String(value ?? '')
      return [
        event.uid,
        {
          uid: event.uid,
          summary: text(event.summary),
          description: text(event.description),
          location: text(event.location),
          dates: inOrder(instances.map(({ start, end }) => ({ startAt: start.getTime(), endAt: end.getTime() }))),
        },
      ]
    }),
  )
}

function inOrder(dates: readonly SeenDate[]): SeenDate[] {
  return dates.toSorted((one, other) => one.startAt - other.startAt || one.endAt - other.endAt)
}

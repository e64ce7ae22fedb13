import type { InvitationMeeting } from '../invitation/meeting.ts'
import { type MeetingDate, meetingDates, seriesRule } from '../invitation/meeting-dates.ts'
import { readInstant } from '../invitation/meeting-time.ts'
import { datesOfRule } from '../recurrence/dates.ts'
import { rruleFromRecurrence } from '../recurrence/rrule.ts'
import type { RecurrenceRule } from '../recurrence/rule.ts'
import { formatCivilDate, msPerDay } from '../time/civil-date.ts'
import { instantOfWallTime, instantsOfWallTime, wallTimeAt } from '../time/wall-time.ts'
import { offsetChanges } from '../time/zone-offset.ts'

/** A series as iCalendar tells it: a rule, and everything in which the real dates differ from that rule. */
export interface SeriesPlan {
  /** The wall time of the rule's first date. */
  readonly startWall: number
  readonly rrule: string
  readonly isEndless: boolean
  /** Dates of the rule, as wall times, on which nothing takes place. */
  readonly excludedWalls: readonly number[]
  /** Dates of the rule that take place at another time or for another length. */
  readonly changed: readonly { readonly wall: number; readonly date: MeetingDate }[]
  /** Dates that the rule does not have. */
  readonly added: readonly MeetingDate[]
}

interface Occurrence extends MeetingDate {
  /** Where the rule had it; it may have been moved since. */
  readonly originalWall: number
  readonly isDeleted: boolean
}

/** A date of the rule, and what takes place in its stead. */
interface Slot {
  readonly wall: number
  readonly at: number
  taken?: MeetingDate
}

/**
 * Plans a series so that its dates come out exactly as Zoom lists them, whatever its rule says: Zoom's dates win, and each
 * date of the rule that is not among them is excluded. `undefined` when no date is left.
 */
export function planSeries(meeting: InvitationMeeting, timeZone: string, minutes: number): SeriesPlan | undefined {
  const listed = occurrencesOf(meeting, timeZone)
  const occurrences = listed.filter(({ isDeleted }) => !isDeleted)
  const rule = seriesRule(meeting)
  const [first] = occurrences
  if (first === undefined) return undefined
  const anchorWall = rule && firstWallOnRule(rule, occurrences)
  const isEndless = anchorWall !== undefined && rule?.end === undefined
  const slots =
    rule === undefined || anchorWall === undefined
      ? [slotAt(timeZone, wallTimeAt(timeZone, first.startAt))]
      : slotsOfRule(rule, timeZone, anchorWall, Math.max(...listed.map(({ originalWall }) => originalWall)))

  // Whoever takes place at a date of the rule has it; of the others, each keeps its own former date if that is still free.
  const moved = occurrences.filter((occurrence) => !take(slots, occurrence, (slot) => slot.at === occurrence.startAt))
  const homeless = moved.filter(
    (occurrence) => !take(slots, occurrence, (slot) => slot.wall === occurrence.originalWall && !slot.taken),
  )
  const lastWall = slots.at(-1)?.wall ?? 0
  return {
    startWall: slots[0]?.wall ?? 0,
    // Programs that ignore RDATE in an event without a rule take the added dates, as changes, from one with a rule.
    rrule:
      rule === undefined || anchorWall === undefined
        ? 'FREQ=DAILY;COUNT=1'
        : rruleFromRecurrence(isEndless ? withoutEnd(rule) : endingOn(rule, lastWall), { timeZone }),
    isEndless,
    excludedWalls: slots.filter(({ taken }) => taken === undefined).map(({ wall }) => wall),
    changed: slots.flatMap(({ wall, at, taken }) =>
      taken !== undefined && (taken.startAt !== at || taken.minutes !== minutes || isUnclear(timeZone, wall, minutes))
        ? [{ wall, date: taken }]
        : [],
    ),
    added: [...new Map(homeless.map((date) => [date.startAt, date])).values()],
  }
}

/** The dates that Zoom lists, deleted ones too, in the order of the rule. */
function occurrencesOf(meeting: InvitationMeeting, timeZone: string): Occurrence[] {
  if (meeting.occurrences === undefined)
    return meetingDates(meeting).map((date) => ({
      ...date,
      originalWall: wallTimeAt(timeZone, date.startAt),
      isDeleted: false,
    }))
  return meeting.occurrences
    .map(({ occurrence_id, start_time, duration, status }) => {
      const startAt = readInstant('occurrences.start_time', start_time)
      // The id is the original start in ms (docs/zoom-facts.md §6).
      const originalAt = /^\d{12,13}$/.test(occurrence_id) ? Number(occurrence_id) : startAt
      const originalWall = wallTimeAt(timeZone, originalAt)
      return { startAt, minutes: duration, originalWall, isDeleted: status === 'deleted' }
    })
    .sort((one, other) => one.originalWall - other.originalWall)
}

/** The first original date that the rule could have made: at the time of day that most of them have, on a day of the rule. */
function firstWallOnRule(rule: RecurrenceRule, occurrences: readonly Occurrence[]): number | undefined {
  const timesOfDay = occurrences.map(({ originalWall }) => originalWall % msPerDay)
  const count = (timeOfDay: number) => timesOfDay.filter((one) => one === timeOfDay).length
  const usual = timesOfDay.reduce((best, one) => (count(one) > count(best) ? one : best), timesOfDay[0] ?? 0)
  return occurrences
    .map(({ originalWall }) => originalWall)
    .find((wall) => {
      const day = Math.floor(wall / msPerDay)
      return wall % msPerDay === usual && datesOfRule(rule, day).next().value === day
    })
}

function slotsOfRule(rule: RecurrenceRule, timeZone: string, anchorWall: number, lastWall: number): Slot[] {
  const slots: Slot[] = []
  for (const day of datesOfRule(rule, Math.floor(anchorWall / msPerDay))) {
    const wall = day * msPerDay + (anchorWall % msPerDay)
    if (wall > lastWall) break
    slots.push(slotAt(timeZone, wall))
  }
  return slots
}

function slotAt(timeZone: string, wall: number): Slot {
  return { wall, at: instantOfWallTime(timeZone, wall) }
}

function take(slots: readonly Slot[], date: MeetingDate, fits: (slot: Slot) => boolean): boolean {
  const slot = slots.find(fits)
  if (slot) slot.taken ??= date
  return slot !== undefined
}

/** A date that programs read differently: the clocks skip or repeat its start, or change before its end. */
function isUnclear(timeZone: string, wall: number, minutes: number): boolean {
  const instants = instantsOfWallTime(timeZone, wall)
  return instants.kind !== 'one' || offsetChanges(timeZone, instants.at, instants.at + minutes * 60_000).length > 0
}

function withoutEnd({ end: _, ...rule }: RecurrenceRule): RecurrenceRule {
  return rule
}

function endingOn(rule: RecurrenceRule, wall: number): RecurrenceRule {
  return { ...rule, end: { until: formatCivilDate(Math.floor(wall / msPerDay)) } }
}

import { formatCivilDate, msPerDay } from '../time/civil-date.ts'
import { wallTimeAt } from '../time/wall-time.ts'
import { offsetAt } from '../time/zone-offset.ts'
import { createDateWriter, type DateWriter } from './dates.ts'
import { glossaries } from './glossary.ts'
import type { Language } from './language.ts'
import type { InvitationMeeting } from './meeting.ts'
import { meetingDates, seriesRule } from './meeting-dates.ts'
import { meetingTimeZone, requireTimeZone } from './meeting-time.ts'
import { formatRecurrence } from './recurrence-sentence.ts'
import { fill } from './wording.ts'
import { offsetName, zoneName } from './zone-name.ts'

/** Lines below the time stand in by this much, as in Zoom's own text. */
const indent = '    '

/** When a meeting takes place: the (first) time, also on the reader's clock where that differs, and the dates of a series. */
export function timeLines(meeting: InvitationMeeting, language: Language, viewerTimeZone?: string): string[] {
  const words = glossaries[language]
  const labelled = (label: string, value: string) => fill(words.labelled, { label, value })
  if (meeting.type === 3) return [labelled(words.time, words.anytime)]

  const timeZone = meetingTimeZone(meeting)
  const dates = meetingDates(meeting).map(({ startAt }) => startAt)
  const [first] = dates
  if (first === undefined) return []
  const viewer = viewerOf(dates, timeZone, viewerTimeZone, language)
  return [
    labelled(words.time, createDateWriter(language, timeZone).dateTimeInZone(first)),
    ...(viewer ? [labelled(words.yourTime, viewer.writer.dateTimeInZone(first))] : []),
    ...seriesLines(meeting, dates, language, viewer).map((line) => indent + line),
  ]
}

/**
 * The recurrence in words and every date. Where the distance from UTC changes inside the series, each date tells its own.
 */
function seriesLines(
  meeting: InvitationMeeting,
  dates: readonly number[],
  language: Language,
  viewer: Viewer | undefined,
): string[] {
  const rule = seriesRule(meeting)
  if (rule === undefined) return []
  if (rule.end === undefined && meeting.occurrences === undefined) return [formatRecurrence(rule, { language })]

  const words = glossaries[language]
  const timeZone = meetingTimeZone(meeting)
  const lastWall = wallTimeAt(timeZone, dates.at(-1) ?? 0)
  const until = formatCivilDate(Math.floor(lastWall / msPerDay))
  const writer = createDateWriter(language, timeZone)
  const isSteady = new Set(dates.map((at) => offsetAt(timeZone, at))).size === 1
  return [
    formatRecurrence(rule, { language, actualEnd: { until, count: dates.length } }),
    ...dates.map((at) => {
      const offset = isSteady ? '' : fill(words.offset, { offset: offsetName(timeZone, at) })
      const there = viewer ? fill(words.elsewhere, { zone: viewer.zone, dateTime: viewer.writer.dateTime(at) }) : ''
      return writer.dateTime(at) + offset + there
    }),
  ]
}

interface Viewer {
  readonly zone: string
  readonly writer: DateWriter
}

/** The reader's clock, unless it shows the same as the meeting's at every date. */
function viewerOf(
  dates: readonly number[],
  timeZone: string,
  viewerTimeZone: string | undefined,
  language: Language,
): Viewer | undefined {
  if (viewerTimeZone === undefined) return undefined
  requireTimeZone('viewerTimeZone', viewerTimeZone)
  if (dates.every((at) => offsetAt(timeZone, at) === offsetAt(viewerTimeZone, at))) return undefined
  return { zone: zoneName(language, viewerTimeZone), writer: createDateWriter(language, viewerTimeZone) }
}

import { invalidInput, ZoomError } from '../errors.ts'
import { checkText } from '../resources/check.ts'
import type { CreateMeetingInput } from '../resources/meeting-types/create-input.ts'
import { checkCreateFields } from '../resources/meetings/check-fields.ts'
import { presentFields } from '../resources/meetings/present-fields.ts'
import { resolveTimes } from '../resources/meetings/resolve-times.ts'
import { resolveDates, type SeriesDate } from './dates.ts'
import { longestAgenda } from './marker.ts'
import type { WantedMeeting } from './record.ts'

/** A meeting that can be kept: what `zoom.meetings.create` takes; the host is named beside it. */
export interface MeetingToKeep extends Omit<CreateMeetingInput, 'userId' | 'schedule_for'> {
  /** Dates of the series that are left out, moved, or of another length. Each costs one call more, of which moves count. */
  readonly dates?: readonly SeriesDate[] | undefined
}

/** Names of `meetings.create` that do not go with safe creation, and why. */
const excluded: Readonly<Record<string, string>> = {
  userId: 'Name the host beside the meeting: { key, host, meeting }.',
  schedule_for: 'Name the host beside the meeting: { key, host, meeting }.',
  default_password: 'Safe creation gives every meeting a passcode of its own; name one as password, or leave both out.',
}

/**
 * Checks a meeting as `ensureMeeting` does before it keeps anything; for a program that checks many before it begins.
 *
 * @param now the present instant, in milliseconds since 1970: a start before it is refused
 * @throws {ZoomError} `invalid_input` that names the field, the value and the remedy.
 */
export function checkMeetingToKeep(host: string, meeting: MeetingToKeep, now: number): void {
  resolveWanted(host, meeting, now)
}

/**
 * Checks a meeting and turns it into what Zoom will be sent. `now` is the present instant: a start before it is refused.
 *
 * @throws {ZoomError} `invalid_input` that names the field, the value and the remedy.
 */
export function resolveWanted(host: unknown, meeting: unknown, now: number): WantedMeeting {
  checkHost(host)
  if (typeof meeting !== 'object' || meeting === null)
    throw invalidInput('meeting', meeting, 'Give the fields of meetings.create.')
  checkExcluded(meeting)
  const { dates, ...input } = meeting as MeetingToKeep
  inMeeting(() => checkCreateFields(input))
  checkCanBeFound(input)
  const times = inMeeting(() => resolveTimes(input, now))
  const wanted = { fields: plainJson(presentFields(input, times)), ...(times.meant && { meant: times.meant }) }
  return withDates(wanted, dates, now)
}

/** Checks the name of a host. */
export function checkHost(host: unknown): void {
  checkText('host', host, 128)
  if (typeof host !== 'string' || host.trim() === '' || host === 'me')
    throw invalidInput('host', host, 'Name the host by user id or e-mail address: another program may go on with it.')
}

/** Refuses fields that do not go with safe creation. */
export function checkExcluded(meeting: object): void {
  for (const [name, remedy] of Object.entries(excluded)) {
    const value = (meeting as Record<string, unknown>)[name]
    if (value !== undefined) throw invalidInput(`meeting.${name}`, value, remedy)
  }
}

/** A meeting with the dates of its series that are different. */
export function withDates(meeting: WantedMeeting, dates: MeetingToKeep['dates'], now: number): WantedMeeting {
  const { dates: _before, ...rest } = meeting
  const resolved = dates === undefined ? [] : resolveDates(dates, rest, now)
  return resolved.length === 0 ? rest : { ...rest, dates: resolved }
}

/** Runs a check of single fields of a meeting: its errors name them as they stand in the request. */
export function inMeeting<Result>(check: () => Result): Result {
  try {
    return check()
  } catch (error) {
    if (!(error instanceof ZoomError) || error.details.field === undefined) throw error
    throw invalidInput(`meeting.${error.details.field}`, error.details.value, error.remedy)
  }
}

/** What a journal gives back: undefined values are gone. */
export function plainJson(fields: object): Record<string, unknown> {
  return JSON.parse(JSON.stringify(fields)) as Record<string, unknown>
}

/** A meeting whose answer was lost is looked for in its host's list: there it must stand, and be told from others. */
function checkCanBeFound(meeting: MeetingToKeep): void {
  const { type, start_time } = meeting
  if (type === 1 || (start_time === undefined && type !== 3))
    throw invalidInput(
      'meeting.start_time',
      start_time,
      'Say when it starts: an instant meeting stands in no list of Zoom, so that nobody could look whether it was made.',
    )
  checkCanBeMarked(meeting)
}

/** The mark by which it is found takes its place in the agenda. */
export function checkCanBeMarked({ agenda, settings }: MeetingToKeep): void {
  if (settings?.use_pmi === true)
    throw invalidInput('meeting.settings.use_pmi', true, 'The personal meeting room is always there: nothing is made.')
  if (agenda !== undefined && agenda.length > longestAgenda)
    throw invalidInput(
      'meeting.agenda',
      agenda,
      `Shorten it to ${longestAgenda} characters: its first line holds the mark by which the meeting is found again.`,
    )
}

import type { Meeting, Occurrence, User } from './entities.ts'
import type { FieldProblem, Parsed } from './field-problem.ts'
import type { MeetingContext } from './meeting-create.ts'
import type { MeetingInput } from './meeting-fields.ts'
import { readStart } from './meeting-schedule.ts'
import { occurrenceSettingNames } from './meeting-settings-fields.ts'
import { chooseTimeZone } from './time-zone.ts'

const occurrenceFieldNames: ReadonlySet<string> = new Set(['agenda', 'start_time', 'duration', 'timezone', 'settings'])

/** The occurrence of that id; a deleted one counts as none. */
export function findOccurrence(meeting: Meeting, occurrenceId: string): Occurrence | undefined {
  return meeting.occurrences?.find((one) => one.occurrenceId === occurrenceId && one.status === 'available')
}

/** The meeting without one of its dates, which stays listed as deleted (docs/zoom-facts.md §6). */
export function deleteOccurrence(meeting: Meeting, { occurrenceId }: Occurrence): Meeting {
  return replaceOccurrence(meeting, occurrenceId, (one) => ({ ...one, status: 'deleted' }))
}

/** The meeting with one of its dates changed, in the few fields that can change there (docs/zoom-facts.md §5.8). */
export function updateOccurrence(
  meeting: Meeting,
  occurrence: Occurrence,
  input: MeetingInput,
  { now, switches, policyOf }: MeetingContext,
  host: User,
): Parsed<Meeting> {
  const problems = switches.occurrenceFields === 'refuse' ? unchangeable(input) : []
  if (problems.length > 0) return { ok: false, problems }
  // `timezone` says how the start is read; the date stays one of the series and of its zone.
  const zone = chooseTimeZone(input.timezone, meeting.timeZone, switches.unlistedZone)
  const start = input.start_time === undefined ? undefined : readStart(input.start_time, zone, now, switches)
  if (start && !start.ok) return start
  const startAt = start && start.value >= now ? start.value : occurrence.startAt
  const { forced } = policyOf(host)
  const settings = Object.entries(input.settings ?? {}).filter(
    ([name]) => occurrenceSettingNames.has(name) && !Object.hasOwn(forced, name),
  )
  const changes = {
    ...occurrence.changes,
    ...(input.agenda !== undefined && { agenda: input.agenda }),
    ...(settings.length > 0 && { settings: { ...occurrence.changes?.settings, ...Object.fromEntries(settings) } }),
  }
  const value = replaceOccurrence(meeting, occurrence.occurrenceId, (one) => ({
    ...one,
    startAt,
    durationMinutes: input.duration ?? one.durationMinutes,
    ...(Object.keys(changes).length > 0 && { changes }),
  }))
  return { ok: true, value }
}

function unchangeable(input: MeetingInput): FieldProblem[] {
  const names = Object.keys(input).filter((name) => !occurrenceFieldNames.has(name))
  const settings = Object.keys(input.settings ?? {}).filter((name) => !occurrenceSettingNames.has(name))
  return [...names, ...settings.map((name) => `settings.${name}`)].map((field) => ({
    field,
    message: 'Invalid field.',
  }))
}

function replaceOccurrence(meeting: Meeting, id: string, change: (one: Occurrence) => Occurrence): Meeting {
  return {
    ...meeting,
    occurrences: (meeting.occurrences ?? []).map((one) => (one.occurrenceId === id ? change(one) : one)),
  }
}

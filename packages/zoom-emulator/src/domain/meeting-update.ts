import type { Meeting, Occurrence, User } from './entities.ts'
import { missingField, type Parsed } from './field-problem.ts'
import { lawfulPasscode, linkMarks, type MeetingContext, trackingFieldsFrom } from './meeting-create.ts'
import type { MeetingInput } from './meeting-fields.ts'
import { timingOf } from './meeting-kind.ts'
import type { MeetingPolicy } from './meeting-policy.ts'
import { createOccurrence, planSchedule, readStart, type Schedule } from './meeting-schedule.ts'
import { createPasscode } from './passcode.ts'
import { generatePasscode } from './passcode-requirement.ts'
import { expandSeries } from './recurrence.ts'
import { chooseTimeZone, computableTimeZone } from './time-zone.ts'

/** What a change leaves: only sent fields differ, settings merge by key, lists replace (docs/zoom-facts.md §5.8). */
export function updateMeeting(
  meeting: Meeting,
  input: MeetingInput,
  host: User,
  context: MeetingContext,
): Parsed<Meeting> {
  const schedule = reschedule(meeting, input, host, context)
  if (!schedule.ok) return schedule
  const {
    startAt: _,
    recurrence: __,
    occurrences: ___,
    plainLink: ____,
    openToPhones: _____,
    endedAt,
    ...kept
  } = meeting
  // One that ended and gets another time is coming again.
  const isOver = endedAt !== undefined && schedule.value.startAt === meeting.startAt
  const type = input.type ?? meeting.type
  const policy = context.policyOf(host)
  const sent = input.settings ? { ...meeting.settings, ...input.settings, ...policy.forced } : meeting.settings
  const isAsBefore = type === meeting.type && input.settings?.use_pmi === undefined
  const usePmi = isAsBefore ? meeting.usePmi : sent.use_pmi === true && (type === 2 || type === 3)
  const settings = sent.use_pmi === true ? { ...sent, use_pmi: usePmi } : sent
  const password = changedPasscode({ ...meeting, type, usePmi, settings }, input, policy, context)
  if (!password.ok) return password
  return {
    ok: true,
    value: {
      ...kept,
      ...(isOver && { endedAt }),
      ...schedule.value,
      ...(password.value !== meeting.password && createPasscode(password.value, context.ids)),
      ...linkMarks(policy),
      type,
      topic: input.topic ?? meeting.topic,
      agenda: input.agenda ?? meeting.agenda,
      durationMinutes: input.duration ?? meeting.durationMinutes,
      preSchedule: input.pre_schedule ?? meeting.preSchedule,
      settings,
      usePmi,
      trackingFields: input.tracking_fields ? trackingFieldsFrom(input.tracking_fields) : meeting.trackingFields,
    },
  }
}

/** The same passcode keeps its links, another one makes them new (docs/zoom-facts.md §8); where one is needed, none cannot be chosen. */
function changedPasscode(
  { type, usePmi, settings, password: old }: Meeting,
  { password = old }: MeetingInput,
  policy: MeetingPolicy,
  { ids }: MeetingContext,
): Parsed<string> {
  if (password !== '') return password === old ? { ok: true, value: old } : lawfulPasscode(password, policy)
  const joinBeforeHost = settings.join_before_host === true
  const isNeeded = old !== '' && policy.needsPasscode({ type, usePmi, joinBeforeHost, isOld: true })
  return { ok: true, value: isNeeded ? generatePasscode(ids, policy.requirement) : '' }
}

type Times = Schedule & Pick<Meeting, 'timeZone'>

function reschedule(meeting: Meeting, input: MeetingInput, host: User, context: MeetingContext): Parsed<Times> {
  const { now, switches } = context
  const type = input.type ?? meeting.type
  const timeZone =
    input.timezone === undefined
      ? meeting.timeZone
      : chooseTimeZone(input.timezone, host.timeZone, switches.unlistedZone)
  const read = input.start_time === undefined ? undefined : readStart(input.start_time, timeZone, now, switches)
  if (read && !read.ok) return read
  // A past start is ignored, and the recurrence is then not changed either (§5.4).
  const isPast = read !== undefined && read.value < now && type === meeting.type
  const sentStart = isPast ? undefined : read?.value
  const sentRecurrence = isPast ? undefined : input.recurrence

  const isSeries = timingOf({ type }) === 'series'
  const moves = sentStart !== undefined && sentStart !== meeting.startAt
  const turns = timeZone !== meeting.timeZone
  if (type === meeting.type && !moves && !(isSeries && (turns || sentRecurrence)))
    return { ok: true, value: { timeZone, ...keptTimes(meeting, input, context) } }
  // A series is changed as a whole: without its recurrence Zoom does not move it (§5.8).
  if (isSeries && sentRecurrence === undefined) return { ok: false, problems: [missingField('recurrence')] }

  const planned = planSchedule(
    {
      type,
      startAt: sentStart ?? startWithoutOne(meeting, type, context),
      durationMinutes: input.duration ?? meeting.durationMinutes,
      timeZone,
      recurrence: sentRecurrence,
    },
    now,
    switches,
  )
  if (!planned.ok) return planned
  const schedule = switches.changedDates === 'keep' ? withChangedDates(planned.value, meeting) : planned.value
  return { ok: true, value: { timeZone, ...schedule } }
}

/** The schedule with the single changes of those dates that it still has; they are known by their ids. */
function withChangedDates(schedule: Schedule, { occurrences = [], durationMinutes }: Meeting): Schedule {
  if (!schedule.occurrences) return schedule
  const isChanged = (one: Occurrence) =>
    one.status === 'deleted' ||
    one.changes !== undefined ||
    one.durationMinutes !== durationMinutes ||
    String(one.startAt) !== one.occurrenceId
  const changed = new Map(occurrences.filter(isChanged).map((one) => [one.occurrenceId, one]))
  return { ...schedule, occurrences: schedule.occurrences.map((one) => changed.get(one.occurrenceId) ?? one) }
}

/** The start where none is sent: of a series see the switch; what was a series and is one no more has its next date. */
function startWithoutOne(
  meeting: Meeting,
  type: Meeting['type'],
  { now, switches }: MeetingContext,
): number | undefined {
  const starts = (meeting.occurrences ?? [])
    .filter(({ status }) => status === 'available')
    .map(({ startAt }) => startAt)
    .sort((a, b) => a - b)
  if (starts.length === 0) return meeting.startAt
  if (timingOf({ type }) !== 'series') return starts.find((at) => at >= now)
  return switches.recurrenceWithoutStart === 'last_occurrence' ? starts.at(-1) : meeting.startAt
}

/** Times that stay, with single changes of occurrences; an endless series is extended with each change (§6). */
function keptTimes(meeting: Meeting, { duration }: MeetingInput, { now, switches }: MeetingContext): Schedule {
  const { startAt, recurrence } = meeting
  const minutes = duration ?? meeting.durationMinutes
  const occurrences = meeting.occurrences?.map((occurrence) =>
    occurrence.durationMinutes === meeting.durationMinutes ? { ...occurrence, durationMinutes: minutes } : occurrence,
  )
  if (occurrences && recurrence?.end_times === 0 && startAt !== undefined) {
    const timeZone = computableTimeZone(meeting.timeZone)
    const lastId = Number(occurrences.at(-1)?.occurrenceId)
    for (const at of expandSeries({ recurrence, startAt, timeZone, extendedAt: now }, switches))
      if (at > lastId) occurrences.push(createOccurrence(at, minutes))
  }
  return {
    ...(startAt !== undefined && { startAt }),
    ...(recurrence && { recurrence }),
    ...(occurrences && { occurrences }),
  }
}

import type { Meeting } from '../generated/types/schemas.ts'
import { findStartShift } from '../time/start-shift.ts'
import { formatInstant } from '../time/wall-time.ts'
import { canonicalJson } from './canonical.ts'
import { bringsBack, dateSteps } from './dates.ts'
import { agendaWithoutMarker } from './marker.ts'
import { instantFrom } from './match.ts'
import type { WantedMeeting } from './record.ts'

/**
 * The fields of `to` in which any of `froms` may differ from it, as a change sends them: only these, since a change of the times
 * drops the dates of a series that were changed singly (docs/zoom-facts.md §6). The times go together, and settings key by key.
 */
export function changedFields(froms: readonly WantedMeeting[], to: WantedMeeting): Record<string, unknown> {
  const differs = (pick: (meeting: WantedMeeting) => unknown) =>
    froms.some((from) => canonicalJson(pick(from)) !== canonicalJson(pick(to)))
  const changed: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(to.fields))
    if (name !== 'settings' && !timeNames.includes(name) && differs(({ fields }) => fields[name])) changed[name] = value
  const settings = Object.entries((to.fields.settings ?? {}) as object).filter(([name]) =>
    differs(({ fields }) => ((fields.settings ?? {}) as Record<string, unknown>)[name]),
  )
  if (settings.length > 0) changed.settings = Object.fromEntries(settings)
  if (timeNames.some((name) => differs(({ fields }) => fields[name])) || froms.some((from) => bringsBack(from, to)))
    for (const name of timeNames) if (to.fields[name] !== undefined) changed[name] = to.fields[name]
  return changed
}

const timeNames = ['type', 'start_time', 'timezone', 'recurrence', 'duration']

/**
 * The fields in which a meeting read at Zoom is not what it should be: topic, start, length, agenda, passcode and single dates.
 * Settings are not compared, since an account may overrule them.
 */
export function differencesAtZoom(meeting: Meeting, should: WantedMeeting, now: number): string[] {
  const { topic, duration, agenda, password } = should.fields
  const { meant } = should
  const differs: string[] = []
  if (topic !== undefined && meeting.topic !== topic) differs.push('topic')
  if (meant !== undefined && findStartShift({ meant, meeting: asItsRuleSays(meeting) }) !== undefined)
    differs.push('start_time')
  if (duration !== undefined && meeting.duration !== duration) differs.push('duration')
  if (password !== undefined && meeting.password !== undefined && meeting.password !== password)
    differs.push('password')
  // An agenda that Zoom hides says nothing.
  const shown = meeting.agenda ?? ''
  if (agenda !== undefined && shown !== '' && agendaWithoutMarker(shown) !== agenda) differs.push('agenda')
  if (!differs.includes('start_time') && hasOtherDates(meeting, should, now)) differs.push('dates')
  return differs
}

/** A series without what was done to single dates: each names its first start (docs/zoom-facts.md §6). */
function asItsRuleSays(meeting: Meeting): Pick<Meeting, 'start_time' | 'occurrences'> {
  const { start_time, occurrences } = meeting
  return {
    ...(start_time !== undefined && { start_time }),
    ...(occurrences && {
      occurrences: occurrences.map((one) => ({ ...one, start_time: formatInstant(Number(one.occurrence_id)) })),
    }),
  }
}

/** Whether a date to come is left out, moved or of another length although it should not be, or the other way round. */
function hasOtherDates(meeting: Meeting, { dates = [] }: WantedMeeting, now: number): boolean {
  const named = new Set(dates.map(({ originalAt }) => String(originalAt)))
  const isOther = (meeting.occurrences ?? []).some(
    ({ occurrence_id, start_time, status, duration }) =>
      !named.has(occurrence_id) &&
      Number(occurrence_id) > now &&
      (status === 'deleted' || instantFrom(start_time) !== Number(occurrence_id) || duration !== meeting.duration),
  )
  return isOther || dateSteps(meeting, dates, now).length > 0
}

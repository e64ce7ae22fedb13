import type { Meeting } from '../generated/types/schemas.ts'
import { findStartShift } from '../time/start-shift.ts'
import { canonicalJson } from './canonical.ts'
import { agendaWithoutMarker } from './marker.ts'
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
  if (timeNames.some((name) => differs(({ fields }) => fields[name])))
    for (const name of timeNames) if (to.fields[name] !== undefined) changed[name] = to.fields[name]
  return changed
}

const timeNames = ['type', 'start_time', 'timezone', 'recurrence', 'duration']

/**
 * The fields in which a meeting read at Zoom is not what it should be: topic, start, length, agenda and passcode. Settings are not
 * compared, since an account may overrule them.
 */
export function differencesAtZoom(meeting: Meeting, { fields, meant }: WantedMeeting): string[] {
  const differs: string[] = []
  const { topic, duration, agenda, password } = fields
  if (topic !== undefined && meeting.topic !== topic) differs.push('topic')
  if (findStartShift({ meant: meant ?? { first: Number.NaN }, meeting }) !== undefined && meant !== undefined)
    differs.push('start_time')
  if (duration !== undefined && meeting.duration !== duration) differs.push('duration')
  if (password !== undefined && meeting.password !== undefined && meeting.password !== password)
    differs.push('password')
  // An agenda that Zoom hides says nothing.
  const shown = meeting.agenda ?? ''
  if (agenda !== undefined && shown !== '' && agendaWithoutMarker(shown) !== agenda) differs.push('agenda')
  return differs
}

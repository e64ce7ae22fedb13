import type { Meeting } from '../generated/types/schemas.ts'
import { findStartShift } from '../time/start-shift.ts'
import { canonicalJson } from './canonical.ts'
import { agendaWithoutMarker } from './marker.ts'
import type { WantedMeeting } from './record.ts'

/**
 * The fields of `to` that differ from `from`, as a change sends them: only these, since a change of the times drops the dates of a
 * series that were changed singly (docs/zoom-facts.md §6). The times go together, and settings key by key.
 */
export function changedFields(from: WantedMeeting, to: WantedMeeting): Record<string, unknown> {
  const isSame = (name: string) => canonicalJson(from.fields[name]) === canonicalJson(to.fields[name])
  const changed: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(to.fields))
    if (!isTime(name) && name !== 'settings' && !isSame(name)) changed[name] = value
  const settings = changedKeys(from.fields.settings, to.fields.settings)
  if (Object.keys(settings).length > 0) changed.settings = settings
  if (timeNames.some((name) => !isSame(name)))
    for (const name of timeNames) if (to.fields[name] !== undefined) changed[name] = to.fields[name]
  return changed
}

const timeNames = ['type', 'start_time', 'timezone', 'recurrence', 'duration']
const isTime = (name: string): boolean => timeNames.includes(name)

function changedKeys(from: unknown, to: unknown): Record<string, unknown> {
  const before = (from ?? {}) as Record<string, unknown>
  const entries = Object.entries((to ?? {}) as Record<string, unknown>)
  return Object.fromEntries(entries.filter(([name, value]) => canonicalJson(before[name]) !== canonicalJson(value)))
}

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

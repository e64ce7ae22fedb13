import { presentSettings } from '../check-settings.ts'
import type { MeetingFields } from '../meeting-types/meeting-fields.ts'
import type { ResolvedTimes } from './resolve-times.ts'

/** The body that Zoom is sent: the caller's fields, with its times and lists in Zoom's form. */
export function presentFields(input: MeetingFields, times: ResolvedTimes): Record<string, unknown> {
  const { start_time: _start, timezone: _zone, recurrence: _rule, type: _type, settings, ...plain } = input
  return { ...plain, ...times.fields, ...(settings === undefined ? {} : { settings: presentSettings(settings) }) }
}

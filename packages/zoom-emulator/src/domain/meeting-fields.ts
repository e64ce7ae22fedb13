import type { Meeting } from './entities.ts'
import { type FieldProblem, invalidParameter, type Parsed } from './field-problem.ts'
import { type Fields, flag, group, int, list, oneInt, parseFields, text } from './fields.ts'
import { createSettingsFields, updateSettingsFields } from './meeting-settings-fields.ts'
import { passcodeProblem } from './passcode.ts'
import type { RecurrenceInput } from './recurrence-rule.ts'

/** The body of a create or a change, each field of the right type (docs/zoom-facts.md §5.3). */
export interface MeetingInput {
  topic?: string
  type?: Meeting['type']
  agenda?: string
  start_time?: string
  /** Minutes. */
  duration?: number
  timezone?: string
  password?: string
  default_password?: boolean
  pre_schedule?: boolean
  schedule_for?: string
  template_id?: string
  tracking_fields?: { field?: string; value?: string }[]
  recurrence?: RecurrenceInput
  settings?: Record<string, unknown>
}

/** The limits of `repeat_interval` and `end_times` are switches: `parseRecurrence` checks them. */
const anyCount = int(-1_000_000, 1_000_000)

const recurrenceFields: Fields<RecurrenceInput> = {
  type: oneInt(1, 2, 3),
  repeat_interval: anyCount,
  weekly_days: text(64),
  monthly_day: int(1, 31),
  monthly_week: oneInt(-1, 1, 2, 3, 4),
  monthly_week_day: int(1, 7),
  end_times: anyCount,
  end_date_time: text(64),
}

/** The fields that webinars have too. */
export const sharedFields: Omit<Fields<MeetingInput>, 'type' | 'default_password' | 'pre_schedule' | 'settings'> = {
  topic: text(200),
  agenda: text(2000),
  start_time: text(64),
  duration: int(1, 1440),
  timezone: text(128),
  password: text(10),
  schedule_for: text(128),
  template_id: text(128),
  tracking_fields: list(group({ field: text(128), value: text(256) } satisfies Fields<object>, 'field')),
  recurrence: group(recurrenceFields),
}

const createFields: Fields<MeetingInput> = {
  ...sharedFields,
  type: oneInt(1, 2, 3, 8, 10),
  default_password: flag,
  pre_schedule: flag,
  settings: group(createSettingsFields),
}
const updateFields: Fields<MeetingInput> = { ...createFields, settings: group(updateSettingsFields) }

/** Reads the body of a create. */
export function parseCreate(body: object, coerceText: boolean): Parsed<MeetingInput> {
  return withRules(parseFields(createFields, body, coerceText))
}

/** Reads the body of a change. */
export function parseUpdate(body: object, coerceText: boolean): Parsed<MeetingInput> {
  return withRules(parseFields(updateFields, body, coerceText))
}

/** Rules that touch more than one field's type. */
export function withRules(parsed: Parsed<MeetingInput>): Parsed<MeetingInput> {
  if (!parsed.ok) return parsed
  const { password, settings } = parsed.value
  const problems: FieldProblem[] = []
  const passcode = password === undefined ? undefined : passcodeProblem(password)
  if (passcode) problems.push(passcode)
  if (settings?.request_permission_to_unmute_participants && settings.allow_host_control_participant_mute_state)
    problems.push(invalidParameter('settings.allow_host_control_participant_mute_state'))
  return problems.length > 0 ? { ok: false, problems } : parsed
}

import { invalidInput } from '../../errors.ts'
import { meetingsOperations } from '../../generated/meetings.ts'
import { meetingSettingKinds } from '../../generated/setting-kinds.ts'
import { checkBoolean, checkInteger, checkList, checkOneOf, checkText } from '../check.ts'
import { namesOf } from '../check-input.ts'
import { checkNames } from '../check-names.ts'
import { checkSettings } from '../check-settings.ts'
import type { CreateMeetingInput } from '../meeting-types/create-input.ts'
import type { MeetingFields } from '../meeting-types/meeting-fields.ts'
import type { MeetingSettings } from '../meeting-types/settings.ts'
import type { UpdateMeetingInput } from '../meeting-types/update-input.ts'
import { checkOccurrenceId } from './meeting-id.ts'

/** What Zoom changes of one date of a series (docs/zoom-facts.md §5.8). `timezone` says how `start_time` is read. */
const occurrenceFields = ['meetingId', 'occurrence_id', 'agenda', 'start_time', 'timezone', 'duration', 'settings']
const occurrenceSettings = [
  'host_video',
  'participant_video',
  'join_before_host',
  'mute_upon_entry',
  'waiting_room',
  'watermark',
  'auto_recording',
]

/** Checks what `create` was given; throws `invalid_input`. */
export function checkCreateFields(input: CreateMeetingInput): void {
  checkNames(input, namesOf(meetingsOperations.create), { inSettings: Object.keys(meetingSettingKinds) })
  for (const [name, value] of Object.entries(input))
    if ((name === 'meetingId' || name === 'occurrence_id') && value !== undefined)
      throw invalidInput(name, value, 'create makes a new meeting: change one with update.')
  checkBoolean('default_password', input.default_password)
  checkFields(input)
  checkTypeOfCreate(input)
}

/** Checks what `update` was given; throws `invalid_input`. */
export function checkUpdateFields(input: UpdateMeetingInput): void {
  checkNames(input, namesOf(meetingsOperations.update), { inSettings: Object.keys(meetingSettingKinds) })
  checkOccurrenceId(input.occurrence_id)
  checkFields(input)
  const { meetingId: _id, occurrence_id: _occurrence, ...changes } = input
  if (Object.values(changes).every((value) => value === undefined))
    throw invalidInput('topic', undefined, 'Nothing is to change: give at least one field.')
  if (input.occurrence_id !== undefined) checkOccurrenceFields(input)
  else checkTimesOfUpdate(input)
}

function checkFields(input: MeetingFields): void {
  checkText('topic', input.topic, 200)
  checkText('agenda', input.agenda, 2000)
  checkInteger('duration', input.duration, 1, 1440)
  checkOneOf('type', input.type, [1, 2, 3, 8, 10])
  checkText('password', input.password, 10)
  // Zoom's safe set is letters, digits, @ - _ *; newer accounts take other marks too, none of them takes these.
  if (input.password !== undefined && !/^[!-~]*$/.test(input.password))
    throw invalidInput('password', input.password, 'Use letters, digits and @ - _ * without spaces.')
  checkBoolean('pre_schedule', input.pre_schedule)
  checkText('schedule_for', input.schedule_for)
  checkText('template_id', input.template_id)
  checkList('tracking_fields', input.tracking_fields)
  if (input.settings !== undefined) checkMeetingSettings(input.settings)
}

function checkMeetingSettings(settings: MeetingSettings): void {
  checkSettings(settings, meetingSettingKinds)
  if (settings.request_permission_to_unmute_participants && settings.allow_host_control_participant_mute_state)
    throw invalidInput(
      'settings.allow_host_control_participant_mute_state',
      true,
      'It excludes request_permission_to_unmute_participants: leave one of the two out.',
    )
}

/** Combinations that Zoom would silently read as something else (docs/zoom-facts.md §5.3, §6). */
function checkTypeOfCreate({ type, recurrence, start_time, schedule_for }: CreateMeetingInput): void {
  if (recurrence !== undefined && type !== undefined && type !== 8)
    throw invalidInput('type', type, 'With recurrence the type is 8: leave type out, or leave recurrence out.')
  if (type === 8 && recurrence === undefined)
    throw invalidInput(
      'recurrence',
      undefined,
      'Type 8 repeats at fixed times: say how, or use type 3 for no fixed time.',
    )
  if (recurrence !== undefined && start_time === undefined)
    throw invalidInput('start_time', undefined, 'A series needs its first start.')
  if ((type === 1 || type === 3) && start_time !== undefined)
    throw invalidInput('start_time', start_time, `Type ${type} has no fixed time: leave start_time out, or use type 2.`)
  if (type === 1 && schedule_for !== undefined)
    throw invalidInput('schedule_for', schedule_for, 'An instant meeting belongs to the caller: use type 2.')
}

/** A change of times has to be whole, or Zoom completes it in its own way (docs/zoom-facts.md §5.8, §6). */
function checkTimesOfUpdate({ type, recurrence, start_time, timezone }: UpdateMeetingInput): void {
  if (recurrence !== undefined && start_time === undefined)
    throw invalidInput(
      'start_time',
      undefined,
      'With recurrence give the first start too: without it Zoom was seen to choose its own.',
    )
  if (recurrence !== undefined && type !== undefined && type !== 8)
    throw invalidInput('type', type, 'With recurrence the type is 8: leave type out.')
  if (type === 8 && recurrence === undefined)
    throw invalidInput('recurrence', undefined, 'Type 8 repeats at fixed times: give recurrence with start_time.')
  if (timezone !== undefined && start_time === undefined && type !== 3)
    throw invalidInput(
      'start_time',
      undefined,
      'With timezone give start_time too: a zone alone does not say which of the two is to stay, instant or wall time.',
    )
}

function checkOccurrenceFields(input: UpdateMeetingInput): void {
  const refuse = (field: string, value: unknown) => {
    if (value !== undefined)
      throw invalidInput(
        field,
        value,
        'Zoom changes it for the whole series only: leave occurrence_id out, or this field.',
      )
  }
  for (const [name, value] of Object.entries(input)) if (!occurrenceFields.includes(name)) refuse(name, value)
  for (const [name, value] of Object.entries(input.settings ?? {}))
    if (!occurrenceSettings.includes(name)) refuse(`settings.${name}`, value)
  if (input.timezone !== undefined && input.start_time === undefined) refuse('timezone', input.timezone)
}

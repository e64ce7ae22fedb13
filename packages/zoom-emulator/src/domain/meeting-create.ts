import type { Meeting, User } from './entities.ts'
import type { Parsed } from './field-problem.ts'
import type { Ids } from './ids.ts'
import type { MeetingInput } from './meeting-fields.ts'
import { planSchedule, readStart } from './meeting-schedule.ts'
import { createPasscode, generatePassword } from './passcode.ts'
import type { Switches } from './switches.ts'
import { chooseTimeZone } from './time-zone.ts'

/** What making and changing a meeting needs besides the meeting. */
export interface MeetingContext {
  readonly now: number
  readonly ids: Ids
  readonly switches: Switches
}

export interface NewMeeting {
  readonly id: number
  readonly host: User
  /** Who scheduled it for the host. */
  readonly assistantId?: string
  readonly input: MeetingInput
}

const defaultTopic = 'Zoom Meeting'
const defaultMinutes = 60

/** Makes a meeting out of a body that was read (docs/zoom-facts.md §5.3, §5.4). */
export function createMeeting({ id, host, assistantId, input }: NewMeeting, context: MeetingContext): Parsed<Meeting> {
  const { now, ids, switches } = context
  const type = input.type ?? 2
  const timeZone = chooseTimeZone(input.timezone, host.timeZone, switches.unlistedZone)
  const durationMinutes = input.duration ?? defaultMinutes
  const start = input.start_time === undefined ? undefined : readStart(input.start_time, timeZone, now, switches)
  if (start && !start.ok) return start
  const schedule = planSchedule(
    { type, startAt: start?.value, durationMinutes, timeZone, recurrence: input.recurrence },
    now,
    switches,
  )
  if (!schedule.ok) return schedule
  return {
    ok: true,
    value: {
      id,
      uuid: ids.uuid(),
      accountId: host.accountId,
      hostId: host.id,
      ...(assistantId !== undefined && { assistantId }),
      topic: input.topic || defaultTopic,
      agenda: input.agenda ?? '',
      type,
      status: 'waiting',
      ...schedule.value,
      durationMinutes,
      timeZone,
      ...createPasscode(passwordFor(input, context), ids),
      preSchedule: input.pre_schedule ?? false,
      usePmi: input.settings?.use_pmi === true && (type === 2 || type === 3),
      settings: input.settings ?? {},
      trackingFields: trackingFieldsFrom(input.tracking_fields),
      createdAt: now,
      creationSource: 'open_api',
    },
  }
}

/** The fields as they are kept: one without a value has an empty one. */
export function trackingFieldsFrom(sent: MeetingInput['tracking_fields']): Meeting['trackingFields'] {
  return (sent ?? []).map(({ field = '', value = '' }) => ({ field, value }))
}

/** `default_password` counts where no passcode is sent, the empty one included (docs/zoom-facts.md §5.3). */
function passwordFor({ password, default_password }: MeetingInput, { ids, switches }: MeetingContext): string {
  if (password) return password
  return default_password === false && !switches.enforcePasscode ? '' : generatePassword(ids)
}

import type { Meeting, User } from './entities.ts'
import { invalidParameter, type Parsed } from './field-problem.ts'
import type { Ids } from './ids.ts'
import type { MeetingInput } from './meeting-fields.ts'
import type { MeetingPolicy, PasscodeCase } from './meeting-policy.ts'
import { planSchedule, readStart } from './meeting-schedule.ts'
import { createPasscode } from './passcode.ts'
import { generatePasscode, meetsRequirement } from './passcode-requirement.ts'
import type { Switches } from './switches.ts'
import { chooseTimeZone } from './time-zone.ts'

/** What making and changing a meeting needs besides the meeting. */
export interface MeetingContext {
  readonly now: number
  readonly ids: Ids
  readonly switches: Switches
  /** What the host's settings and the account say about the host's meetings. */
  policyOf(host: User): MeetingPolicy
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
  const policy = context.policyOf(host)
  const sent = input.settings
  const usePmi =
    sent?.use_pmi === undefined ? policy.usesRoom(type) : sent.use_pmi === true && (type === 2 || type === 3)
  // What was sent over what the host's settings give, and over both what the account has locked (docs/zoom-facts.md §5.5).
  const settings: Record<string, unknown> = {
    ...policy.defaults,
    ...sent,
    ...policy.forced,
    ...((usePmi || sent?.use_pmi !== undefined) && { use_pmi: usePmi }),
  }
  const joinBeforeHost = settings.join_before_host === true
  const password = passwordFor(input, policy, { type, usePmi, joinBeforeHost }, ids)
  if (!password.ok) return password
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
      ...createPasscode(password.value, ids),
      ...linkMarks(policy),
      preSchedule: input.pre_schedule ?? false,
      usePmi,
      settings,
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

/**
 * The passcode that is sent, if it is as the account wants them; else, unless none is wanted and none is needed, that of the personal
 * room or of the host's settings, or a new one. `default_password` counts where none is sent, the empty one included (§5.3).
 */
function passwordFor(
  { password, default_password }: MeetingInput,
  policy: MeetingPolicy,
  meeting: PasscodeCase,
  ids: Ids,
): Parsed<string> {
  if (password) return lawfulPasscode(password, policy)
  if (default_password === false && !policy.needsPasscode(meeting)) return { ok: true, value: '' }
  const given = (meeting.usePmi && policy.roomPasscode) || (meeting.type !== 1 && policy.defaultPasscode)
  return { ok: true, value: given || generatePasscode(ids, policy.requirement) }
}

/** The passcode, or 400/300 on it where it breaks the requirement of the host's settings. */
export function lawfulPasscode(password: string, { requirement }: MeetingPolicy): Parsed<string> {
  if (meetsRequirement(password, requirement)) return { ok: true, value: password }
  return { ok: false, problems: [invalidParameter('password')] }
}

/** How links and telephones deal with the passcode, by the host's settings. */
export function linkMarks({
  embedsPasscode,
  phonesNeedPasscode,
}: MeetingPolicy): Pick<Meeting, 'plainLink' | 'openToPhones'> {
  return { ...(!embedsPasscode && { plainLink: true }), ...(!phonesNeedPasscode && { openToPhones: true }) }
}

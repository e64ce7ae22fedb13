import type { Account, Meeting, SettingsGroups, User } from './entities.ts'
import type { PasscodeRequirement } from './passcode-requirement.ts'
import { isLocked, settingsOf } from './user-settings.ts'

/** What a host's settings, and the account's locks, say about the host's meetings. */
export interface MeetingPolicy {
  /** Settings of a meeting that a new account would not have; what is sent counts more. */
  readonly defaults: Readonly<Record<string, unknown>>
  /** Settings that the account has locked: they count more than what is sent. */
  readonly forced: Readonly<Record<string, unknown>>
  readonly requirement: PasscodeRequirement
  /** A passcode that automatic ones have; empty: a new one for each meeting. */
  readonly defaultPasscode: string
  /** The passcode of the personal room; empty where it has none. */
  readonly roomPasscode: string
  readonly embedsPasscode: boolean
  readonly phonesNeedPasscode: boolean
  /** Whether meetings take place in the personal room where the caller does not say. */
  usesRoom(type: Meeting['type']): boolean
  /** Whether a meeting of this kind has to have a passcode. */
  needsPasscode(meeting: PasscodeCase): boolean
  /** How many meetings the host can run at the same time. */
  readonly atOnce: number
}

export interface PasscodeCase {
  readonly type: Meeting['type']
  readonly usePmi: boolean
  readonly joinBeforeHost: boolean
  /** It was made before, and is changed now. */
  readonly isOld?: boolean
}

/** Which of the user's settings is the default of which setting of a meeting, and what a new account has (docs/zoom-facts.md §5.5). */
const followers: readonly (readonly [meeting: string, group: string, setting: string, plain: unknown])[] = [
  ['host_video', 'schedule_meeting', 'host_video', false],
  ['participant_video', 'schedule_meeting', 'participants_video', false],
  ['join_before_host', 'schedule_meeting', 'join_before_host', false],
  ['audio', 'schedule_meeting', 'audio_type', 'both'],
  ['waiting_room', 'in_meeting', 'waiting_room', false],
  ['auto_recording', 'recording', 'auto_recording', 'none'],
  ['request_permission_to_unmute_participants', 'in_meeting', 'request_permission_to_unmute_participants', false],
  ['meeting_authentication', 'authentication', 'meeting_authentication', false],
  ['encryption_type', 'meeting_security', 'encryption_type', 'enhanced_encryption'],
]

const known = new WeakMap<SettingsGroups, { readonly enforced: boolean; readonly policy: MeetingPolicy }>()

/** @param enforced every meeting has a passcode, whatever the settings say: the switch `enforcePasscode`. */
export function meetingPolicyOf(account: Account, host: User, enforced: boolean): MeetingPolicy {
  const settings = settingsOf(account, host)
  const before = known.get(settings)
  if (before?.enforced === enforced) return before.policy
  const policy = readPolicy(account, host, settings, enforced)
  known.set(settings, { enforced, policy })
  return policy
}

function readPolicy(account: Account, host: User, settings: SettingsGroups, enforced: boolean): MeetingPolicy {
  const defaults: Record<string, unknown> = {}
  const forced: Record<string, unknown> = {}
  for (const [name, group, setting, plain] of followers) {
    const value = settings[group]?.[setting]
    if (isLocked(account, group, setting)) forced[name] = value
    else if (value !== plain) defaults[name] = value
  }
  const schedule = settings.schedule_meeting ?? {}
  return {
    defaults,
    forced,
    // The defaults fill every field of it.
    requirement: schedule.meeting_password_requirement as PasscodeRequirement,
    defaultPasscode: String(schedule.default_password_for_scheduled_meetings),
    roomPasscode: String(schedule.pmi_password),
    embedsPasscode: schedule.embed_password_in_join_link !== false,
    phonesNeedPasscode: schedule.pstn_password_protected !== false,
    usesRoom: (type) =>
      (type === 1 && schedule.use_pmi_for_instant_meetings === true) ||
      ((type === 2 || type === 3) && schedule.use_pmi_for_scheduled_meetings === true),
    needsPasscode({ type, usePmi, joinBeforeHost, isOld }) {
      if (enforced) return true
      if (usePmi) {
        const room = schedule.require_password_for_pmi_meetings
        return room === 'all' || (room === 'jbh_only' && joinBeforeHost)
      }
      if (type === 1) return schedule.require_password_for_instant_meetings === true
      const forOld = isOld === true && schedule.require_password_for_scheduled_meetings === true
      return forOld || schedule.require_password_for_scheduling_new_meetings === true
    },
    atOnce: meetingsAtOnce(host, settings.feature?.concurrent_meeting),
  }
}

/** Basic and Pro one, licensed Business two (docs/zoom-facts.md §10, 6); the number of the Plus feature is believed. */
function meetingsAtOnce({ type }: User, feature: unknown): number {
  if (type !== 2 || feature === 'None') return 1
  return feature === 'Plus' ? 20 : 2
}

/** Whether answers about the account's meetings show no agenda: its setting `hide_meeting_description`. */
export function hidesAgenda({ settings }: Account): boolean {
  const hiding = settings?.schedule_meeting?.hide_meeting_description
  return typeof hiding === 'object' && hiding !== null && 'enable' in hiding && hiding.enable === true
}

/** A meeting as it looks where agendas are hidden. */
export function withoutAgenda(meeting: Meeting): Meeting {
  const { occurrences } = meeting
  if (!occurrences) return { ...meeting, agenda: '' }
  const dates = occurrences.map((occurrence) => {
    if (occurrence.changes?.agenda === undefined) return occurrence
    const { changes, ...date } = occurrence
    return changes.settings ? { ...date, changes: { settings: changes.settings } } : date
  })
  return { ...meeting, agenda: '', occurrences: dates }
}

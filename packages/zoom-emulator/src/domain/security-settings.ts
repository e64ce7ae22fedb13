import type { SettingsGroups } from './entities.ts'

/** Names of `option=meeting_security` that say what a setting of another group says too. */
const shared: Readonly<Record<string, readonly [group: string, name: string]>> = {
  waiting_room: ['in_meeting', 'waiting_room'],
  end_to_end_encrypted_meetings: ['in_meeting', 'e2e_encryption'],
  embed_password_in_join_link: ['schedule_meeting', 'embed_password_in_join_link'],
  meeting_password: ['schedule_meeting', 'require_password_for_scheduling_new_meetings'],
  meeting_password_requirement: ['schedule_meeting', 'meeting_password_requirement'],
  phone_password: ['schedule_meeting', 'pstn_password_protected'],
  pmi_password: ['schedule_meeting', 'require_password_for_pmi_meetings'],
  require_password_for_scheduled_meeting: ['schedule_meeting', 'require_password_for_scheduled_meetings'],
}

/** The settings as `option=meeting_security` shows them (docs/zoom-facts.md §4). */
export function securityView(settings: SettingsGroups): Record<string, unknown> {
  const view: Record<string, unknown> = { ...settings.meeting_security }
  for (const [name, [group, setting]] of Object.entries(shared)) {
    const value = settings[group]?.[setting]
    view[name] = name === 'pmi_password' ? value !== 'none' : value
  }
  return view
}

/** The same change in the groups that hold its settings; also of an account's settings and locks, whose names differ a little. */
export function homeGroups(settings: SettingsGroups): SettingsGroups {
  const homes: Record<string, Record<string, unknown>> = {}
  for (const [group, values] of Object.entries(settings))
    for (const [name, value] of Object.entries(values)) {
      const [home, setting] = homeOf(group, name)
      const kept = name === 'pmi_password' && group === 'meeting_security' && typeof value === 'boolean'
      homes[home] = { ...homes[home], [setting]: kept ? (value ? 'all' : 'none') : value }
    }
  return homes
}

/** Locks in the groups that hold their settings. */
export function homeLocks(locks: Readonly<Record<string, Readonly<Record<string, unknown>>>>): SettingsGroups {
  const homes: Record<string, Record<string, unknown>> = {}
  for (const [group, values] of Object.entries(locks))
    for (const [name, value] of Object.entries(values)) {
      const [home, setting] = homeOf(group, name)
      homes[home] = { ...homes[home], [setting]: value }
    }
  return homes
}

function homeOf(group: string, name: string): readonly [group: string, name: string] {
  if (group === 'meeting_security' && Object.hasOwn(shared, name)) return shared[name] ?? [group, name]
  if (group === 'schedule_meeting' && name === 'participant_video') return [group, 'participants_video']
  return [group, name]
}

import { invalidInput } from '../../errors.ts'
import { checkBoolean, checkList, checkObject, checkOneOf, checkText } from '../check.ts'
import { checkNames } from '../check-names.ts'
import type { MeetingSettings } from '../meeting-types/settings.ts'
import { type SettingKind, settingKinds, settingNames } from './setting-kinds.ts'

/** The most characters, or elements, of those settings that have a limit (docs/zoom-facts.md §5.5). */
const most: Readonly<Record<string, number>> = { audio_conference_info: 2048, custom_keys: 10 }

/** Checks the settings of a create or an update; throws `invalid_input` with the path of the field. */
export function checkSettings(settings: MeetingSettings): void {
  checkObject('settings', settings)
  checkNames(settings, settingNames, { within: 'settings.' })
  for (const [name, kind] of Object.entries<SettingKind>(settingKinds))
    checkSetting(`settings.${name}`, settings[name as keyof MeetingSettings], kind, most[name])
  checkAlternativeHosts(settings.alternative_hosts)
  if (settings.request_permission_to_unmute_participants && settings.allow_host_control_participant_mute_state)
    throw invalidInput(
      'settings.allow_host_control_participant_mute_state',
      true,
      'It excludes request_permission_to_unmute_participants: leave one of the two out.',
    )
}

function checkSetting(field: string, value: unknown, kind: SettingKind, most: number | undefined): void {
  if (kind === 'boolean') checkBoolean(field, value)
  else if (kind === 'text') checkText(field, value, most)
  else if (kind === 'list') checkList(field, value, most)
  else if (kind === 'object') checkObject(field, value)
  else checkOneOf(field, value, kind)
}

function checkAlternativeHosts(hosts: MeetingSettings['alternative_hosts']): void {
  const field = 'settings.alternative_hosts'
  if (hosts === undefined) return
  const list = Array.isArray(hosts) ? hosts : [hosts]
  for (const host of list) {
    if (typeof host !== 'string')
      throw invalidInput(field, hosts, 'Give e-mail addresses or user ids as a list of texts.')
    if (host.includes(',')) throw invalidInput(field, hosts, 'Give a list, or separate the hosts with ";".')
  }
}

import { invalidInput } from '../errors.ts'
import { checkBoolean, checkInteger, checkList, checkObject, checkOneOf, checkText } from './check.ts'
import { checkNames } from './check-names.ts'

/** What a setting holds: one of a few values, or a type with the most characters or elements that Zoom takes. */
export interface SettingKind {
  readonly type?: 'boolean' | 'text' | 'number' | 'list' | 'object'
  readonly most?: number
  readonly oneOf?: readonly (string | number)[]
}

export type SettingKinds = Readonly<Record<string, SettingKind>>

/** Settings with the hosts that may stand in, as the caller may write them. */
export interface SettingsInput {
  readonly alternative_hosts?: string | readonly string[] | undefined
}

/** Checks the settings of a create or an update; throws `invalid_input` with the path of the field. */
export function checkSettings(settings: SettingsInput, kinds: SettingKinds): void {
  checkObject('settings', settings)
  checkNames(settings, Object.keys(kinds), { within: 'settings.' })
  const { alternative_hosts, ...others } = settings
  for (const [name, value] of Object.entries(others)) {
    const kind = kinds[name]
    if (kind !== undefined) checkSetting(`settings.${name}`, value, kind)
  }
  checkAlternativeHosts(alternative_hosts)
}

/** The settings as Zoom takes them: a list of alternative hosts becomes its text. */
export function presentSettings<Settings extends SettingsInput>(settings: Settings): Settings {
  const hosts = settings.alternative_hosts
  return Array.isArray(hosts) ? { ...settings, alternative_hosts: hosts.join(';') } : settings
}

function checkSetting(field: string, value: unknown, { type, most, oneOf }: SettingKind): void {
  if (oneOf) checkOneOf(field, value, oneOf)
  else if (type === 'boolean') checkBoolean(field, value)
  else if (type === 'text') checkText(field, value, most)
  else if (type === 'list') checkList(field, value, most)
  else if (type === 'number') checkInteger(field, value, 0)
  else checkObject(field, value)
}

function checkAlternativeHosts(hosts: SettingsInput['alternative_hosts']): void {
  const field = 'settings.alternative_hosts'
  if (hosts === undefined) return
  const list = Array.isArray(hosts) ? hosts : [hosts]
  for (const host of list) {
    if (typeof host !== 'string')
      throw invalidInput(field, hosts, 'Give e-mail addresses or user ids as a list of texts.')
    if (host.includes(',')) throw invalidInput(field, hosts, 'Give a list, or separate the hosts with ";".')
  }
}

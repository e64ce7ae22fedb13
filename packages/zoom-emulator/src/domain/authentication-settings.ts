import type { SettingsGroups } from './entities.ts'
import { type FieldProblem, invalidParameter, type Parsed } from './field-problem.ts'
import { type Fields, flag, group, oneOf, parseFields, text } from './fields.ts'

/** Who may come: signed in to Zoom, of a domain, or of this account. */
export interface AuthenticationOption {
  readonly id: string
  readonly name: string
  readonly type: string
  readonly default_option: boolean
  readonly visible: boolean
  readonly domains?: string
}

/** What is signed in for: a meeting, or a recording. */
export type Guarded = 'meeting' | 'recording'

interface OptionChange {
  action: 'update' | 'show' | 'hide'
  id: string
  name: string
  type: string
  domains: string
  default_option: boolean
}

const startingOptions: Readonly<Record<Guarded, readonly AuthenticationOption[]>> = {
  meeting: [
    { id: 'signin_zoom', name: 'Sign in to Zoom', type: 'enforce_login', default_option: true, visible: true },
    {
      id: 'signin_account',
      name: 'Signed-in users in my account',
      type: 'enforce_login_with_same_account',
      default_option: false,
      visible: true,
    },
  ],
  recording: [
    {
      id: 'recording_account',
      name: 'Signed-in users in my account',
      type: 'internally',
      default_option: true,
      visible: true,
    },
    { id: 'recording_zoom', name: 'Sign in to Zoom', type: 'enforce_login', default_option: false, visible: true },
  ],
}

const types: Readonly<Record<Guarded, readonly [string, ...string[]]>> = {
  meeting: ['enforce_login', 'enforce_login_with_domains', 'enforce_login_with_same_account'],
  recording: ['enforce_login', 'enforce_login_with_domains', 'internally'],
}

/** `option=meeting_authentication` or `option=recording_authentication` (docs/zoom-facts.md §4). */
export function authenticationView(settings: SettingsGroups, of: Guarded): Record<string, unknown> {
  const name = `${of}_authentication`
  return {
    [name]: settings.authentication?.[name] === true,
    authentication_options: optionsOf(settings, of),
    ...(of === 'meeting' && { allow_authentication_exception: false }),
  }
}

/** Reads such a change as one of the settings that keep it. */
export function parseAuthenticationChange(
  settings: SettingsGroups,
  of: Guarded,
  body: object,
  coerceText: boolean,
): Parsed<SettingsGroups> {
  const name = `${of}_authentication`
  const option: Fields<OptionChange> = {
    action: oneOf('update', 'show', 'hide'),
    id: text(64),
    name: text(128),
    type: oneOf(...types[of]),
    domains: text(),
    default_option: flag,
  }
  const fields = { [name]: flag, authentication_option: group(option) }
  const read = parseFields<Record<string, unknown>>(fields, body, coerceText)
  if (!read.ok) return read
  const values: Record<string, unknown> = {}
  if (read.value[name] !== undefined) values[name] = read.value[name]
  const change = read.value.authentication_option as Partial<OptionChange> | undefined
  if (change) {
    const changed = changeOption(optionsOf(settings, of), change)
    if (!Array.isArray(changed)) return { ok: false, problems: [changed] }
    values[`${of}_options`] = changed
  }
  return { ok: true, value: { authentication: values } }
}

function optionsOf(settings: SettingsGroups, of: Guarded): readonly AuthenticationOption[] {
  const kept = settings.authentication?.[`${of}_options`]
  return Array.isArray(kept) ? kept : startingOptions[of]
}

function changeOption(
  options: readonly AuthenticationOption[],
  { action, id, ...change }: Partial<OptionChange>,
): AuthenticationOption[] | FieldProblem {
  if (!action) return invalidParameter('authentication_option.action')
  if (!options.some((one) => one.id === id)) return invalidParameter('authentication_option.id')
  return options.map((one) => {
    // One alone is the default.
    if (one.id !== id) return change.default_option === true ? { ...one, default_option: false } : one
    return action === 'update' ? { ...one, ...change } : { ...one, visible: action === 'show' }
  })
}

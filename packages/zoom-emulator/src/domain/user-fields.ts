import type { UserOrigin, UserType } from './entities.ts'
import { type FieldProblem, invalidParameter, missingField, type Parsed } from './field-problem.ts'
import { type Field, type Fields, flag, group, int, list, oneInt, oneOf, parseFields, text } from './fields.ts'
import type { Switches } from './switches.ts'
import { chooseTimeZone } from './time-zone.ts'

/** The body of a new user (docs/zoom-facts.md §4). */
export interface NewUserInput {
  action: UserOrigin
  user_info: UserInfo
}

export interface UserInfo {
  email: string
  type: UserType
  first_name?: string
  last_name?: string
  display_name?: string
  password?: string
  plan_united_type?: string
  feature?: { zoom_phone?: boolean }
}

/** The body of a change. Fields of `profileNames` are kept as they come. */
export interface UserChange {
  first_name?: string
  last_name?: string
  display_name?: string
  type?: UserType
  pmi?: number
  use_pmi?: boolean
  timezone?: string
  language?: string
  dept?: string
  vanity_name?: string
  host_key?: string
  about_me?: string
  linkedin_url?: string
  plan_united_type?: string
  zoom_one_type?: number
  profile?: Record<string, unknown>
}

const plans: readonly string[] = Array.from({ length: 18 }, (_, power) => String(2 ** power))

const infoFields: Fields<UserInfo> = {
  email: email(),
  type: oneInt(1, 2, 99),
  first_name: text(64),
  last_name: text(64),
  display_name: text(128),
  password: text(32),
  plan_united_type: oneOf(...plans),
  feature: group({ zoom_phone: flag } satisfies Fields<object>),
}

const phoneNumber = group({
  code: text(8),
  country: text(2),
  label: oneOf('Mobile', 'Office', 'Home', 'Fax'),
  number: text(32),
} satisfies Fields<object>)

/** What only is stored and shown again. */
const profileFields: Fields<Record<string, unknown>> = {
  cms_user_id: text(256),
  company: text(255),
  cost_center: text(256),
  custom_attributes: list(group({ key: text(64), name: text(64), value: text(256) } satisfies Fields<object>), 50),
  job_title: text(128),
  location: text(256),
  manager: email(),
  phone_country: text(2),
  phone_number: text(32),
  phone_numbers: list(phoneNumber, 30),
  pronouns: text(50),
  pronouns_option: oneInt(1, 2, 3),
}

const changeFields: Fields<Omit<UserChange, 'profile'>> = {
  first_name: text(64),
  last_name: text(64),
  display_name: text(128),
  type: oneInt(1, 2, 99),
  pmi: int(1_000_000_000, 9_999_999_999),
  use_pmi: flag,
  timezone: text(128),
  language: language(),
  dept: text(128),
  vanity_name: text(40),
  host_key: text(10),
  about_me: text(150),
  linkedin_url: text(256),
  plan_united_type: oneOf('none', ...plans),
  zoom_one_type: oneInt(0, 16, 32, 64, 128, 33_554_432),
}

const newUserFields: Fields<NewUserInput> = {
  action: oneOf('create', 'autoCreate', 'custCreate', 'ssoCreate'),
  user_info: group(infoFields, 'email', 'type') as Field<UserInfo>,
}

/** Reads the body of `POST /users`. */
export function parseNewUser(body: object, coerceText: boolean): Parsed<NewUserInput> {
  const read = parseFields(newUserFields, body, coerceText)
  if (!read.ok) return read
  const { action, user_info: info } = read.value
  if (!action) return { ok: false, problems: [missingField('action')] }
  if (!info?.email || !info.type) {
    const missing = info ? `user_info.${info.email ? 'type' : 'email'}` : 'user_info'
    return { ok: false, problems: [missingField(missing)] }
  }
  // Only a user of single sign-on can be without a licence, and only an auto-created one starts with a password (§4).
  if (info.type === 99 && action !== 'ssoCreate') return { ok: false, problems: [invalidParameter('user_info.type')] }
  if (action === 'autoCreate' && (info.password ?? '').length < 8)
    return { ok: false, problems: [invalidParameter('user_info.password')] }
  return { ok: true, value: { action, user_info: info } }
}

/** Reads the body of `PATCH /users/{userId}`. */
export function parseUserChange(
  body: object,
  { coerceText, unlistedZone }: Pick<Switches, 'coerceText' | 'unlistedZone'>,
): Parsed<UserChange> {
  const read = parseFields<Record<string, unknown>>({ ...changeFields, ...profileFields }, body, coerceText)
  if (!read.ok) return read
  const isProfile = ([name]: [string, unknown]) => Object.hasOwn(profileFields, name)
  const profile = Object.fromEntries(Object.entries(read.value).filter(isProfile))
  const own: UserChange = Object.fromEntries(Object.entries(read.value).filter((entry) => !isProfile(entry)))
  const problems = changeProblems(own, unlistedZone)
  if (problems.length > 0) return { ok: false, problems }
  return { ok: true, value: Object.keys(profile).length > 0 ? { ...own, profile } : own }
}

function changeProblems(change: UserChange, unlistedZone: Switches['unlistedZone']): FieldProblem[] {
  const { timezone, vanity_name, host_key, about_me, linkedin_url, first_name, display_name } = change
  const problems: FieldProblem[] = []
  const refuse = (field: string, message = `Invalid parameter: ${field}.`) => problems.push({ field, message })
  // A profile's zone decides how wall times are read, so a typing error is refused here (unlike in a meeting, §5.4).
  if (timezone !== undefined && chooseTimeZone(timezone, '', unlistedZone) === '') refuse('timezone')
  if (vanity_name !== undefined && !isVanityName(vanity_name)) refuse('vanity_name')
  if (host_key !== undefined && !isHostKey(host_key)) refuse('host_key')
  if (first_name === '') refuse('first_name')
  if (display_name === '') refuse('display_name')
  if (about_me !== undefined && /<[a-z/]|https?:|www\./i.test(about_me))
    refuse('about_me', "The `about_me` field is illegal and can't contain hyperlinks or HTML code.")
  if (linkedin_url !== undefined && !/linkedin\.com/i.test(linkedin_url))
    refuse('linkedin_url', 'The `linkedin_url` field is illegal. The URL must contain `linkedin.com`.')
  return problems
}

/** A name of a personal link. */
export function isVanityName(name: string): boolean {
  return /^[A-Za-z][A-Za-z0-9._-]{4,39}$/.test(name)
}

/** 6 to 10 digits (docs/zoom-facts.md §4). */
export function isHostKey(key: string): boolean {
  return /^\d{6,10}$/.test(key)
}

/** An address as Zoom takes them. */
export function isEmail(address: string): boolean {
  return address.length <= 128 && /^[^\s@]+@[^\s@]+\.[^\s@.]+$/.test(address)
}

function email(): Field<string> {
  return (sent, name, reading) => {
    if (typeof sent === 'string' && isEmail(sent)) return sent
    reading.problems.push(invalidParameter(name))
    return undefined
  }
}

/** `en-US`, as Zoom writes them; which ones it has is not known. */
function language(): Field<string> {
  return (sent, name, reading) => {
    if (typeof sent === 'string' && /^[a-z]{2}-[A-Z]{2}$/.test(sent)) return sent
    reading.problems.push(invalidParameter(name))
    return undefined
  }
}

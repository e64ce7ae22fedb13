import { createHash } from 'node:crypto'
import { meetingSecurity, userSettingsAnswered, userSettingsSent } from '../generated/settings.ts'
import type { Account, User, UserType } from './entities.ts'
import { readSeedObject, type SeedReader } from './seed-reader.ts'
import { readSeedSettings } from './seed-settings.ts'
import { joinShapes } from './setting-fields.ts'
import { isHostKey, isVanityName } from './user-fields.ts'

const fields = [
  'id',
  'email',
  'first_name',
  'last_name',
  'display_name',
  'type',
  'status',
  'timezone',
  'language',
  'pmi',
  'role_id',
  'dept',
  'vanity_name',
  'host_key',
  'employee_unique_id',
  'settings',
  'assistants',
]

const settable = joinShapes(userSettingsSent, userSettingsAnswered, meetingSecurity)

/** Reads the `users` of a seed. */
export function parseSeedUsers(
  list: readonly unknown[],
  account: Pick<Account, 'id' | 'plan' | 'timeZone' | 'language'>,
  createdAt: number,
  mistakes: string[],
): User[] {
  const users: User[] = []
  const readers: SeedReader[] = []
  for (const [index, input] of list.entries()) {
    const reader = readSeedObject(input, `users[${index}]`, fields, mistakes)
    const user = parseUser(reader, input, account, createdAt)
    if (reader.has('id') && users.some(({ id }) => id === user.id)) reader.mistake('id', 'is used by an earlier user')
    if (users.some(({ email }) => email.toLowerCase() === user.email.toLowerCase()))
      reader.mistake('email', 'is used by an earlier user')
    if (reader.has('pmi') && users.some(({ pmi }) => pmi === user.pmi))
      reader.mistake('pmi', 'is used by an earlier user')
    users.push(user)
    readers.push(reader)
  }
  const find = (name: string) =>
    users.find(({ id, email }) => id === name || email.toLowerCase() === name.toLowerCase())
  for (const [index, user] of users.entries())
    user.assistantIds = (
      readers[index]?.texts('assistants', [], (name) => (find(name) ? undefined : 'is no user of this seed')) ?? []
    ).flatMap((name) => find(name)?.id ?? [])
  return users
}

function parseUser(
  reader: SeedReader,
  input: unknown,
  account: Pick<Account, 'id' | 'plan' | 'timeZone' | 'language'>,
  createdAt: number,
): User {
  const email = parseEmail(reader)
  const firstName = reader.text('first_name', email.split('@')[0] ?? 'User', 64)
  const settings = readSeedSettings(reader, 'settings', settable)
  const lastName = reader.has('last_name') ? reader.text('last_name', '', 64) : ''
  return {
    id: reader.text('id', idFromEmail(account.id, email), 64),
    accountId: account.id,
    email,
    firstName,
    lastName,
    displayName: reader.text('display_name', `${firstName} ${lastName}`.trim(), 128),
    type: parseType(reader, account),
    status: reader.oneOf('status', ['active', 'inactive', 'pending'], 'active'),
    timeZone: reader.zone('timezone', account.timeZone),
    language: reader.text('language', account.language, 16),
    pmi: parsePmi(reader, input, email),
    roleId: reader.text('role_id', '2', 32),
    department: reader.has('dept') ? reader.text('dept', '') : '',
    assistantIds: [],
    createdAt,
    ...parseRoom(reader),
    ...(reader.has('employee_unique_id') && {
      profile: { employee_unique_id: reader.text('employee_unique_id', '') },
    }),
    ...(settings && { settings }),
  }
}

/** A free account has no licences, so its users are Basic. */
function parseType(reader: SeedReader, { plan }: Pick<Account, 'plan'>): UserType {
  const type = reader.oneOf<UserType>('type', [1, 2, 4, 99], plan === 'free' ? 1 : 2)
  if (plan === 'free' && type === 2)
    reader.mistake('type', '2 (Licensed) is not for a free account, which has no licences')
  return type
}

function parseRoom(reader: SeedReader): Pick<User, 'vanityName' | 'hostKey'> {
  const vanityName = reader.has('vanity_name') ? reader.text('vanity_name', '', 40) : ''
  const hostKey = reader.has('host_key') ? reader.text('host_key', '', 10) : ''
  if (vanityName !== '' && !isVanityName(vanityName))
    reader.mistake(
      'vanity_name',
      `"${vanityName}" is not a letter and 4 to 39 letters, digits, dots, hyphens or underscores`,
    )
  if (hostKey !== '' && !isHostKey(hostKey)) reader.mistake('host_key', 'is not 6 to 10 digits')
  return { ...(vanityName && { vanityName }), ...(hostKey && { hostKey }) }
}

function parseEmail(reader: SeedReader): string {
  if (!reader.has('email')) {
    reader.mistake('email', 'is missing')
    return `${reader.path}@example.com`
  }
  const email = reader.text('email', '', 128)
  if (email !== '' && !/^[^\s@]+@[^\s@]+$/.test(email)) reader.mistake('email', `"${email}" is not an e-mail address`)
  return email
}

function parsePmi(reader: SeedReader, input: unknown, email: string): number {
  if (!reader.has('pmi') || typeof input !== 'object' || input === null || !('pmi' in input)) return pmiFromEmail(email)
  const { pmi } = input
  if (typeof pmi === 'number' && Number.isInteger(pmi) && pmi >= 1_000_000_000 && pmi <= 9_999_999_999) return pmi
  reader.mistake('pmi', `${JSON.stringify(pmi)} is not a number of 10 digits`)
  return pmiFromEmail(email)
}

/** The same at every start, so that what a program kept stays good. */
function idFromEmail(accountId: string, email: string): string {
  return createHash('sha256').update(`${accountId} ${email.toLowerCase()}`).digest('base64url').slice(0, 22)
}

function pmiFromEmail(email: string): number {
  const digest = createHash('sha256').update(email.toLowerCase()).digest()
  return 5_000_000_000 + (digest.readUInt32BE(0) % 1_000_000_000)
}

import { createHash } from 'node:crypto'
import type { Account, User, UserType } from './entities.ts'
import { readSeedObject, type SeedReader } from './seed-reader.ts'

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
  'assistants',
]

/** Reads the `users` of a seed. */
export function parseSeedUsers(
  list: readonly unknown[],
  account: Pick<Account, 'id' | 'timeZone' | 'language'>,
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
  account: Pick<Account, 'id' | 'timeZone' | 'language'>,
  createdAt: number,
): User {
  const email = parseEmail(reader)
  const firstName = reader.text('first_name', email.split('@')[0] ?? 'User', 64)
  const lastName = reader.has('last_name') ? reader.text('last_name', '', 64) : ''
  return {
    id: reader.text('id', idFromEmail(account.id, email), 64),
    accountId: account.id,
    email,
    firstName,
    lastName,
    displayName: reader.text('display_name', `${firstName} ${lastName}`.trim(), 128),
    type: reader.oneOf<UserType>('type', [1, 2], 2),
    status: reader.oneOf('status', ['active', 'inactive', 'pending'], 'active'),
    timeZone: reader.zone('timezone', account.timeZone),
    language: reader.text('language', account.language, 16),
    pmi: parsePmi(reader, input, email),
    roleId: reader.text('role_id', '2', 32),
    department: reader.has('dept') ? reader.text('dept', '') : '',
    assistantIds: [],
    createdAt,
  }
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

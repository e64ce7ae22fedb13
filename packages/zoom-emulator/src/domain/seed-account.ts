import { accountLocks, accountSettings, meetingSecurity, userSettingsAnswered } from '../generated/settings.ts'
import type { Account, Plan } from './entities.ts'
import { demoSeed } from './seed-demo.ts'
import { readSeedObject, type SeedReader } from './seed-reader.ts'
import { readSeedSettings } from './seed-settings.ts'
import { joinShapes, locksOf } from './setting-fields.ts'

const fields = [
  'id',
  'name',
  'plan',
  'timezone',
  'language',
  'licences',
  'basic_users',
  'limited_domains',
  'blocked_domains',
  'managed_domains',
  'profiles_locked',
  'settings',
  'locked_settings',
]

/** What an account can set: its own settings, and those of its users. */
const settable = joinShapes(accountSettings, userSettingsAnswered, meetingSecurity)
/** What it can lock: all that Zoom names, and each setting that governs meetings. */
const lockable = joinShapes(accountLocks, locksOf(userSettingsAnswered), locksOf(meetingSecurity))

/** Reads the `account` of a seed. */
export function parseSeedAccount(input: unknown, mistakes: string[]): Omit<Account, 'ownerId'> {
  const reader = readSeedObject(input, 'account', fields, mistakes)
  const licences = readCount(reader, 'licences')
  const basicUsers = readCount(reader, 'basic_users')
  const settings = readSeedSettings(reader, 'settings', settable)
  const locks = readSeedSettings(reader, 'locked_settings', lockable)
  return {
    id: reader.text('id', demoSeed.account.id ?? '', 64),
    name: reader.text('name', 'Demo'),
    plan: reader.oneOf<Plan>('plan', ['free', 'pro', 'business'], 'business'),
    timeZone: reader.zone('timezone', demoSeed.account.timezone ?? 'UTC'),
    language: reader.text('language', 'en-US', 16),
    ...(licences !== undefined && { licences }),
    ...(basicUsers !== undefined && { basicUsers }),
    ...(reader.has('limited_domains') && { limitedDomains: readDomains(reader, 'limited_domains') }),
    ...(reader.has('blocked_domains') && { blockedDomains: readDomains(reader, 'blocked_domains') }),
    ...(reader.has('managed_domains') && { managedDomains: readDomains(reader, 'managed_domains') }),
    ...(readFlag(reader, 'profiles_locked') && { profilesLocked: true }),
    ...(settings && { settings }),
    // Each shape of a lock is a boolean.
    ...(locks && { locks: locks as NonNullable<Account['locks']> }),
  }
}

function readCount(reader: SeedReader, name: string): number | undefined {
  const value = reader.value(name)
  if (value === undefined || (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0)) return value
  reader.mistake(name, `${JSON.stringify(value)} is not a number of users`)
  return undefined
}

function readFlag(reader: SeedReader, name: string): boolean {
  const value = reader.value(name) ?? false
  if (typeof value !== 'boolean') reader.mistake(name, `${JSON.stringify(value)} is not one of true, false`)
  return value === true
}

function readDomains(reader: SeedReader, name: string): readonly string[] {
  const complaint = (domain: string) =>
    /^[a-z0-9-]+(\.[a-z0-9-]+)+$/i.test(domain) ? undefined : 'is not a domain such as example.com'
  return reader.texts(name, [], complaint).map((domain) => domain.toLowerCase())
}

import { EmulatorError } from './emulator-error.ts'
import type { Account, App, Plan, SettingsGroups, User, UserType } from './entities.ts'
import { parseSeedAccount } from './seed-account.ts'
import { parseSeedApps } from './seed-apps.ts'
import { demoSeed } from './seed-demo.ts'
import { readSeedList, readSeedObject } from './seed-reader.ts'
import { parseSeedUsers } from './seed-users.ts'
import { parseSeedWebhooks, type SeedWebhook } from './seed-webhooks.ts'
import type { WebhookSubscription } from './webhook.ts'

/** What a seed file holds, in JSON; what is missing gets the demo's values. */
export interface SeedInput {
  account?: SeedAccount
  apps?: readonly SeedApp[]
  users?: readonly SeedUser[]
  webhooks?: readonly SeedWebhook[]
}

/** The first app of a type may leave out its credentials: it then has the demo's. */
export type SeedApp =
  | { type: 'server_to_server'; name?: string; client_id?: string; client_secret?: string; scopes?: readonly string[] }
  | {
      type: 'oauth'
      name?: string
      client_id?: string
      client_secret?: string
      /** Exact, but for the port of a loopback address. */
      redirect_uris?: readonly string[]
      scopes?: readonly string[]
    }
  | { type: 'jwt'; name?: string; api_key?: string; api_secret?: string; scopes?: readonly string[] }

export interface SeedAccount {
  id?: string
  name?: string
  /** `business` by default; a free account has no licences, so its users are Basic. */
  plan?: Plan
  timezone?: string
  language?: string
  /** How many Licensed users there can be; by default as many as are asked for. One too many is 400/2034. */
  licences?: number
  /** How many Basic users there can be; by default any number. One too many is 400/2033. */
  basic_users?: number
  /** Domains of the only addresses that may join the account; others are 400/1116. */
  limited_domains?: readonly string[]
  /** Domains whose addresses may not join; they are 400/1107. */
  blocked_domains?: readonly string[]
  /** Domains of the account's own: their users can be deleted, but not disassociated. */
  managed_domains?: readonly string[]
  /** Only administrators change names, host keys, personal ids and pictures. */
  profiles_locked?: boolean
  /** The account's settings in Zoom's names and groups; its users have them where they choose nothing else. */
  settings?: SettingsGroups
  /** Settings that nobody can choose differently: `{ in_meeting: { waiting_room: true } }`. */
  locked_settings?: Readonly<Record<string, Readonly<Record<string, boolean>>>>
}

/** A user as the seed names it; what is left out has the default of a new user. */
export interface SeedUser {
  email: string
  /** By default made from the e-mail, the same at every start; so is `pmi`. */
  id?: string
  first_name?: string
  last_name?: string
  display_name?: string
  /** 1 Basic, 2 Licensed (the default), 4 or 99 without a licence for meetings. */
  type?: UserType
  status?: User['status']
  timezone?: string
  language?: string
  /** Personal meeting id, 10 digits. */
  pmi?: number
  /** 0 owner, 1 admin, 2 member (the default). */
  role_id?: string
  dept?: string
  /** The name in `/my/{name}`. */
  vanity_name?: string
  /** 6 to 10 digits. */
  host_key?: string
  employee_unique_id?: string
  /** What the user chose, in Zoom's names and groups. */
  settings?: SettingsGroups
  /** Ids or e-mails of users who may schedule for this one. */
  assistants?: readonly string[]
}

/** A seed that was read and found right. */
export interface Seed {
  readonly account: Account
  readonly apps: readonly App[]
  readonly users: readonly User[]
  readonly webhooks: readonly WebhookSubscription[]
}

/**
 * Reads a seed.
 *
 * @param createdAt when its users were made, ms since 1970.
 * @throws EmulatorError `seed_invalid` with every mistake and its path.
 */
export function parseSeed(input: unknown, createdAt: number): Seed {
  const mistakes: string[] = []
  readSeedObject(input, '', ['account', 'apps', 'users', 'webhooks'], mistakes)
  const seed: Partial<Record<keyof SeedInput, unknown>> = typeof input === 'object' && input !== null ? input : {}
  const account = parseSeedAccount(seed.account ?? {}, mistakes)
  const apps = parseSeedApps(readSeedList(input, 'apps', mistakes) ?? demoSeed.apps, account, mistakes)
  const users = parseSeedUsers(readSeedList(input, 'users', mistakes) ?? demoSeed.users, account, createdAt, mistakes)
  const webhooks = parseSeedWebhooks(
    readSeedList(input, 'webhooks', mistakes) ?? demoSeed.webhooks,
    apps,
    createdAt,
    mistakes,
  )
  const owner = users.find(({ roleId }) => roleId === '0') ?? users.find(({ type }) => type === 2) ?? users[0]
  if (mistakes.length > 0 || !owner)
    throw new EmulatorError('seed_invalid', ['The seed cannot be used:', ...mistakes].join('\n  '))
  return { account: { ...account, ownerId: owner.id }, apps, users, webhooks }
}

import { join } from 'node:path'
import { CommandError } from '../errors.ts'
import { nearest } from '../nearest.ts'
import type { Surroundings } from '../surroundings.ts'
import { configFolder } from './config-folder.ts'
import { readPrivateFile, writePrivateFile } from './private-file.ts'

/** Where a profile's Zoom is; absent for Zoom itself. */
export interface ZoomUrls {
  readonly apiUrl: string
  readonly oauthUrl: string
}

/** Credentials kept under a name by `convene auth login`. */
export type Profile = ServerProfile | PersonProfile

export interface ServerProfile {
  readonly kind: 'server_to_server'
  readonly accountId: string
  readonly clientId: string
  readonly clientSecret: string
  readonly urls?: ZoomUrls | undefined
}

/** A person's sign-in, in a browser here or elsewhere; the tokens are in the token store. */
export interface PersonProfile {
  readonly kind: 'authorization_code'
  readonly clientId: string
  readonly clientSecret?: string | undefined
  /** Absent where the browser was on another device. */
  readonly redirectUri?: string | undefined
  readonly email?: string | undefined
  readonly urls?: ZoomUrls | undefined
}

export type Profiles = Readonly<Record<string, Profile>>

type Where = Pick<Surroundings, 'env' | 'homeDir' | 'platform' | 'pid'>

/** The profile that is used where none is named. */
export const defaultProfileName = 'default'

const profilesPath = (where: Where) => join(configFolder(where), 'profiles.json')

/** The file in which a profile's tokens are kept. */
export function tokenFile(where: Pick<Surroundings, 'env' | 'homeDir' | 'platform'>, name: string): string {
  return join(configFolder(where), 'tokens', `${name}.json`)
}

/** Every profile by name; none where nobody has signed in. */
export async function readProfiles(where: Where): Promise<Profiles> {
  const path = profilesPath(where)
  const text = await readPrivateFile(path, where.platform)
  if (text === undefined) return {}
  const read = parseProfiles(text)
  if (read === undefined)
    throw new CommandError('unreadable_file', `${path} is not a file of profiles that this version wrote.`, {
      remedy: `Mend it, or remove it and run \`convene auth login\` again.`,
    })
  return read
}

/** Adds, replaces or (with `undefined`) removes one profile. */
export async function writeProfile(where: Where, name: string, profile: Profile | undefined): Promise<void> {
  const { [name]: _old, ...others } = await readProfiles(where)
  const profiles = profile === undefined ? others : { ...others, [name]: profile }
  await writePrivateFile(
    profilesPath(where),
    `${JSON.stringify({ version: 1, profiles }, null, 2)}\n`,
    String(where.pid),
  )
}

/** The profile of that name, or an error that names those there are. */
export function findProfile(profiles: Profiles, name: string): Profile {
  const profile = Object.hasOwn(profiles, name) ? profiles[name] : undefined
  if (profile) return profile
  const names = Object.keys(profiles)
  const meant = nearest(name, names)
  throw new CommandError(
    'no_profile',
    names.length === 0
      ? `There is no profile "${name}": nobody has signed in on this machine.`
      : `There is no profile "${name}"${meant ? `; did you mean "${meant}"` : ''}. There is: ${names.join(', ')}.`,
    { remedy: `Sign in: convene auth login --profile ${/^[\w.-]+$/.test(name) ? name : defaultProfileName}` },
  )
}

/** Refuses names that could not be a folder's. */
export function checkProfileName(name: string): void {
  if (!/^\w[\w.-]{0,40}$/.test(name))
    throw new CommandError('wrong_value', `--profile "${name}": a name has letters, digits, "-", "_" and "." only.`, {
      remedy: 'Write, for example: --profile work',
    })
}

function parseProfiles(text: string): Profiles | undefined {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return undefined
  }
  if (!isRecord(value) || value.version !== 1 || !isRecord(value.profiles)) return undefined
  const profiles = value.profiles
  return Object.values(profiles).every(isProfile) ? (profiles as Profiles) : undefined
}

function isProfile(value: unknown): value is Profile {
  if (!isRecord(value) || typeof value.clientId !== 'string') return false
  if (value.urls !== undefined && !(isRecord(value.urls) && typeof value.urls.apiUrl === 'string')) return false
  return value.kind === 'server_to_server'
    ? typeof value.accountId === 'string' && typeof value.clientSecret === 'string'
    : value.kind === 'authorization_code'
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

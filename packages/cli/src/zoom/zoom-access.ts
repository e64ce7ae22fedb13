import type { AuthStrategy, TokenStore } from '@convene/zoom'
import type { CommandContext } from '../commands/command.ts'
import { localFolder, pathFrom } from '../local/local-folder.ts'
import { openLocalZoom, usualPort } from '../local/open-local-zoom.ts'
import { findRunningEmulator } from '../local/running-emulator.ts'
import { type Profile, readProfiles, tokenFile } from '../profiles/profiles.ts'
import { chooseZoom, type ZoomChoice } from './choose-zoom.ts'

/** Everything that is needed to reach the chosen Zoom. */
export interface ZoomAccess extends AsyncDisposable {
  /** Says which Zoom this is, for the first line of every answer. */
  readonly title: string
  readonly emulated: boolean
  /** Names the account in a sentence, the same at every run. */
  readonly account: string
  readonly auth: AuthStrategy
  /** Both absent: Zoom's own addresses. */
  readonly apiUrl?: string | undefined
  readonly oauthUrl?: string | undefined
  /** Keeps tokens between runs; absent where a new one costs nothing. */
  readonly tokenStore?: TokenStore | undefined
}

/**
 * Finds the Zoom that the options and the environment mean. `--local` uses the emulator that runs, or opens one for this
 * command alone; with `dryRun` nothing is opened.
 */
export async function accessZoom({ surroundings, options }: CommandContext, dryRun = false): Promise<ZoomAccess> {
  // With --local neither profiles nor the environment are read.
  const profiles =
    options.local && !options.real && options.profile === undefined ? {} : await readProfiles(surroundings)
  const choice = chooseZoom(options, surroundings.env, profiles)
  if (choice.from === 'local') return accessLocal(surroundings, dryRun)
  return choice.from === 'environment' ? accessEnvironment(choice, surroundings) : accessProfile(choice, surroundings)
}

async function accessLocal(surroundings: CommandContext['surroundings'], dryRun: boolean): Promise<ZoomAccess> {
  const folder = localFolder(surroundings.cwd)
  const running = await findRunningEmulator(folder, surroundings)
  if (running) return accessEmulator(`Zoom: emulated, running at ${running.url}`, running.env, async () => {})
  if (dryRun) {
    const url = `http://127.0.0.1:${usualPort}`
    const app = { ZOOM_ACCOUNT_ID: 'unused', ZOOM_CLIENT_ID: 'unused', ZOOM_CLIENT_SECRET: 'unused' }
    const env = { ...app, ZOOM_API_URL: `${url}/v2`, ZOOM_OAUTH_URL: `${url}/oauth` }
    return accessEmulator('Zoom: emulated', env, async () => {})
  }
  const emulator = await openLocalZoom(folder, surroundings)
  return accessEmulator(
    `Zoom: emulated, data in ${pathFrom(surroundings.cwd, folder)} (its links work while \`convene demo\` runs)`,
    emulator.env,
    () => emulator.close(),
  )
}

async function accessEmulator(
  title: string,
  env: Readonly<Record<string, string>>,
  close: () => Promise<void>,
): Promise<ZoomAccess> {
  const { serverToServer } = await import('@convene/zoom')
  return {
    title,
    emulated: true,
    account: `the emulated account ${env.ZOOM_ACCOUNT_ID}`,
    auth: serverToServer({
      accountId: env.ZOOM_ACCOUNT_ID ?? '',
      clientId: env.ZOOM_CLIENT_ID ?? '',
      clientSecret: env.ZOOM_CLIENT_SECRET ?? '',
    }),
    apiUrl: env.ZOOM_API_URL ?? '',
    oauthUrl: env.ZOOM_OAUTH_URL ?? '',
    [Symbol.asyncDispose]: close,
  }
}

async function accessEnvironment(
  { emulated }: ZoomChoice & { from: 'environment' },
  surroundings: CommandContext['surroundings'],
): Promise<ZoomAccess> {
  const { optionsFromEnvironment } = await import('@convene/zoom')
  const { env } = surroundings
  const { auth, apiUrl, oauthUrl } = optionsFromEnvironment(env)
  const title = emulated
    ? `Zoom: emulated, at ${env.ZOOM_API_URL} (ZOOM_API_URL)`
    : `Zoom: real, account ${env.ZOOM_ACCOUNT_ID} (credentials from the environment)`
  return {
    title,
    emulated,
    account: `${emulated ? 'the emulated account' : 'account'} ${env.ZOOM_ACCOUNT_ID}`,
    auth,
    apiUrl,
    oauthUrl,
    // An emulator gives tokens for nothing and forgets them at its end.
    tokenStore: emulated ? undefined : await openTokenStore(surroundings, 'environment'),
    [Symbol.asyncDispose]: async () => {},
  }
}

async function accessProfile(
  { name, profile, emulated }: ZoomChoice & { from: 'profile' },
  surroundings: CommandContext['surroundings'],
): Promise<ZoomAccess> {
  const { authorizationCode, serverToServer } = await import('@convene/zoom')
  const auth = profile.kind === 'server_to_server' ? serverToServer(profile) : authorizationCode(profile)
  const where = emulated ? `emulated, at ${profile.urls?.apiUrl}` : 'real'
  return {
    title: `Zoom: ${where}, ${accountOf(profile)} (profile ${name})`,
    emulated,
    account: `${emulated ? 'the emulated ' : ''}${accountOf(profile)}`,
    auth,
    apiUrl: profile.urls?.apiUrl,
    oauthUrl: profile.urls?.oauthUrl,
    tokenStore: await openTokenStore(surroundings, name),
    [Symbol.asyncDispose]: async () => {},
  }
}

/** Names an account without a secret. */
export function accountOf(profile: Profile): string {
  if (profile.kind === 'server_to_server') return `account ${profile.accountId}`
  return profile.email ?? `app ${profile.clientId}`
}

/** The tokens of one profile, kept in a file that only its owner can read. */
export async function openTokenStore(surroundings: CommandContext['surroundings'], name: string): Promise<TokenStore> {
  const { createFileTokenStore } = await import('@convene/zoom/node')
  return createFileTokenStore(tokenFile(surroundings, name))
}

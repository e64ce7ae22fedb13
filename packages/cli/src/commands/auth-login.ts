import { CommandError } from '../errors.ts'
import type { ServerProfile, ZoomUrls } from '../profiles/profiles.ts'
import { checkProfileName, defaultProfileName, readProfiles, writeProfile } from '../profiles/profiles.ts'
import { readAppCredentials } from '../sign-in/app-credentials.ts'
import { signInWithBrowser } from '../sign-in/browser.ts'
import { signInOnDevice } from '../sign-in/device.ts'
import type { Surroundings } from '../surroundings.ts'
import { isLoopback } from '../zoom/choose-zoom.ts'
import type { CommandContext, DefineCommand } from './command.ts'

/** The options of `auth login`. */
export interface LoginOptions {
  readonly browser?: boolean
  readonly device?: boolean
  readonly accountId?: string
  readonly clientId?: string
  readonly publicClient?: boolean
  readonly port?: string
}

export const define: DefineCommand = (command, context) => {
  command
    .option('--account-id <id>', 'of the Server-to-Server OAuth app (left out: you are asked)')
    .option('--client-id <id>', 'of the app (left out: you are asked)')
    .option('--browser', 'sign in as yourself in a browser, with a user-managed OAuth app')
    .option('--device', 'sign in as yourself in a browser on another machine or a telephone, with a code')
    .option('--public-client', 'the app has no secret')
    .option('--port <n>', 'of the address http://127.0.0.1:PORT/callback that the browser comes back to (default: any)')
    .addHelpText(
      'after',
      `
The secret is asked for and not shown, or read from standard input: one line with --account-id and --client-id, else lines
of the form ZOOM_ACCOUNT_ID=…, ZOOM_CLIENT_ID=…, ZOOM_CLIENT_SECRET=…:
  convene auth login < zoom.env
It is kept in a file that only you can read. For --browser register the redirect URL http://127.0.0.1/callback.
For --device allow the app to be used on devices.`,
    )
    .action(async (options: LoginOptions) => {
      const { surroundings, options: global } = context()
      const name = global.profile ?? defaultProfileName
      checkProfileName(name)
      if (global.local)
        throw new CommandError('wrong_command_line', '--local needs no sign-in.', {
          remedy: 'Leave `auth login` out: convene meetings list --local',
        })
      const urls = urlsOfEnvironment(surroundings)
      if (options.browser && options.device)
        throw new CommandError('wrong_command_line', '--browser and --device are two ways to sign in.', {
          remedy: 'Leave one out: --device where this machine has no browser.',
        })
      if (options.device) return signInOnDevice(context(), name, options, urls)
      if (options.browser) return signInWithBrowser(context(), name, options, urls)
      return signInWithApp(context(), name, options, urls)
    })
}

async function signInWithApp(
  { surroundings, output }: CommandContext,
  name: string,
  options: LoginOptions,
  urls: ZoomUrls | undefined,
): Promise<void> {
  const { accountId, clientId, clientSecret } = await readAppCredentials(options, surroundings)
  const profile: ServerProfile = { kind: 'server_to_server', accountId, clientId, clientSecret, ...(urls && { urls }) }
  const { createZoomClient, serverToServer } = await import('@convene/zoom')
  // Tried before it is kept: a mistyped secret is found now and not at the first meeting.
  const client = createZoomClient({ auth: serverToServer(profile), ...urls })
  const { scopes } = await client.signIn()
  const replaced = Object.hasOwn(await readProfiles(surroundings), name)
  await writeProfile(surroundings, name, profile)
  output.answer(
    { profile: name, kind: profile.kind, account_id: accountId, emulated: urls !== undefined, scopes },
    () => {
      output.line(
        `Signed in to account ${accountId} of ${zoomName(urls)}${replaced ? ', in place of the earlier sign-in' : ''}.`,
      )
      output.line(`Use it: convene meetings list --profile ${name}`)
      output.line(`See what it may do: convene doctor --profile ${name}`)
    },
  )
}

/** `the real Zoom`, or where the emulated one is. */
export function zoomName(urls: ZoomUrls | undefined): string {
  if (!urls) return 'the real Zoom'
  return isLoopback(urls.apiUrl) ? `the emulated Zoom at ${urls.apiUrl}` : `the Zoom at ${urls.apiUrl}`
}

/** Where the environment says that Zoom is: an emulator to try the sign-in with. */
function urlsOfEnvironment({ env }: Pick<Surroundings, 'env'>): ZoomUrls | undefined {
  const { ZOOM_API_URL: apiUrl, ZOOM_OAUTH_URL: oauthUrl } = env
  if (!apiUrl && !oauthUrl) return undefined
  if (apiUrl && oauthUrl) return { apiUrl, oauthUrl }
  throw new CommandError(
    'wrong_value',
    `Of ZOOM_API_URL and ZOOM_OAUTH_URL only ${apiUrl ? 'the first' : 'the second'} is set.`,
    {
      remedy: 'Set both for an emulated Zoom, or neither for the real one.',
    },
  )
}

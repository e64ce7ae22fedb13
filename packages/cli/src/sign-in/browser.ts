import type { LoginOptions } from '../commands/auth-login.ts'
import type { CommandContext } from '../commands/command.ts'
import { CommandError } from '../errors.ts'
import { exitCodes } from '../exit-codes.ts'
import { parsePort } from '../input/port.ts'
import { type BrowserProfile, writeProfile, type ZoomUrls } from '../profiles/profiles.ts'
import { ask, askSecret, readAll } from '../prompt.ts'
import type { Surroundings } from '../surroundings.ts'
import { openTokenStore } from '../zoom/zoom-access.ts'
import { openCallbackServer } from './callback-server.ts'

/** How long a person may take at the consent page, in ms. */
const patienceMs = 5 * 60_000

/** Signs a person in: opens Zoom's consent page and waits on loopback for the browser to come back (PKCE, RFC 8252). */
export async function signInWithBrowser(
  { surroundings, output }: CommandContext,
  name: string,
  options: LoginOptions,
  urls: ZoomUrls | undefined,
): Promise<void> {
  const { authorizationCode, codeFromCallback, consentKey, createZoomClient, exchangeCode, startConsent } =
    await import('@convene/zoom')
  const app = await readApp(options, surroundings)
  await using server = await openCallbackServer(options.port === undefined ? 0 : parsePort(options.port))
  const { redirectUri } = server
  const { url, state, codeVerifier } = await startConsent(app, { redirectUri, oauthUrl: urls?.oauthUrl })
  output.notice('Sign in on this page; it opens in your browser if there is one:')
  output.notice(url)
  surroundings.openBrowser(url)
  const callback = await waitFor(server.callback, surroundings)
  const code = codeFromCallback(callback, state)
  const token = await exchangeCode(app, { code, codeVerifier, redirectUri }, { oauthUrl: urls?.oauthUrl })

  const client = createZoomClient({ auth: authorizationCode({ ...app, token }), ...urls })
  const { email } = await client.users.me()
  const profile: BrowserProfile = {
    kind: 'authorization_code',
    ...app,
    redirectUri,
    ...(email && { email }),
    ...(urls && { urls }),
  }
  const store = await openTokenStore(surroundings, name)
  await store.update(consentKey(app), async () => token)
  await writeProfile(surroundings, name, profile)
  output.answer(
    { profile: name, kind: profile.kind, email, emulated: urls !== undefined, scopes: token.scopes },
    () => {
      output.line(`Signed in as ${email ?? 'yourself'}.`)
      output.line(`Use it: convene meetings list --profile ${name}`)
    },
  )
}

async function readApp(
  options: LoginOptions,
  { stdin, stderr }: Surroundings,
): Promise<{ clientId: string; clientSecret?: string }> {
  const terminal = { stdin, stderr }
  const clientId = options.clientId ?? (stdin.isTTY ? await ask(terminal, 'Client ID: ') : undefined)
  if (!clientId)
    throw new CommandError('wrong_command_line', '--client-id is missing.', {
      remedy: 'Write, for example: convene auth login --browser --client-id abc123',
    })
  if (options.publicClient) return { clientId }
  const text = stdin.isTTY
    ? await askSecret(terminal, 'Client secret (not shown; empty for none): ')
    : await readAll(stdin)
  const clientSecret = (text ?? '').trim()
  return clientSecret === '' ? { clientId } : { clientId, clientSecret }
}

async function waitFor(callback: Promise<string>, { sleep }: Pick<Surroundings, 'sleep'>): Promise<string> {
  const waiting = new AbortController()
  const cameBack = await Promise.race([callback, sleep(patienceMs, waiting.signal)])
  waiting.abort()
  if (cameBack) return cameBack
  throw new CommandError('sign_in_refused', 'Nobody came back from the sign-in page within 5 minutes.', {
    remedy: 'Run the command again and finish the sign-in in the browser.',
    exitCode: exitCodes.signIn,
  })
}

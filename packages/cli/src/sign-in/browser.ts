import type { LoginOptions } from '../commands/auth-login.ts'
import type { CommandContext } from '../commands/command.ts'
import { CommandError } from '../errors.ts'
import { exitCodes } from '../exit-codes.ts'
import { parsePort } from '../input/port.ts'
import type { ZoomUrls } from '../profiles/profiles.ts'
import type { Surroundings } from '../surroundings.ts'
import { openCallbackServer } from './callback-server.ts'
import { keepPerson, readPersonApp } from './person.ts'

/** How long a person may take at the consent page, in ms. */
const patienceMs = 5 * 60_000

/** Signs a person in: opens Zoom's consent page and waits on loopback for the browser to come back (PKCE, RFC 8252). */
export async function signInWithBrowser(
  { surroundings, output }: CommandContext,
  name: string,
  options: LoginOptions,
  urls: ZoomUrls | undefined,
): Promise<void> {
  const { codeFromCallback, exchangeCode, startConsent } = await import('@convene/zoom')
  const app = await readPersonApp(options, surroundings)
  await using server = await openCallbackServer(options.port === undefined ? 0 : parsePort(options.port))
  const { redirectUri } = server
  const { url, state, codeVerifier } = await startConsent(app, { redirectUri, oauthUrl: urls?.oauthUrl })
  output.notice('Sign in on this page; it opens in your browser if there is one:')
  output.notice(url)
  surroundings.openBrowser(url)
  const callback = await waitFor(server.callback, surroundings)
  const code = codeFromCallback(callback, state)
  const token = await exchangeCode(app, { code, codeVerifier, redirectUri }, { oauthUrl: urls?.oauthUrl })
  await keepPerson({ surroundings, output }, name, { app, token, redirectUri, urls })
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

import type { LoginOptions } from '../commands/auth-login.ts'
import type { CommandContext } from '../commands/command.ts'
import type { ZoomUrls } from '../profiles/profiles.ts'
import { keepPerson, readPersonApp } from './person.ts'

/** Signs a person in who has a browser elsewhere: shows a code, and waits until they have entered it (RFC 8628). */
export async function signInOnDevice(
  { surroundings, output }: CommandContext,
  name: string,
  options: LoginOptions,
  urls: ZoomUrls | undefined,
): Promise<void> {
  const { startDeviceSignIn } = await import('@convene/zoom')
  const app = await readPersonApp(options, surroundings)
  const { userCode, verificationUri, verificationUriComplete, expiresAt, waitForToken } = await startDeviceSignIn(app, {
    oauthUrl: urls?.oauthUrl,
  })
  output.notice(`On any device open ${verificationUri} and enter the code ${userCode}`)
  if (verificationUriComplete) output.notice(`or open ${verificationUriComplete}`)
  const minutes = Math.floor((expiresAt.getTime() - surroundings.now()) / 60_000)
  output.notice(`The code is good for ${minutes} minutes.`)
  await keepPerson({ surroundings, output }, name, { app, token: await waitForToken(), urls })
}

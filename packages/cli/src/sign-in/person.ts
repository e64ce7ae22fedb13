import type { ConsentApp, Token } from '@convene/zoom'
import type { LoginOptions } from '../commands/auth-login.ts'
import type { CommandContext } from '../commands/command.ts'
import { CommandError } from '../errors.ts'
import { type PersonProfile, writeProfile, type ZoomUrls } from '../profiles/profiles.ts'
import { ask, askSecret, readAll } from '../prompt.ts'
import type { Surroundings } from '../surroundings.ts'
import { openTokenStore } from '../zoom/zoom-access.ts'

/** Reads the app with which a person signs in: from the options, else asked for at a terminal, the secret from standard input. */
export async function readPersonApp(
  options: LoginOptions,
  { stdin, stderr }: Surroundings,
): Promise<{ clientId: string; clientSecret?: string }> {
  const terminal = { stdin, stderr }
  const clientId = options.clientId ?? (stdin.isTTY ? await ask(terminal, 'Client ID: ') : undefined)
  if (!clientId)
    throw new CommandError('wrong_command_line', '--client-id is missing.', {
      remedy: `Write, for example: convene auth login ${options.device ? '--device' : '--browser'} --client-id abc123`,
    })
  if (options.publicClient) return { clientId }
  const text = stdin.isTTY
    ? await askSecret(terminal, 'Client secret (not shown; empty for none): ')
    : await readAll(stdin)
  const clientSecret = (text ?? '').trim()
  return clientSecret === '' ? { clientId } : { clientId, clientSecret }
}

/** Keeps the sign-in of a person under a name, after one call that shows that it works, and says so. */
export async function keepPerson(
  { surroundings, output }: Pick<CommandContext, 'surroundings' | 'output'>,
  name: string,
  signIn: {
    readonly app: ConsentApp
    readonly token: Token
    readonly redirectUri?: string
    readonly urls: ZoomUrls | undefined
  },
): Promise<void> {
  const { app, token, redirectUri, urls } = signIn
  const { authorizationCode, consentKey, createZoomClient } = await import('@convene/zoom')
  const client = createZoomClient({ auth: authorizationCode({ ...app, token }), ...urls })
  const { email } = await client.users.me()
  const profile: PersonProfile = {
    kind: 'authorization_code',
    ...app,
    ...(redirectUri !== undefined && { redirectUri }),
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

import { CommandError } from '../errors.ts'
import { ask, askSecret, readAll } from '../prompt.ts'
import type { Surroundings } from '../surroundings.ts'

/** What a Server-to-Server OAuth app signs in with. */
export interface AppCredentials {
  readonly accountId: string
  readonly clientId: string
  readonly clientSecret: string
}

type Given = { readonly accountId?: string; readonly clientId?: string }

/** Reads the credentials of an app: asked for at a terminal, else from standard input. */
export async function readAppCredentials(given: Given, { stdin, stderr }: Surroundings): Promise<AppCredentials> {
  if (!stdin.isTTY) return parseAppCredentials(await readAll(stdin), given)
  stderr.write('The three values stand on the page of your Server-to-Server OAuth app on marketplace.zoom.us.\n')
  const terminal = { stdin, stderr }
  const accountId = given.accountId ?? (await ask(terminal, 'Account ID: '))
  const clientId = given.clientId ?? (await ask(terminal, 'Client ID: '))
  const clientSecret = await askSecret(terminal, 'Client secret (not shown): ')
  return complete({ accountId, clientId, clientSecret })
}

/** Reads what stood on standard input: the secret alone, or lines of an environment file. */
export function parseAppCredentials(text: string, given: Given): AppCredentials {
  const lines = text.split(/\r?\n/).map((line) => line.trim())
  const values = new Map<string, string>()
  for (const line of lines) {
    const [, name, value = ''] = /^(?:export\s+)?(ZOOM_[A-Z_]+)\s*=\s*(.*)$/.exec(line) ?? []
    if (name) values.set(name, value.replace(/^(["'])(.*)\1$/, '$2'))
  }
  const only = lines.filter((line) => line !== '')
  const secretAlone = values.size === 0 && only.length === 1 ? only[0] : undefined
  return complete({
    accountId: given.accountId ?? values.get('ZOOM_ACCOUNT_ID'),
    clientId: given.clientId ?? values.get('ZOOM_CLIENT_ID'),
    clientSecret: values.get('ZOOM_CLIENT_SECRET') ?? secretAlone,
  })
}

function complete(read: Readonly<Record<keyof AppCredentials, string | undefined>>): AppCredentials {
  const accountId = read.accountId?.trim() ?? ''
  const clientId = read.clientId?.trim() ?? ''
  const clientSecret = read.clientSecret?.trim() ?? ''
  const missing = [
    accountId || 'the account ID',
    clientId || 'the client ID',
    clientSecret || 'the client secret',
  ].filter((text, index) => text !== [accountId, clientId, clientSecret][index])
  if (missing.length === 0) return { accountId, clientId, clientSecret }
  throw new CommandError(
    'wrong_command_line',
    `${missing.join(', ')} ${missing.length === 1 ? 'is' : 'are'} missing.`,
    {
      remedy:
        'Run `convene auth login` at a terminal and answer, or give a file with ZOOM_ACCOUNT_ID=…, ZOOM_CLIENT_ID=… and ZOOM_CLIENT_SECRET=…: convene auth login < zoom.env',
    },
  )
}

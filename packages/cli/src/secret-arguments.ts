import { CommandError } from './errors.ts'

/** Options that people try for a secret, and the way that keeps it out of the process list and the shell's history. */
const remedies: Readonly<Record<string, string>> = {
  'client-secret':
    'Leave it out: `convene auth login` asks for it without showing it, or reads it from standard input.',
  passcode:
    'Leave it out and Zoom chooses one, or use --passcode-stdin, which asks for it or reads it from standard input.',
  token:
    'Sign in with `convene auth login`, or set ZOOM_ACCOUNT_ID, ZOOM_CLIENT_ID and ZOOM_CLIENT_SECRET in the environment.',
}

const meanings: Readonly<Record<string, string>> = {
  'client-secret': 'client-secret',
  secret: 'client-secret',
  'api-secret': 'client-secret',
  passcode: 'passcode',
  password: 'passcode',
  token: 'token',
  'access-token': 'token',
  'refresh-token': 'token',
}

/** Refuses a secret on the command line, before anything else is read, and without repeating it. */
export function refuseSecretArguments(argv: readonly string[]): void {
  for (const argument of argv) {
    if (argument === '--') return
    const name = /^--([a-z-]+)(?:=|$)/.exec(argument)?.[1] ?? ''
    const meaning = Object.hasOwn(meanings, name) ? meanings[name] : undefined
    if (meaning === undefined) continue
    throw new CommandError(
      'wrong_command_line',
      `--${name} is not taken from the command line, where other people and the shell's history can read it.`,
      {
        remedy: remedies[meaning] ?? '',
      },
    )
  }
}

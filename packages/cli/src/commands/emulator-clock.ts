import { CommandError } from '../errors.ts'
import { parseTimeSpan } from '../input/time-span.ts'
import { parseWord } from '../input/word.ts'
import { findEmulatorControl, withAccount } from '../local/emulator-control.ts'
import type { DefineCommand } from './command.ts'
import type { EmulatorState } from './emulator-status.ts'

const moves = ['advance', 'freeze', 'resume', 'reset'] as const

export const define: DefineCommand = (command, context) => {
  withAccount(command)
    .argument('<what>', 'advance, freeze, resume or reset')
    .argument('[value]', 'how far (2h, 90m, 7d), or the instant (2030-12-17T10:00:00Z) to freeze at')
    .action(async (text: string, value: string | undefined, { account }: { account?: string }) => {
      const { output } = context()
      const body = movement(parseWord('emulator clock', text, moves), value)
      const { url, call } = await findEmulatorControl(context(), account)
      const { now } = await call<EmulatorState>('POST', '/clock', body)
      output.answer({ url, now }, () => output.line(`It is ${now} at ${url}.`))
    })
}

function movement(what: (typeof moves)[number], value: string | undefined): object {
  if (what === 'advance') return { advance_ms: parseTimeSpan('advance', value ?? '') }
  if (what === 'freeze' && value !== undefined) return { freeze_at: value }
  if (value !== undefined)
    throw new CommandError('wrong_command_line', `emulator clock ${what} takes no value, and "${value}" is one.`, {
      remedy: `Write: convene emulator clock ${what}`,
    })
  return { [what]: true }
}

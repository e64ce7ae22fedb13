import { CommandError } from '../errors.ts'
import { readJsonFile } from '../input/json-file.ts'
import { parseWord } from '../input/word.ts'
import { findEmulatorControl } from '../local/emulator-control.ts'
import { envLines } from '../local/running-emulator.ts'
import type { DefineCommand } from './command.ts'

interface IsolatedAccount {
  readonly name: string
  readonly url: string
  readonly env: Readonly<Record<string, string>>
}

const actions = ['create', 'list', 'remove'] as const

export const define: DefineCommand = (command, context) => {
  command
    .argument('[what]', 'list (default), create or remove')
    .argument('[name]', 'create: left out, the emulator chooses one')
    .option('--seed <file>', 'create: account, apps and users, as JSON')
    .action(async (text: string | undefined, name: string | undefined, { seed }: { seed?: string }) => {
      const { output } = context()
      const action = parseWord('emulator accounts', text ?? 'list', actions)
      const input = {
        ...(name !== undefined && { name }),
        ...(seed !== undefined && { seed: await readJsonFile(seed) }),
      }
      const { call } = await findEmulatorControl(context(), null)
      if (action === 'create') {
        const account = await call<IsolatedAccount>('POST', '/accounts', input)
        // Nothing but these lines, so that they can go into a file or a shell.
        return output.answer(account, () => output.raw(envLines(account.env)))
      }
      if (action === 'list') {
        const { accounts } = await call<{ accounts: readonly IsolatedAccount[] }>('GET', '/accounts')
        return output.answer(
          accounts.map(({ name, url }) => ({ name, url })),
          () => {
            if (accounts.length === 0) return output.line('There is no isolated account.')
            output.table(accounts, [
              { header: 'Name', cell: ({ name }) => name },
              { header: 'Address', cell: ({ url }) => url },
            ])
          },
        )
      }
      if (name === undefined)
        throw new CommandError('wrong_command_line', 'emulator accounts remove needs a name.', {
          remedy: 'For example: convene emulator accounts remove paris',
        })
      await call('DELETE', `/accounts/${encodeURIComponent(name)}`)
      output.answer({ removed: name }, () => output.line(`${name} is gone.`))
    })
}

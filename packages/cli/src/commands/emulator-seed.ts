import { readJsonFile } from '../input/json-file.ts'
import { findEmulatorControl, withAccount } from '../local/emulator-control.ts'
import type { DefineCommand } from './command.ts'
import type { EmulatorState } from './emulator-status.ts'

export const define: DefineCommand = (command, context) => {
  withAccount(command)
    .argument('<file>', 'account, apps and users, as JSON')
    .action(async (file: string, { account }: { account?: string }) => {
      const { output } = context()
      const seed = await readJsonFile(file)
      const { url, call } = await findEmulatorControl(context(), account)
      const state = await call<EmulatorState>('POST', '/seed', seed)
      output.answer({ url, ...state }, () => output.line(`${url} has begun anew with ${file}: ${state.users} users.`))
    })
}

import { findEmulatorControl, withAccount } from '../local/emulator-control.ts'
import type { DefineCommand } from './command.ts'
import type { EmulatorState } from './emulator-status.ts'

export const define: DefineCommand = (command, context) => {
  withAccount(command).action(async ({ account }: { account?: string }) => {
    const { output } = context()
    const { url, call } = await findEmulatorControl(context(), account)
    const state = await call<EmulatorState>('POST', '/reset')
    output.answer({ url, ...state }, () =>
      output.line(`${url} has begun anew: ${state.users} users, ${state.meetings} meetings, ${state.now}.`),
    )
  })
}

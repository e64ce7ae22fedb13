import { findEmulatorControl, withAccount } from '../local/emulator-control.ts'
import type { DefineCommand } from './command.ts'

/** What `GET /_emulator/state` says. */
export interface EmulatorState {
  readonly now: string
  readonly accounts: number
  readonly apps: number
  readonly users: number
  readonly meetings: number
}

export const define: DefineCommand = (command, context) => {
  withAccount(command).action(async ({ account }: { account?: string }) => {
    const { output } = context()
    const { url, call } = await findEmulatorControl(context(), account)
    const state = await call<EmulatorState>('GET', '/state')
    const { faults } = await call<{ faults: readonly unknown[] }>('GET', '/faults')
    const { accounts } = await call<{ accounts: readonly { name: string }[] }>('GET', '/accounts')
    const isolated = accounts.map(({ name }) => name)
    output.answer({ url, ...state, faults: faults.length, isolated_accounts: isolated }, () => {
      output.record([
        ['Emulated Zoom', url],
        ['Time there', state.now],
        ['Users', state.users],
        ['Meetings', state.meetings],
        ['Faults', faults.length],
        ['Isolated accounts', isolated.join(', ') || 'none'],
      ])
    })
  })
}

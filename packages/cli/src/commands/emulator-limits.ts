import { findEmulatorControl, withAccount } from '../local/emulator-control.ts'
import type { DefineCommand } from './command.ts'

interface Remaining {
  readonly limit: number
  readonly remaining: number
}

interface Limits {
  readonly accounts: readonly {
    readonly account_id: string
    readonly plan: string
    readonly labels: Readonly<Record<string, Remaining & { readonly daily?: Remaining; readonly exceeded: number }>>
  }[]
  readonly hosts: readonly (Remaining & { readonly user_id: string; readonly email?: string })[]
}

const left = ({ remaining, limit }: Remaining) => `${remaining} of ${limit}`

export const define: DefineCommand = (command, context) => {
  withAccount(command).action(async ({ account }: { account?: string }) => {
    const { output } = context()
    const { call } = await findEmulatorControl(context(), account)
    const limits = await call<Limits>('GET', '/limits')
    output.answer(limits, () => {
      if (limits.accounts.length === 0) output.line('Nothing has been called yet.')
      for (const { account_id, plan, labels } of limits.accounts) {
        output.line(`${account_id}, plan ${plan}`)
        output.table(Object.entries(labels), [
          { header: 'Label', cell: ([label]) => label },
          { header: 'Left now', cell: ([, counts]) => left(counts) },
          { header: 'Left today', cell: ([, { daily }]) => daily && left(daily) },
          { header: 'Too many', cell: ([, { exceeded }]) => exceeded },
        ])
      }
      if (limits.hosts.length > 0)
        output.table(limits.hosts, [
          { header: 'Host', cell: ({ email, user_id }) => email ?? user_id },
          { header: 'Created or changed today, left', cell: left },
        ])
    })
  })
}

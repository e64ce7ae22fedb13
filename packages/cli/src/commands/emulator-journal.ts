import { parseLimit } from '../input/limit.ts'
import { findEmulatorControl, withAccount } from '../local/emulator-control.ts'
import type { DefineCommand } from './command.ts'

interface KeptRequest {
  readonly number: number
  readonly at: string
  readonly method: string
  readonly path: string
  readonly status?: number
  readonly duration_ms?: number
  readonly fault?: string
}

export const define: DefineCommand = (command, context) => {
  withAccount(command)
    .option('--last <n>', 'only so many (default: 20; with --json all that are kept)')
    .option('--clear', 'forget them')
    .action(async (options: { account?: string; last?: string; clear?: boolean }) => {
      const { output } = context()
      const last = parseLimit(options.last, '--last')
      const { call } = await findEmulatorControl(context(), options.account)
      if (options.clear) {
        await call('DELETE', '/journal')
        return output.answer({ cleared: true }, () => output.line('The journal is empty now.'))
      }
      const { requests } = await call<{ requests: readonly KeptRequest[] }>('GET', '/journal')
      const shown = requests.slice(-(last ?? (output.json ? requests.length : 20)))
      output.answer(shown, () => {
        if (shown.length === 0) return output.line('No request has come yet.')
        output.table(shown, [
          { header: '#', cell: ({ number }) => number },
          { header: 'At', cell: ({ at }) => at, spare: true },
          { header: 'Method', cell: ({ method }) => method },
          { header: 'Path', cell: ({ path }) => path, cut: true },
          { header: 'Status', cell: ({ status }) => status ?? 'none' },
          { header: 'ms', cell: ({ duration_ms: ms }) => ms?.toFixed(1), spare: true },
          { header: 'Fault', cell: ({ fault }) => fault },
        ])
      })
    })
}

import { type DeskOptions, withSettings } from '../desk/desk-options.ts'
import { runDesk } from '../desk/run-desk.ts'
import type { DefineCommand } from './command.ts'

export const define: DefineCommand = (command, context) => {
  withSettings(command).action((options: DeskOptions) => {
    const { output } = context()
    return runDesk(
      context(),
      options,
      ({ startWorker }, config) => startWorker(config),
      () =>
        output.answer({ working: true }, () => {
          output.line(
            'The workers of the booking desk run: meetings are made, mails sent, changes seen. Ctrl-C stops them.',
          )
        }),
    )
  })
}

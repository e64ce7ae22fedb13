import { type DeskOptions, withSettings } from '../desk/desk-options.ts'
import { runDesk } from '../desk/run-desk.ts'
import type { DefineCommand } from './command.ts'

export const define: DefineCommand = (command, context) => {
  withSettings(command).action((options: DeskOptions) => {
    const { output } = context()
    return runDesk(
      context(),
      options,
      ({ startDesk }, config) => startDesk(config),
      ({ url, firstAdminLink }) =>
        output.answer({ url, ...(firstAdminLink && { first_admin: firstAdminLink }) }, () => {
          output.line(`Booking desk: ${url}`)
          if (firstAdminLink !== undefined) {
            output.line('There is no administrator yet. This link makes one, once, within 24 hours:')
            output.line(`  ${firstAdminLink}`)
          }
          output.line('Ctrl-C stops it.')
        }),
    )
  })
}

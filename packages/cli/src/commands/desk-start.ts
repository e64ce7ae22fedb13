import { type DeskOptions, withSettings } from '../desk/desk-options.ts'
import { openDeskZoom } from '../desk/desk-zoom.ts'
import { readSettings } from '../desk/settings-file.ts'
import type { DefineCommand } from './command.ts'

export const define: DefineCommand = (command, context) => {
  withSettings(command).action(async ({ envFile }: DeskOptions) => {
    const { surroundings, options, output } = context()
    const settings = await readSettings(envFile, surroundings)
    await using zoom = await openDeskZoom(options, settings, surroundings)
    output.which(zoom.title)
    const { configFromEnvironment, startDesk } = await import('@convene/server')
    // Asked from here on, so that Ctrl-C at any moment ends it in order.
    const stopped = surroundings.untilAskedToStop()
    const desk = await startDesk(configFromEnvironment(zoom.settings))
    output.answer({ url: desk.url, ...(desk.firstAdminLink && { first_admin: desk.firstAdminLink }) }, () => {
      output.line(`Booking desk: ${desk.url}`)
      if (desk.firstAdminLink !== undefined) {
        output.line('There is no administrator yet. This link makes one, once, within 24 hours:')
        output.line(`  ${desk.firstAdminLink}`)
      }
      output.line('Ctrl-C stops it.')
    })
    await stopped
    await desk.stop()
  })
}

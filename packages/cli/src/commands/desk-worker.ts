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
    const { configFromEnvironment, startWorker } = await import('@convene/server')
    const stopped = surroundings.untilAskedToStop()
    const worker = await startWorker(configFromEnvironment(zoom.settings))
    output.answer({ working: true }, () => {
      output.line(
        'The workers of the booking desk run: meetings are made, mails sent, changes seen. Ctrl-C stops them.',
      )
    })
    await stopped
    await worker.stop()
  })
}

import type { CommandContext } from '../commands/command.ts'
import { openDeskZoom } from '../desk/desk-zoom.ts'
import { readSettings } from '../desk/settings-file.ts'
import { CommandError } from '../errors.ts'
import { type Finding, ok, problem, problemFromError } from './finding.ts'

/** Looks at the whole booking desk: settings, database, Zoom, mail server, OpenID provider, its address. Nothing is changed. */
export async function examineDesk(
  { surroundings, options, output }: CommandContext,
  envFile: string | undefined,
): Promise<Finding[]> {
  const { configFromEnvironment, examineDesk: examine, SettingsError } = await import('@convene/server')
  try {
    const settings = await readSettings(envFile, surroundings)
    await using zoom = await openDeskZoom(options, settings, surroundings)
    output.which(zoom.title)
    const config = configFromEnvironment(zoom.settings)
    return [ok('settings', 'Every setting can be used.'), ...(await examine(config))]
  } catch (error) {
    if (error instanceof SettingsError)
      return error.mistakes.map(({ name, says }) => problem('settings', `${name} ${says}`))
    if (!(error instanceof CommandError)) throw error
    return [problemFromError('settings', error)]
  }
}

import type { CommandContext } from '../commands/command.ts'
import type { DeskOptions } from './desk-options.ts'
import { openDeskZoom } from './desk-zoom.ts'
import { readSettings } from './settings-file.ts'

type Server = typeof import('@convene/server')

/** Starts the desk, or a part of it, by its settings; keeps it until somebody asks for its end, and stops it in order. */
export async function runDesk<Running extends { stop(): Promise<void> }>(
  { surroundings, options, output }: CommandContext,
  { envFile }: DeskOptions,
  start: (server: Server, config: ReturnType<Server['configFromEnvironment']>) => Promise<Running>,
  tell: (running: Running) => void,
): Promise<void> {
  const settings = await readSettings(envFile, surroundings)
  await using zoom = await openDeskZoom(options, settings, surroundings)
  output.which(zoom.title)
  const server = await import('@convene/server')
  // Asked from here on, so that Ctrl-C at any moment ends it in order.
  const stopped = surroundings.untilAskedToStop()
  const running = await start(server, server.configFromEnvironment(zoom.settings))
  tell(running)
  await stopped
  await running.stop()
}

import { collect } from '../input/collect.ts'
import { parsePort } from '../input/port.ts'
import { parseSwitches } from '../input/switches.ts'
import { envFile, localFolder, pathFrom } from '../local/local-folder.ts'
import { usualPort } from '../local/open-local-zoom.ts'
import {
  findRunningEmulator,
  forgetRunningEmulator,
  noteRunningEmulator,
  type RunningEmulatorNote,
} from '../local/running-emulator.ts'
import type { DefineCommand } from './command.ts'

interface EmulatorCommandOptions {
  readonly port?: string
  readonly seed?: string
  readonly data?: string
  readonly host?: string
  readonly allowHost?: readonly string[]
  readonly webhookHost?: readonly string[]
  readonly switch?: readonly string[]
}

export const define: DefineCommand = (command, context) => {
  command
    .option('--port <n>', `0 takes any free one (default: ${usualPort} or the next free one)`)
    .option('--seed <file>', 'account, apps and users, as JSON (default: a demo account)')
    .option('--data <file>', 'keep everything in this file (default: in memory)')
    .option('--host <address>', 'listen there instead of on 127.0.0.1; other machines can then reach it')
    .option('--allow-host <name>', 'also answer to this name (repeatable)', collect)
    .option('--webhook-host <name>', 'webhooks may be sent to this host too (repeatable)', collect)
    .option(
      '--switch <name=value>',
      'choose where nobody knows how Zoom behaves (repeatable; docs/deviations.md)',
      collect,
    )
    .action(async (options: EmulatorCommandOptions) => {
      const { surroundings, output } = context()
      const { defaultSwitches, startEmulator } = await import('@convene/zoom-emulator')
      const { seed, data, host, allowHost: allowHosts = [], webhookHost: webhookHosts = [] } = options
      await using emulator = await startEmulator({
        ...(options.port === undefined ? { port: usualPort, portFallback: true } : { port: parsePort(options.port) }),
        ...(seed !== undefined && { seed }),
        ...(data !== undefined && { data }),
        ...(host !== undefined && { host }),
        allowHosts,
        webhookHosts,
        switches: parseSwitches(options.switch ?? [], defaultSwitches),
      })
      const folder = localFolder(surroundings.cwd)
      const { url, env } = emulator
      // Asked from here on, so that Ctrl-C at any moment takes the note away again.
      const stopped = surroundings.untilAskedToStop()
      const other = await findRunningEmulator(folder, surroundings)
      const unnoted = other ? undefined : await tryNote(folder, { url, env, pid: surroundings.pid })
      const isNoted = !other && unnoted === undefined
      if (output.json) surroundings.stdout.write(`${JSON.stringify({ url })}\n`)
      else {
        const leaving = webhookHosts.length === 0 ? 'nothing leaves' : 'only webhooks leave'
        output.line(`Zoom: emulated, running at ${url}. Not Zoom; ${leaving} this machine.`)
        const file = pathFrom(surroundings.cwd, envFile(folder))
        if (isNoted) output.line(`Its ZOOM_* variables are in ${file}: npx node --env-file=${file} your-program.ts`)
        output.line('Ctrl-C stops it.')
      }
      for (const notice of emulator.notices) output.notice(notice)
      if (unnoted !== undefined) output.notice(`--local cannot find this emulator: ${unnoted}.`)
      if (other) output.notice(`Another emulator runs at ${other.url}; --local goes on using that one.`)
      await stopped
      if (isNoted) await forgetRunningEmulator(folder, url)
    })
}

/** Leaves the note for `--local`; where the folder cannot be written, gives the reason, and the emulator serves all the same. */
async function tryNote(folder: string, note: RunningEmulatorNote): Promise<string | undefined> {
  try {
    await noteRunningEmulator(folder, note)
    return undefined
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

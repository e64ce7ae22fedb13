import type { RunningEmulator } from '@convene/zoom-emulator'
import { CommandError } from '../errors.ts'
import { exitCodes } from '../exit-codes.ts'
import type { Surroundings } from '../surroundings.ts'
import { dataFile } from './local-folder.ts'

/** The port of `npm start`; links made without it work as soon as it runs there. */
export const usualPort = 4747

/** How often, and how long apart (ms), the end of another command on the same data is waited for. */
const patience = { tries: 200, pauseMs: 25 }

/** Opens the emulator on the data that `npm start` keeps, on the usual port or the next free one. */
export async function openLocalZoom(folder: string, { sleep }: Pick<Surroundings, 'sleep'>): Promise<RunningEmulator> {
  for (let tries = 1; ; tries++) {
    try {
      return await startLocalZoom(folder)
    } catch (error) {
      if (codeOf(error) !== 'data_in_use' || tries >= patience.tries) throw error
    }
    await sleep(patience.pauseMs)
  }
}

/** Starts the emulator on the data of `folder`; without `port` on the usual one or the next free one. */
export async function startLocalZoom(folder: string, port?: number): Promise<RunningEmulator> {
  const { startEmulator } = await import('@convene/zoom-emulator')
  try {
    const where = port === undefined ? { port: usualPort, portFallback: true } : { port }
    return await startEmulator({ ...where, data: dataFile(folder) })
  } catch (cause) {
    if (codeOf(cause) !== 'data_unreadable' || !(cause instanceof Error)) throw cause
    throw new CommandError('emulator_unavailable', cause.message.replace(/: name another file\.$/, '.'), {
      remedy: `Run the command in a folder of your own, or move ${folder} away.`,
      exitCode: exitCodes.refused,
      cause,
    })
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined
}

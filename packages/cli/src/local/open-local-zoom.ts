import type { RunningEmulator } from '@convene/zoom-emulator'
import type { Surroundings } from '../surroundings.ts'
import { dataFile } from './local-folder.ts'

/** The port of `npm start`; links made without it work as soon as it runs there. */
export const usualPort = 4747

/** How often, and how long apart (ms), the end of another command on the same data is waited for. */
const patience = { tries: 200, pauseMs: 25 }

/** Opens the emulator on the data that `npm start` keeps, on the usual port or the next free one. */
export async function openLocalZoom(folder: string, { sleep }: Pick<Surroundings, 'sleep'>): Promise<RunningEmulator> {
  const { startEmulator } = await import('@convene/zoom-emulator')
  for (let tries = 1; ; tries++) {
    try {
      return await startEmulator({ port: usualPort, portFallback: true, data: dataFile(folder) })
    } catch (error) {
      const inUse = error instanceof Error && 'code' in error && error.code === 'data_in_use'
      if (!inUse || tries >= patience.tries) throw error
    }
    await sleep(patience.pauseMs)
  }
}

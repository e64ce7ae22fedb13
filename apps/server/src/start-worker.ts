import { type DeskAmbient, realAmbient } from './ambient.ts'
import type { DeskConfig } from './config.ts'
import type { DeskContext } from './context.ts'
import { openDesk } from './open-desk.ts'
import { startWorkers } from './workers/start.ts'

/** The workers in a process of their own. */
export interface RunningWorker extends AsyncDisposable {
  readonly context: DeskContext
  stop(): Promise<void>
}

/** Starts the workers of a desk whose pages other processes serve (`CONVENE_WORKERS=apart`). */
export async function startWorker(config: DeskConfig, ambient: DeskAmbient = realAmbient): Promise<RunningWorker> {
  const desk = await openDesk(config, ambient)
  const { context } = desk
  const workers = startWorkers(desk.workers)
  context.log.info('worker_started', { zoom: config.zoom.is })
  let stopped: Promise<void> | undefined
  const stop = (): Promise<void> => {
    stopped ??= (async () => {
      await workers.stop()
      context.log.info('worker_stopped')
      await desk[Symbol.asyncDispose]()
    })()
    return stopped
  }
  return { context, stop, [Symbol.asyncDispose]: stop }
}

/** The desk, or its workers alone, as a process of its own, with its settings from the environment and a time that leaps when its parent says so. */
import { flushCompileCache } from 'node:module'
import { configFromEnvironment, realAmbient, startDesk, startWorker } from '@convene/server'
import { startLeapingTime } from './leaping-time.ts'

/** What the parent says. */
export interface DeskOrder {
  readonly leapMs: number
}

/** What it says once it listens. */
export interface DeskReport {
  /** Empty where nothing listens. */
  readonly url: string
}

const { now, setTimer, leap } = startLeapingTime(Number(process.env.DESK_TIME))
const ambient = { ...realAmbient, now, setTimer }
const config = configFromEnvironment(process.env)
const desk = process.env.DESK_PART === 'worker' ? undefined : await startDesk(config, ambient)
const running = desk ?? (await startWorker(config, ambient))
// Whoever is started in its place begins in a third of the time.
flushCompileCache()
process.on('message', ({ leapMs }: DeskOrder) => leap(leapMs))
const stop = async () => {
  await running.stop()
  process.disconnect?.()
}
process.once('SIGTERM', stop)
// Without its parent nobody would end it.
process.once('disconnect', () => process.exit())
process.send?.({ url: desk?.localUrl ?? '' } satisfies DeskReport)

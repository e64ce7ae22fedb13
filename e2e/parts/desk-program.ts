/** The desk as a process of its own, with its settings from the environment and a time that leaps when its parent says so. */
import { flushCompileCache } from 'node:module'
import { configFromEnvironment, realAmbient, startDesk } from '@convene/server'
import { startLeapingTime } from './leaping-time.ts'

/** What the parent says. */
export interface DeskOrder {
  readonly leapMs: number
}

/** What it says once it listens. */
export interface DeskReport {
  readonly url: string
}

const { now, setTimer, leap } = startLeapingTime(Number(process.env.DESK_TIME))
const desk = await startDesk(configFromEnvironment(process.env), { ...realAmbient, now, setTimer })
// Whoever is started in its place begins in a third of the time.
flushCompileCache()
process.on('message', ({ leapMs }: DeskOrder) => leap(leapMs))
const stop = async () => {
  await desk.stop()
  process.disconnect?.()
}
process.once('SIGTERM', stop)
// Without its parent nobody would end it.
process.once('disconnect', () => process.exit())
process.send?.({ url: desk.localUrl } satisfies DeskReport)

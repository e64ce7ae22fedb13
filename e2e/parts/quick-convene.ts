/** The command as it is, in a time that runs faster: a minute of waiting is a second. */
import { enableCompileCache } from 'node:module'

enableCompileCache()
const { run } = await import('../../packages/cli/src/main.ts')
const { realSurroundings } = await import('../../packages/cli/src/surroundings.ts')
const { quickNow } = await import('./quick-time.ts')

const time = JSON.parse(process.env.QUICK_TIME ?? '')
const real = realSurroundings()
process.exitCode = await run({
  ...real,
  now: () => quickNow(time),
  sleep: (ms, signal) => real.sleep(ms / time.speed, signal),
})

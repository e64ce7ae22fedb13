/** The command as it is, in a time that runs faster: a minute of waiting is a second. */
import { enableCompileCache } from 'node:module'

enableCompileCache()
const { run } = await import('../../packages/cli/src/main.ts')
const { realSurroundings } = await import('../../packages/cli/src/surroundings.ts')
const { inQuickTime } = await import('./quick-time.ts')

process.exitCode = await run(inQuickTime(realSurroundings(), process.env.QUICK_TIME ?? ''))

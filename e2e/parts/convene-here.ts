/**
 * Runs the command in the process of the test, by the entry that its own process takes: twenty times as fast. The process stands in
 * the folder of the command from then on, as paths on a command line are read from there.
 */
import { Readable } from 'node:stream'
import { run } from '../../packages/cli/src/main.ts'
import { realSurroundings, type Surroundings } from '../../packages/cli/src/surroundings.ts'
import { inQuickTime } from './quick-time.ts'

/** The machine as a command line sees it, and what stands on standard input. */
export interface Here {
  readonly argv: readonly string[]
  readonly env: Readonly<Record<string, string>>
  readonly folder: string
  readonly input: string
  /** Another time than the machine's, say. */
  readonly within?: ((here: Surroundings) => Surroundings) | undefined
}

export async function conveneHere({ argv, env, folder, input, within = (here) => here }: Here): Promise<{
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}> {
  process.chdir(folder)
  const said = { stdout: '', stderr: '' }
  const stream = (name: keyof typeof said) => ({ write: (text: string) => (said[name] += text) })
  const surroundings: Surroundings = {
    ...realSurroundings(),
    argv,
    env,
    cwd: folder,
    homeDir: folder,
    timeZone: env.TZ ?? 'UTC',
    stdin: Readable.from(input === '' ? [] : [input]),
    stdout: stream('stdout'),
    stderr: stream('stderr'),
    openBrowser: () => {},
    // Signals are for a process of its own.
    untilAskedToStop: () => new Promise(() => {}),
  }
  const timed = env.QUICK_TIME === undefined ? surroundings : inQuickTime(surroundings, env.QUICK_TIME)
  const code = await run(within(timed))
  return { code, ...said }
}

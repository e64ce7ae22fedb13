/** Workers as processes that are really killed and really stopped; whoever dies is replaced. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { NODE_COMPILE_CACHE } from './compile-cache.ts'
import type { KeeperProgramOptions } from './keeper-program.ts'

const program = fileURLToPath(new URL('keeper-program.ts', import.meta.url))

export interface CrewOptions extends Pick<KeeperProgramOptions, 'place' | 'settings'> {
  /** A worker for each name, and its environment. */
  readonly workers: ReadonlyMap<string, Readonly<Record<string, string>>>
}

export interface Crew extends AsyncDisposable {
  readonly names: readonly string[]
  /** Ends the worker at this instant, in the middle of whatever it does. */
  kill(name: string): void
  /** Lets it stand still for so long, as on a machine that sleeps; then it goes on with what it was about to do. */
  stop(name: string, ms: number): void
  /** What workers said that went wrong on their side, and those that ended by themselves. */
  readonly complaints: readonly string[]
}

export function startCrew({ workers, place, settings }: CrewOptions): Crew {
  const names = [...workers.keys()]
  const running = new Map<string, ChildProcess>()
  const complaints: string[] = []
  let isOver = false

  const start = (name: string): void => {
    const options: KeeperProgramOptions = { name, place, settings, isScheduled: names.indexOf(name) % 2 === 0 }
    const child = spawn(process.execPath, [program, JSON.stringify(options)], {
      env: { ...process.env, ...workers.get(name), NODE_COMPILE_CACHE },
      stdio: ['pipe', 'pipe', 'inherit'],
    })
    running.set(name, child)
    createInterface({ input: child.stdout }).on('line', (line) => complaints.push(`${name}: ${line}`))
    child.once('exit', (code, signal) => {
      if (isOver) return
      if (signal !== 'SIGKILL') complaints.push(`${name} ended by itself: ${code ?? signal}`)
      start(name)
    })
  }
  for (const name of names) start(name)

  return {
    names,
    complaints,
    kill: (name) => void running.get(name)?.kill('SIGKILL'),
    stop(name, ms) {
      const pid = running.get(name)?.pid
      // By a process of its own: it goes on even if this one is ended meanwhile.
      if (pid !== undefined) spawn('sh', ['-c', `kill -STOP ${pid}; sleep ${ms / 1000}; kill -CONT ${pid}`])
    },
    async [Symbol.asyncDispose]() {
      isOver = true
      const children = [...running.values()].filter(({ exitCode, signalCode }) => (exitCode ?? signalCode) === null)
      const ends = children.map((child) => once(child, 'exit'))
      for (const child of children) child.kill('SIGKILL')
      await Promise.all(ends)
    },
  }
}

/** Runs the command as its user does: in a folder of its own, with an environment that says only what a test says. */
import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { conveneHere, type Here } from './convene-here.ts'

/** Where the tests stand. */
const clone = process.cwd()
const program = fileURLToPath(new URL('../../packages/cli/bin/convene.js', import.meta.url))

/** What a run of the command left. */
export interface Ran {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
  /** Standard output read as JSON. */
  json<T = Record<string, unknown>>(): T
}

/** A command that goes on running. */
export interface Running {
  /** The next line of standard output. */
  line(): Promise<string>
  /** Waits for a line of either stream that `pattern` matches. */
  until(pattern: RegExp): Promise<string>
  /** Asks it to end, as Ctrl-C does, or ends it otherwise, and waits for that. */
  stop(signal?: NodeJS.Signals): Promise<Ran>
  /** Waits until it ends by itself. */
  ended: Promise<Ran>
}

/** A machine of a test: a home and a working folder that nobody else has. */
export interface TestMachine extends AsyncDisposable {
  readonly folder: string
  readonly env: Record<string, string>
  /** Runs it to its end, in the process of the test unless the machine says otherwise. */
  run(args: readonly string[], options?: { env?: Record<string, string>; input?: string }): Promise<Ran>
  /** Starts it in a process of its own. */
  start(args: readonly string[], options?: { env?: Record<string, string>; input?: string }): Running
}

export interface TestMachineOptions {
  /** What `start` starts; the command's own program. */
  readonly entry?: string
  /** `run` runs it in a process of its own, too. */
  readonly isApart?: boolean
  /** What a run in the process of the test has around it. */
  readonly within?: Here['within']
}

/** Makes a machine; `env` is added to the environment of every run. */
export async function createTestMachine(
  env: Readonly<Record<string, string>> = {},
  { entry = program, isApart = false, within }: TestMachineOptions = {},
): Promise<TestMachine> {
  const folder = await mkdtemp(join(tmpdir(), 'convene-command-'))
  const ownEnv = {
    PATH: '/nonexistent',
    HOME: folder,
    XDG_CONFIG_HOME: join(folder, 'config'),
    TZ: 'Europe/Berlin',
    ...env,
  }
  const running = new Set<Running>()
  const start: TestMachine['start'] = (args, options = {}) => {
    const child = spawn(process.execPath, [entry, ...args], { cwd: folder, env: { ...ownEnv, ...options.env } })
    child.stdin.on('error', () => {})
    child.stdin.end(options.input ?? '')
    const lines: string[] = []
    const waiting = new Set<() => void>()
    const wake = () => {
      for (const wakeUp of waiting) wakeUp()
    }
    let [stdout, stderr, taken] = ['', '', 0]
    child.stdout.on('data', (chunk) => {
      stdout += chunk
      wake()
    })
    child.stderr.on('data', (chunk) => {
      stderr += chunk
      wake()
    })
    createInterface({ input: child.stdout }).on('line', (line) => {
      lines.push(line)
      wake()
    })
    const ended = new Promise<Ran>((resolve) =>
      child.on('close', (code) => {
        running.delete(self)
        resolve({ code, stdout, stderr, json: () => JSON.parse(stdout) })
        wake()
      }),
    )
    const wait = async <T>(read: () => T | undefined): Promise<T> => {
      for (;;) {
        const found = read()
        if (found !== undefined) return found
        if (child.exitCode !== null)
          throw new Error(`convene ${args.join(' ')} ended (${child.exitCode}): ${stdout}${stderr}`)
        const { promise, resolve } = Promise.withResolvers<void>()
        waiting.add(resolve)
        await promise
        waiting.delete(resolve)
      }
    }
    const self: Running = {
      ended,
      line: () => wait(() => (taken < lines.length ? lines[taken++] : undefined)),
      until: (pattern) => wait(() => `${stdout}\n${stderr}`.split('\n').find((line) => pattern.test(line))),
      stop(signal = 'SIGINT') {
        child.kill(signal)
        return ended
      },
    }
    running.add(self)
    return self
  }
  return {
    folder,
    env: ownEnv,
    start,
    async run(argv, options = {}) {
      if (isApart) return await start(argv, options).ended
      const { env = {}, input = '' } = options
      const ran = await conveneHere({ argv, env: { ...ownEnv, ...env }, folder, input, within })
      return { ...ran, json: () => JSON.parse(ran.stdout) }
    },
    async [Symbol.asyncDispose]() {
      await Promise.all([...running].map((command) => command.stop()))
      process.chdir(clone)
      await rm(folder, { recursive: true, force: true })
    },
  }
}

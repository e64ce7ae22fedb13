/** A server in a process of its own, which tells its CPU and memory when asked. */
import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'

export interface ServerProcess extends AsyncDisposable {
  /** The first JSON message that it sent. */
  readonly ready: Readonly<Record<string, string>>
  /** Milliseconds from the start of the process to that message. */
  readonly readyAfterMs: number
  /** CPU so far, in µs. */
  cpu(): Promise<number>
  /** Resident memory, in MiB. */
  memory(): Promise<number>
  /** Sends a message and waits for the one that answers it. */
  ask(message: Readonly<Record<string, unknown>>): Promise<Readonly<Record<string, unknown>>>
}

const reporter = fileURLToPath(new URL('./report-usage.js', import.meta.url))

/** Starts a program. `isReady` is asked again and again until the program answers; without it the program sends a message. */
export async function startServer(
  program: string,
  args: readonly string[] = [],
  isReady?: () => Promise<Readonly<Record<string, string>> | undefined>,
): Promise<ServerProcess> {
  const startedAt = performance.now()
  const child = fork(program, args, {
    execArgv: ['--import', reporter],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const ready = (await (isReady ? untilReady(child, isReady) : nextMessage(child, 'ready'))) as Record<string, string>
  const readyAfterMs = performance.now() - startedAt
  const ask: ServerProcess['ask'] = (message) => {
    child.send(message)
    return nextMessage(child, String(message.do))
  }
  const usage = (): Promise<{ cpuMicros: number; rssMiB: number }> =>
    ask({ do: 'usage' }) as Promise<unknown> as Promise<{ cpuMicros: number; rssMiB: number }>
  return {
    ready,
    readyAfterMs,
    cpu: async () => (await usage()).cpuMicros,
    memory: async () => (await usage()).rssMiB,
    ask,
    [Symbol.asyncDispose]: async () => {
      const gone = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGKILL')
      await gone
    },
  }
}

function nextMessage(child: ChildProcess, about: string): Promise<Readonly<Record<string, unknown>>> {
  return new Promise((resolve, reject) => {
    const gone = (code: number | null): void => reject(new Error(`The server ended with ${code}.`))
    child.once('exit', gone)
    child.on('message', function listen(message: { about?: string }) {
      if (message.about !== about) return
      child.off('message', listen).off('exit', gone)
      resolve(message)
    })
  })
}

async function untilReady<T>(child: ChildProcess, isReady: () => Promise<T | undefined>): Promise<T> {
  while (child.exitCode === null) {
    const ready = await isReady()
    if (ready !== undefined) return ready
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  throw new Error(`The server ended with ${child.exitCode}.`)
}

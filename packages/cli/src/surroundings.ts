import { spawn } from 'node:child_process'
import { homedir } from 'node:os'
import type { Readable } from 'node:stream'
import type { FetchAnswer } from '@convene/zoom'
import type { TextStream } from './output/output.ts'

/** What one run takes from the machine it runs on, in one place. Only this file names the real ones. */
export interface Surroundings {
  readonly argv: readonly string[]
  readonly env: Readonly<Record<string, string | undefined>>
  readonly cwd: string
  readonly homeDir: string
  readonly platform: string
  readonly pid: number
  readonly nodeVersion: string
  readonly stdin: Readable & { isTTY?: boolean; setRawMode?: (on: boolean) => unknown }
  readonly stdout: TextStream
  readonly stderr: TextStream
  /** The zone of the person at this machine. */
  readonly timeZone: string
  /** The current instant, in milliseconds since 1970-01-01T00:00:00Z. */
  now(): number
  /** Waits, or stops waiting when `signal` is aborted. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>
  /** One GET request that follows no redirection and waits 10 seconds at most. */
  get(url: string, headers?: Record<string, string>): Promise<FetchAnswer>
  /** One request with a JSON body, or without one. */
  send(method: string, url: string, headers: Record<string, string>, body?: string): Promise<FetchAnswer>
  /** Opens a page in the person's browser; a machine without one does nothing. */
  openBrowser(url: string): void
  /** Whether a process of this number runs. */
  isAlive(pid: number): boolean
  /** Resolves at Ctrl-C, or when the process is asked to end; the second time ends it at once. */
  untilAskedToStop(): Promise<void>
}

/** The machine itself. */
export function realSurroundings(): Surroundings {
  return {
    argv: process.argv.slice(2),
    env: process.env,
    cwd: process.cwd(),
    homeDir: homedir(),
    platform: process.platform,
    pid: process.pid,
    nodeVersion: process.versions.node,
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    // Asked for when it is needed: the first question to Intl takes 20 ms.
    get timeZone() {
      return Intl.DateTimeFormat().resolvedOptions().timeZone
    },
    now: () => Date.now(),
    sleep: (ms, signal) =>
      new Promise((resolve) => {
        const timer = setTimeout(resolve, ms)
        signal?.addEventListener('abort', () => {
          clearTimeout(timer)
          resolve()
        })
      }),
    get: (url, headers = {}) => send('GET', url, headers),
    send,
    openBrowser,
    isAlive,
    untilAskedToStop: () =>
      new Promise((resolve) => {
        const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
        const asked = () => {
          // The second one ends the process, as if nobody listened.
          for (const signal of signals) process.off(signal, asked)
          resolve()
        }
        for (const signal of signals) process.on(signal, asked)
      }),
  }
}

/** Through `node:http`: loading what is behind the global `fetch` takes a third of the time of a whole command. */
async function send(method: string, url: string, headers: Record<string, string>, body?: string): Promise<FetchAnswer> {
  const { createNodeFetch } = await import('@convene/zoom/node')
  await using call = createNodeFetch()
  const signal = AbortSignal.timeout(10_000)
  return await call(url, { method, headers, redirect: 'manual', signal, ...(body !== undefined && { body }) })
}

const openers: Readonly<Record<string, readonly [program: string, ...args: string[]]>> = {
  darwin: ['open'],
  win32: ['rundll32', 'url.dll,FileProtocolHandler'],
}

function openBrowser(url: string): void {
  const [program, ...args] = openers[process.platform] ?? ['xdg-open']
  const child = spawn(program, [...args, url], { stdio: 'ignore', detached: true })
  // The URL is printed as well, so a machine without a browser loses nothing.
  child.on('error', () => {})
  child.unref()
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

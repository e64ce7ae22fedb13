/**
 * A process that keeps a private PostgreSQL in a temporary folder. It ends the server and removes the folder when its standard input
 * ends, which the system brings about when the process that started it is gone, however that happened.
 */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import {
  chmodSync,
  chownSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'

export interface PostgresPrograms {
  /** Holds `bin/initdb` and `bin/postgres`. */
  readonly folder: string
  readonly from: 'npm' | 'path'
}

/** The one line that it prints. */
export type KeeperReport = { readonly url: string } | { readonly error: string }

const programs = JSON.parse(process.argv[2] ?? '') as PostgresPrograms
const password = randomBytes(12).toString('hex')
const folder = mkdtempSync(join(tmpdir(), 'convene-postgres-'))
const data = join(folder, 'data')
/** PostgreSQL refuses to run as root. */
const unprivileged = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : undefined
const options = { ...unprivileged, cwd: folder, env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' } }
let server: ChildProcess | undefined

function report(line: KeeperReport): void {
  process.stdout.write(`${JSON.stringify(line)}\n`)
}

/** The server goes first, where there is one; nothing in it has to be saved. */
function end(): void {
  if (server === undefined) process.exit()
  server.once('exit', () => process.exit()).kill('SIGQUIT')
}

process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, end)
process.stdout.on('error', end)
process.stdin.on('close', end).resume()

try {
  const bin = join(programs.from === 'npm' ? copyPrograms(programs.folder) : programs.folder, 'bin')
  createCluster(bin)
  for (let attempt = 1; !(await startServer(bin)); attempt++)
    if (attempt === 5) throw new Error('five free ports in a row were taken by others')
} catch (error) {
  report({ error: error instanceof Error ? error.message : String(error) })
  process.exitCode = 1
  end()
}

/** A copy that an unprivileged user can read, wherever the clone lies, with the links that npm packages cannot hold. */
function copyPrograms(from: string): string {
  const to = join(folder, 'programs')
  for (const entry of readdirSync(from, { recursive: true, withFileTypes: true })) {
    const source = join(entry.parentPath, entry.name)
    const target = join(to, relative(from, source))
    // Nobody links against it here.
    if (!entry.isFile() || entry.name.endsWith('.a')) continue
    mkdirSync(dirname(target), { recursive: true })
    copyFileSync(source, target)
    chmodSync(target, 0o755)
  }
  const list = join(from, 'pg-symlinks.json')
  const links = existsSync(list) ? (JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) : []
  for (const { source, target } of links)
    symlinkSync(relative(dirname(target), source), join(to, relative('native', target)))
  return to
}

function createCluster(bin: string): void {
  const passwordFile = join(folder, 'password')
  writeFileSync(passwordFile, password, { mode: 0o600 })
  mkdirSync(data, { mode: 0o700 })
  if (unprivileged) {
    chmodSync(folder, 0o711)
    for (const path of [data, passwordFile]) chownSync(path, unprivileged.uid, unprivileged.gid)
  }
  const version = execFileSync(join(bin, 'postgres'), ['--version'], { ...options, encoding: 'utf8' })
  // Right upper and lower case in every language without the system's locales; older servers do not have it.
  const hasOwnLocale = Number(/(\d+)\./.exec(version)?.[1]) >= 17
  const locale = hasOwnLocale ? ['--locale-provider=builtin', '--builtin-locale=C.UTF-8'] : ['--no-locale']
  const access = ['--username=convene', `--pwfile=${passwordFile}`, '--auth=scram-sha-256']
  const args = [`--pgdata=${data}`, ...access, '--encoding=UTF8', ...locale, '--no-sync', '--no-instructions']
  execFileSync(join(bin, 'initdb'), args, { ...options, stdio: 'pipe' })
}

/** False when somebody else took the port meanwhile. */
async function startServer(bin: string): Promise<boolean> {
  const port = await freePort()
  const settings = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    fsync: 'off',
    synchronous_commit: 'off',
    full_page_writes: 'off',
  }
  const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const started = spawn(join(bin, 'postgres'), ['-D', data, ...args], {
    ...options,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  server = started
  let log = ''
  const isReady = await new Promise<boolean>((resolve, reject) => {
    started.once('error', (error) => {
      server = undefined
      reject(error)
    })
    started.once('exit', () => resolve(false))
    started.stderr.setEncoding('utf8').on('data', (text: string) => {
      log = `${log}${text}`.slice(-4000)
      if (log.includes('ready to accept connections')) resolve(true)
    })
  })
  if (isReady) {
    report({ url: `postgres://convene:${password}@127.0.0.1:${port}/postgres` })
    started.once('exit', () => process.exit())
    return true
  }
  server = undefined
  if (!log.includes('could not bind')) throw new Error(log.trim() || 'it ended without a word')
  return false
}

async function freePort(): Promise<number> {
  const listener = createServer().listen(0, '127.0.0.1')
  await once(listener, 'listening')
  const { port } = listener.address() as AddressInfo
  listener.close()
  await once(listener, 'close')
  return port
}

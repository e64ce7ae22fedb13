import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname } from 'node:path'
import { createInterface } from 'node:readline'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { sharedPostgres } from './parts/postgres.ts'

const found = await sharedPostgres()
const skip =
  found.missing ?? (process.env.CONVENE_POSTGRES_URL ? 'the server of CONVENE_POSTGRES_URL is not ours to end' : false)

/** A program that starts a server, prints the URL of a database, and then does `rest`. */
async function startProgram(rest: string) {
  const parts = fileURLToPath(new URL('parts/postgres.ts', import.meta.url))
  const program = `
    const { startPostgres } = await import(${JSON.stringify(parts)})
    const { postgres } = await startPostgres()
    console.log(await postgres.createDatabase())
    ${rest}`
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  for await (const url of createInterface({ input: child.stdout })) return { child, url }
  throw new Error('the program ended before its server was ready')
}

const isRunning = (pid: number): boolean => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

const ends: readonly (readonly [name: string, rest: string, how: (child: ReturnType<typeof spawn>) => void])[] = [
  ['is killed', 'setInterval(() => {}, 1000)', (child) => child.kill('SIGKILL')],
  ['is interrupted', 'setInterval(() => {}, 1000)', (child) => child.kill('SIGINT')],
  // It waits for a line, so that its server can be looked at before.
  [
    'ends without a word',
    'process.stdin.once("data", () => process.stdin.destroy())',
    (child) => child.stdin?.end('\n'),
  ],
]

for (const [name, rest, how] of ends)
  test(`a private PostgreSQL leaves no process and no file when its program ${name}`, {
    skip,
    timeout: 60_000,
  }, async () => {
    const { child, url } = await startProgram(rest)
    const client = new pg.Client({ connectionString: url })
    client.on('error', () => {})
    await client.connect()
    const { rows } = await client.query<{ pid: number; data: string }>(
      `SELECT split_part(pg_read_file('postmaster.pid'), E'\\n', 1)::int AS pid, current_setting('data_directory') AS data`,
    )
    const { pid = 0, data = '' } = rows[0] ?? {}
    assert.ok(isRunning(pid) && data !== '')
    const gone = new Promise((resolve) => client.once('end', resolve))
    how(child)
    await gone
    while (isRunning(pid) || existsSync(dirname(data))) await new Promise((resolve) => setTimeout(resolve, 20))
  })

test('each database that is asked for is an empty one', { skip: found.missing ?? false }, async () => {
  for (const _ of [1, 2]) {
    const client = new pg.Client({ connectionString: await found.postgres?.createDatabase() })
    await client.connect()
    await client.query('CREATE TABLE room (id int)')
    await client.end()
  }
})

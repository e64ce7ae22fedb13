import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { access, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { createTestMachine } from './parts/convene.ts'

/** Credentials that would fail at once where anything read them. */
const poison = {
  ZOOM_ACCOUNT_ID: 'real-account',
  ZOOM_CLIENT_ID: 'real-client',
  ZOOM_CLIENT_SECRET: 'real-secret',
  ZOOM_API_URL: 'https://zoom.invalid/v2',
  ZOOM_OAUTH_URL: 'https://zoom.invalid/oauth',
}

test('demo shows a meeting and what to type next, keeps it, and reads no credentials', async () => {
  await using machine = await createTestMachine(poison)
  const demo = machine.start(['demo', '--port', '0'])
  const first = await demo.line()
  assert.match(first, /^Zoom: emulated, running at http:\/\/127\.0\.0\.1:\d+\. Not Zoom/)
  const url = /http:\S+\d/.exec(first)?.[0] ?? ''
  await demo.until(/^Ctrl-C stops it/)

  const joinLink = /http\S+/.exec(await demo.until(/^Join link/))?.[0] ?? ''
  assert.ok(joinLink.startsWith(`${url}/j/`))
  assert.equal((await fetch(joinLink)).status, 200)
  assert.match(await demo.until(/^Meeting id/), /\d{3} \d{4} \d{4}$/)
  assert.match(await demo.until(/^When/), /18:00 to 19:00, Asia\/Taipei$/)
  assert.match(await demo.until(/^For you/), /1[01]:00, Europe\/Berlin$/)
  await demo.until(/^ {2}Passcode: \S+/)

  // Every command it proposes works when it is copied (npx itself is not started here).
  for (const text of await proposals(demo)) {
    const ran = await machine.start(text).ended
    assert.equal(ran.code, 0, `${text.join(' ')}: ${ran.stderr}`)
    assert.match(ran.stdout + ran.stderr, new RegExp(`^Zoom: emulated, running at ${url}`, 'm'))
  }
  const curl = (await demo.until(/; curl /)).trim()
  const { status, stdout: token } = spawnSync('sh', ['-c', curl], { cwd: machine.folder, encoding: 'utf8' })
  // 127: no curl on this machine.
  if (status !== 127) assert.equal(typeof JSON.parse(token).access_token, 'string')

  const again = await machine.run(['demo'])
  assert.equal(again.code, 0)
  assert.match(again.stdout, new RegExp(`^Zoom: emulated, running already at ${url}`))
  const fresh = await machine.run(['demo', '--fresh'])
  assert.equal(fresh.code, 1)
  assert.match(fresh.stderr, /runs already at .*\n {2}Stop it with Ctrl-C/)

  const env = await readFile(join(machine.folder, '.convene', 'env'), 'utf8')
  assert.match(env, new RegExp(`^ZOOM_API_URL=${url}/v2$`, 'm'))
  assert.equal((await stat(join(machine.folder, '.convene', 'env'))).mode & 0o777, 0o600)

  const { code, stdout, stderr } = await demo.stop()
  assert.deepEqual({ code, stderr }, { code: 0, stderr: '' })
  await assert.rejects(access(join(machine.folder, '.convene', 'emulator.json')))
  assert.ok(!stdout.includes('real-') && !stdout.includes('demo-secret'))

  const kept = machine.start(['demo', '--port', '0'])
  await kept.until(/^The meeting kept from last time/)
  assert.equal(/\d{3} \d{4} \d{4}$/.exec(await kept.until(/^Meeting id/))?.[0], /\d{3} \d{4} \d{4}$/m.exec(stdout)?.[0])
  // In the middle of its answer: Ctrl-C works from the first line on.
  assert.equal((await kept.stop()).code, 0)

  const emptied = machine.start(['demo', '--fresh', '--port', '0'])
  await emptied.until(/^A meeting was made/)
  await emptied.stop()
})

/** The lines that begin with `npx convene`, as arguments. */
async function proposals(demo: { until(pattern: RegExp): Promise<string> }): Promise<string[][]> {
  const lines = await Promise.all(
    [/^ {2}npx convene meetings list/, /create "Planning"/, /create "Weekly"/, /meetings invitation/].map(demo.until),
  )
  return lines.map((line) =>
    [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '').slice(2),
  )
}

test('--local needs no demo that runs: one command after the other shares the kept account', async () => {
  await using machine = await createTestMachine(poison)
  const made = await machine.run(['meetings', 'create', 'Alone', '--local', '--json'])
  assert.equal(made.code, 0, made.stderr)
  assert.match(made.stderr, /^Zoom: emulated, data in \.convene/)
  const both = await Promise.all([
    machine.start(['meetings', 'list', '--local', '--json']).ended,
    machine.start(['meetings', 'create', 'Beside', '--local', '--json']).ended,
  ])
  for (const { code, stderr } of both) assert.equal(code, 0, stderr)
  const rows = (await machine.run(['meetings', 'list', '--local', '--json'])).json<{ topic: string }[]>()
  assert.deepEqual(rows.map(({ topic }) => topic).sort(), ['Alone', 'Beside'])
})

test('emulator says its address in the first line, takes a seed and switches, and stops cleanly', async () => {
  await using machine = await createTestMachine()
  await writeFile(
    join(machine.folder, 'seed.json'),
    JSON.stringify({ account: { plan: 'pro' }, users: [{ email: 'only@example.com', timezone: 'Asia/Seoul' }] }),
  )
  const args = ['--port', '0', '--seed', 'seed.json', '--data', 'data.sqlite', '--switch', 'unlistedZone=host_zone']
  const emulator = machine.start(['emulator', '--json', ...args])
  const { url } = JSON.parse(await emulator.line())
  assert.deepEqual(
    Object.keys(JSON.parse((await readFile(join(machine.folder, '.convene', 'emulator.json'), 'utf8')) || '{}')).sort(),
    ['env', 'pid', 'url'],
  )
  const users = (await machine.run(['users', 'list', '--local', '--json'])).json<{ email: string }[]>()
  assert.deepEqual(
    users.map(({ email }) => email),
    ['only@example.com'],
  )
  assert.match(url, /^http:\/\/127\.0\.0\.1:\d+$/)
  const { code, stdout, stderr } = await emulator.stop()
  assert.deepEqual({ code, stderr }, { code: 0, stderr: '' })
  assert.equal(stdout, `${JSON.stringify({ url })}\n`)
})

test('a seed with mistakes names each of them and its place', async () => {
  await using machine = await createTestMachine()
  await writeFile(
    join(machine.folder, 'seed.json'),
    '{"account": {"plan": "platinum"}, "users": [{"first_name": "Nobody"}]}',
  )
  const { code, stderr } = await machine.run(['emulator', '--port', '0', '--seed', 'seed.json'])
  assert.equal(code, 2)
  assert.match(stderr, /account\.plan/)
  assert.match(stderr, /users\[0\]\.email/)
})

test('where nothing can be written, --local says what to do and an emulator in memory serves all the same', async () => {
  await using machine = await createTestMachine()
  await writeFile(join(machine.folder, '.convene'), 'a file where a folder should be')
  for (const line of ['demo', 'meetings list --local']) {
    const { code, stderr } = await machine.run(line.split(' '))
    assert.equal(code, 1)
    assert.match(stderr, /^Error: .*cannot be opened[\s\S]*\n {2}Run the command in a folder of your own/)
  }
  const emulator = machine.start(['emulator', '--port', '0'])
  const url = /http:\S+\d/.exec(await emulator.line())?.[0] ?? ''
  assert.equal((await fetch(`${url}/v2/users/me`)).status, 401)
  const { code, stderr } = await emulator.stop()
  assert.equal(code, 0)
  assert.match(stderr, /^--local cannot find this emulator: /)
})

test('a port that is taken is said', async () => {
  await using machine = await createTestMachine()
  const first = machine.start(['emulator', '--json', '--port', '0'])
  const { url } = JSON.parse(await first.line())
  const { code, stderr } = await machine.run(['emulator', '--port', new URL(url).port])
  assert.equal(code, 1)
  assert.match(stderr, /in use/)
})

test('an old Node hands over to the one that the clone brings', async (context) => {
  const old = ['/usr/bin/node', '/usr/local/bin/node'].find((path) => {
    const { stdout } = spawnSync(path, ['--version'], { encoding: 'utf8' })
    return /^v(1[89]|2[0-5])\./.test(stdout ?? '')
  })
  if (!old) return context.skip('no older Node is installed here')
  const program = fileURLToPath(new URL('../node_modules/.bin/convene', import.meta.url))
  const { status, stdout, stderr } = spawnSync(old, [program, 'meetings', 'get', 'x'], {
    encoding: 'utf8',
    env: { PATH: '' },
  })
  assert.deepEqual({ status, stdout }, { status: 2, stdout: '' })
  assert.match(stderr, /"x" is no meeting id/)
})

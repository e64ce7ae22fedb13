import assert from 'node:assert/strict'
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { startEmulator } from '@convene/zoom-emulator'
import { createTestMachine } from './parts/convene.ts'
import { startProxy } from './parts/proxy.ts'

/** The addresses alone: who signs in must not find credentials in the environment. */
const addresses = ({ ZOOM_API_URL = '', ZOOM_OAUTH_URL = '' }: Readonly<Record<string, string>>) => ({
  ZOOM_API_URL,
  ZOOM_OAUTH_URL,
})

/** Answers the consent page as a browser does: takes its form, chooses a user, and follows the way back. */
async function consentAs(email: string, pageUrl: string): Promise<Response> {
  const page = await (await fetch(pageUrl)).text()
  const form = new URLSearchParams({ user: email, decision: 'allow' })
  for (const [, name = '', value = ''] of page.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g))
    form.append(name, value.replaceAll('&amp;', '&'))
  const action = /<form method="post" action="([^"]+)"/.exec(page)?.[1] ?? ''
  const answer = await fetch(new URL(action, pageUrl), { method: 'POST', body: form, redirect: 'manual' })
  return fetch(answer.headers.get('location') ?? '')
}

const noModes = process.platform === 'win32' && 'Windows has no modes of files'

test('an app signs in from standard input, is used by its name, and is forgotten', async () => {
  await using zoom = await startEmulator()
  await using machine = await createTestMachine()
  const input = Object.entries(zoom.env)
    .map(([name, value]) => `${name}=${value}\n`)
    .join('')
  const env = addresses(zoom.env)

  const login = await machine.run(['auth', 'login', '--profile', 'practice'], { env, input })
  assert.equal(login.code, 0, login.stderr)
  assert.match(login.stdout, /^Signed in to account demo-account of the emulated Zoom at http/)

  const file = join(machine.folder, 'config', 'convene', 'profiles.json')
  assert.equal((await stat(file)).mode & 0o777, 0o600)

  // From here on the profile alone says where Zoom is.
  const list = await machine.run(['users', 'list', '--profile', 'practice'])
  assert.equal(list.code, 0, list.stderr)
  assert.match(list.stdout, /^Zoom: emulated, at http.*account demo-account \(profile practice\)\n/)
  const status = await machine.run(['auth', 'status', '--json'])
  assert.deepEqual(status.json().profiles, [
    { name: 'practice', kind: 'server_to_server', account: 'account demo-account', emulated: true },
  ])
  const unasked = await machine.run(['users', 'list'])
  assert.equal(unasked.code, 2)

  const logout = await machine.run(['auth', 'logout'])
  assert.equal(logout.code, 0, logout.stderr)
  assert.ok(!(await readFile(file, 'utf8')).includes(zoom.env.ZOOM_CLIENT_SECRET ?? 'none'))
  assert.match((await machine.run(['users', 'list', '--profile', 'practice'])).stderr, /no profile "practice"/)
  for (const { stdout, stderr } of [login, list, status, logout])
    assert.ok(!(stdout + stderr).includes(zoom.env.ZOOM_CLIENT_SECRET ?? 'none'))
})

test('a wrong secret is found before it is kept', async () => {
  await using zoom = await startEmulator()
  await using machine = await createTestMachine(addresses(zoom.env))
  const { ZOOM_ACCOUNT_ID = '', ZOOM_CLIENT_ID = '' } = zoom.env
  const args = ['auth', 'login', '--account-id', ZOOM_ACCOUNT_ID, '--client-id', ZOOM_CLIENT_ID]
  const login = await machine.run(args, { input: 'mistyped\n' })
  assert.equal(login.code, 4)
  assert.ok(!(login.stdout + login.stderr).includes('mistyped'))
  assert.deepEqual((await machine.run(['auth', 'status', '--json'])).json().profiles, [])
})

test('a profile that other people may read is not used', { skip: noModes }, async () => {
  await using zoom = await startEmulator()
  await using machine = await createTestMachine(addresses(zoom.env))
  const input = Object.entries(zoom.env)
    .map(([name, value]) => `${name}=${value}\n`)
    .join('')
  await machine.run(['auth', 'login'], { input })
  const { chmod } = await import('node:fs/promises')
  await chmod(join(machine.folder, 'config', 'convene', 'profiles.json'), 0o644)
  const { code, stderr } = await machine.run(['users', 'list', '--profile', 'default'])
  assert.equal(code, 2)
  assert.match(stderr, /other people of this machine may read it\.\n {2}Run: chmod 600/)
})

for (const [name, args, input] of [
  ['with its secret', [], 'demo-oauth-secret\n'],
  ['as a public client, by PKCE alone', ['--public-client'], ''],
] as const)
  test(`a person signs in with a browser, ${name}, and the sign-in outlives its token`, async () => {
    await using zoom = await startEmulator()
    await using machine = await createTestMachine()
    const command = ['auth', 'login', '--browser', '--client-id', 'demo-oauth-client', '--profile', 'me', ...args]
    const login = machine.start(command, { env: addresses(zoom.env), input })
    const pageUrl = await login.until(/\/oauth\/authorize\?/)
    assert.match(pageUrl, /code_challenge_method=S256/)
    const page = await consentAs('kenji@example.com', pageUrl)
    assert.match(await page.text(), /Back to the terminal/)
    const { code, stdout, stderr } = await login.ended
    assert.equal(code, 0, stderr)
    assert.match(stdout, /^Signed in as kenji@example\.com\./)
    assert.ok(!(stdout + stderr).includes('demo-oauth-secret'))

    const me = await machine.run(['api', 'GET', '/users/me', '--profile', 'me'])
    assert.equal(me.json().email, 'kenji@example.com')
    assert.match(me.stderr, /^Zoom: emulated, at http\S+, kenji@example\.com \(profile me\)/)

    zoom.clock.advance(2 * 60 * 60_000)
    for (const _ of [1, 2]) {
      const later = await machine.run(['meetings', 'list', '--profile', 'me', '--json'])
      assert.deepEqual(later.json<unknown[]>(), [])
    }
    const logout = await machine.run(['auth', 'logout', '--profile', 'me', '--json'])
    assert.deepEqual(logout.json(), { profile: 'me', removed: true, revoked_at_zoom: true })
  })

for (const [decision, exitCode, says] of [
  ['allow', 0, /^Signed in as kenji@example\.com\./m],
  ['deny', 4, /The person declined\./],
] as const)
  test(`a person signs a machine without a browser in, from another device, and chooses "${decision}"`, async () => {
    await using zoom = await startEmulator()
    // The emulator's clock moves by the interval with each question, so that nobody has to wait for it.
    await using proxy = await startProxy(zoom, (answer, { path }) => {
      if (path.startsWith('/oauth/devicecode'))
        answer.body = JSON.stringify({ ...JSON.parse(answer.body), interval: 0.01 })
      if (answer.body.includes('authorization_pending')) zoom.clock.advance(5000)
    })
    await using machine = await createTestMachine()
    const command = ['auth', 'login', '--device', '--client-id', 'demo-oauth-client', '--profile', 'me']
    const login = machine.start(command, { env: addresses(proxy.env), input: 'demo-oauth-secret\n' })
    const [page = ''] = /http\S+$/.exec(await login.until(/^or open /)) ?? []
    const [code = ''] = /[A-Z]{4}-[A-Z]{4}$/.exec(await login.until(/enter the code/)) ?? []
    const form = new URLSearchParams({ user_code: code, user: 'kenji@example.com', decision })
    assert.match(await (await fetch(page, { method: 'POST', body: form })).text(), /Your device is/)
    const ended = await login.ended
    assert.equal(ended.code, exitCode, ended.stderr)
    assert.match(ended.stdout + ended.stderr, says)
    assert.ok(!(ended.stdout + ended.stderr).includes('demo-oauth-secret'))
    if (decision === 'deny') return

    zoom.clock.advance(2 * 60 * 60_000)
    const later = await machine.run(['api', 'GET', '/users/me', '--profile', 'me'])
    assert.equal(later.json().email, 'kenji@example.com', later.stderr)
  })

test('a person who declines at the consent page is told what to do', async () => {
  await using zoom = await startEmulator()
  await using machine = await createTestMachine(addresses(zoom.env))
  const login = machine.start(['auth', 'login', '--browser', '--client-id', 'demo-oauth-client', '--public-client'])
  const pageUrl = new URL(await login.until(/\/oauth\/authorize\?/))
  const back = new URL(pageUrl.searchParams.get('redirect_uri') ?? '')
  back.searchParams.set('error', 'access_denied')
  back.searchParams.set('state', pageUrl.searchParams.get('state') ?? '')
  await fetch(back)
  const { code, stderr } = await login.ended
  assert.equal(code, 4)
  assert.match(stderr, /access_denied/)
})

test('a visitor who did not start the sign-in is refused', async () => {
  await using zoom = await startEmulator()
  await using machine = await createTestMachine(addresses(zoom.env))
  const login = machine.start(['auth', 'login', '--browser', '--client-id', 'demo-oauth-client', '--public-client'])
  const pageUrl = new URL(await login.until(/\/oauth\/authorize\?/))
  const back = new URL(pageUrl.searchParams.get('redirect_uri') ?? '')
  back.searchParams.set('code', 'stolen')
  back.searchParams.set('state', 'guessed')
  await fetch(back)
  const { code, stderr } = await login.ended
  assert.equal(code, 4)
  assert.match(stderr, /another state/)
  assert.ok(!stderr.includes('stolen'))
})

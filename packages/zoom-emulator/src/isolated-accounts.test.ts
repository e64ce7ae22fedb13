import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { signIn } from '../test/signed-calls.ts'
import { type IsolatedAccount, startEmulator } from './index.ts'

const json = { 'content-type': 'application/json' }

async function create(account: Pick<IsolatedAccount, 'url' | 'env' | 'fetch'>, topic: string) {
  const headers = { ...json, authorization: await signIn(account) }
  const answer = await fetch(`${account.url}/v2/users/me/meetings`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ topic }),
  })
  assert.equal(answer.status, 201)
  return (await answer.json()) as { id: number; join_url: string; start_url: string }
}

test('isolated accounts share a port and nothing else', async () => {
  await using emulator = await startEmulator()
  const { accounts } = emulator.control
  const [one, two] = [await accounts.create({ name: 'one' }), await accounts.create({ switches: { limits: 'all' } })]
  assert.equal(one.url, `${emulator.url}/@one`)
  assert.equal(one.env.ZOOM_API_URL, `${emulator.url}/@one/v2`)
  const ids = new Set([emulator, one, two].map(({ env }) => env.ZOOM_ACCOUNT_ID))
  assert.equal(ids.size, 3)
  await one.clock.freeze('2030-01-01T00:00:00Z')
  one.control.faults.add({ operation: '*', status: 503 })
  await create(two, 'Two')
  assert.notEqual(two.clock.now(), one.clock.now())
  assert.equal(one.control.journal.list().length, 0)
  assert.equal(emulator.control.journal.list().length, 0)
  assert.equal(two.control.journal.list().length, 2)
  assert.deepEqual(
    accounts.list().map(({ name }) => name),
    ['one', two.name],
  )
})

test('links and pages of an isolated account lead to itself', async () => {
  await using emulator = await startEmulator()
  const account = await emulator.control.accounts.create({ name: 'paris' })
  const { join_url, start_url } = await create(account, 'One')
  assert.ok(join_url.startsWith(`${emulator.url}/@paris/j/`))
  const page = await fetch(join_url)
  assert.equal(page.status, 200)
  for (const link of [start_url, join_url, `${account.url}/`, account.url]) {
    const html = await (await fetch(link)).text()
    const targets = Array.from(html.matchAll(/\s(?:href|action|src)="(\/[^"]*)"/g), ([, target]) => target)
    for (const target of targets) assert.ok(target?.startsWith('/@paris/'), `${link} leads to ${target}`)
  }
  const started = await fetch(start_url, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ zak: new URL(start_url).searchParams.get('zak') ?? '', action: 'start' }),
  })
  assert.equal(started.status, 303)
  assert.ok(started.headers.get('location')?.startsWith('/@paris/'), String(started.headers.get('location')))
})

test('a token of one account is refused in every other, whatever it asks', async () => {
  await using emulator = await startEmulator()
  const { accounts } = emulator.control
  const all = [
    emulator,
    await accounts.create(),
    await accounts.create(),
    await accounts.create({ seed: { account: { id: 'demo-account' } } }),
  ]
  const tokens = await Promise.all(all.map(signIn))
  const paths = ['/users', '/users/me', '/users/me/meetings', '/meetings/91234567890', '/anything']
  await fc.assert(
    fc.asyncProperty(
      fc.nat(all.length - 1),
      fc.nat(all.length - 1),
      fc.constantFrom('GET', 'POST', 'PATCH', 'DELETE'),
      fc.constantFrom(...paths),
      async (owner, asked, method, path) => {
        const answer = await (all[asked] ?? emulator).fetch(`/v2${path}`, {
          method,
          headers: { authorization: tokens[owner] ?? '' },
        })
        if (owner === asked) assert.notEqual(answer.status, 401)
        else {
          assert.equal(answer.status, 401)
          assert.equal(((await answer.json()) as { code: number }).code, 124)
        }
      },
    ),
  )
})

test("the credentials of one account do not sign in at another's address", async () => {
  await using emulator = await startEmulator()
  const account = await emulator.control.accounts.create()
  const { ZOOM_CLIENT_ID, ZOOM_CLIENT_SECRET, ZOOM_ACCOUNT_ID } = account.env
  const answer = await emulator.fetch('/oauth/token', {
    method: 'POST',
    headers: { authorization: `Basic ${btoa(`${ZOOM_CLIENT_ID}:${ZOOM_CLIENT_SECRET}`)}` },
    body: new URLSearchParams({ grant_type: 'account_credentials', account_id: ZOOM_ACCOUNT_ID ?? '' }),
  })
  assert.equal(answer.status, 401)
})

test('an account that was removed is gone, and its name is free', async () => {
  await using emulator = await startEmulator()
  const { accounts } = emulator.control
  {
    await using account = await accounts.create({ name: 'short' })
    await create(account, 'One')
  }
  const answer = await emulator.fetch('/@short/v2/users')
  assert.equal(answer.status, 404)
  assert.match(await answer.text(), /There is no isolated account \\"short\\" here; there is no other\./)
  assert.equal(accounts.remove('short'), false)
  assert.equal((await accounts.create({ name: 'short' })).control.journal.list().length, 0)
})

test('programs in other languages make and remove accounts by HTTP', async () => {
  await using emulator = await startEmulator()
  const control = { ...json, 'x-convene': '1' }
  const ask = (method: string, path: string, body?: object) =>
    fetch(`${emulator.url}/_emulator${path}`, { method, headers: control, ...(body && { body: JSON.stringify(body) }) })
  const made = await ask('POST', '/accounts', {
    name: 'ci-1',
    seed: { users: [{ email: 'ann@example.com' }] },
    random_seed: 7,
  })
  assert.equal(made.status, 201)
  const { url, env } = (await made.json()) as Pick<IsolatedAccount, 'url' | 'env'>
  await create({ url, env, fetch }, 'One')
  const state = await fetch(`${url}/_emulator/state`, { headers: control })
  assert.deepEqual(((await state.json()) as { meetings: number }).meetings, 1)
  assert.equal((await fetch(`${url}/_emulator/accounts`, { method: 'POST', headers: control, body: '{}' })).status, 400)
  assert.equal((await ask('DELETE', '/accounts/ci-1')).status, 204)
  assert.equal((await ask('DELETE', '/accounts/ci-1')).status, 404)
  for (const [body, says] of [
    [{ name: 'No!' }, /"field":"name"/],
    [{ nam: 'x' }, /did you mean name/],
    [{ switches: { limits: 'some' } }, /"some\\" is not one of off, daily, all/],
    [{ seed: '/etc/passwd' }, /"field":"seed"/],
    [{ seed: { users: [{ email: 'x' }] } }, /users\[0\]\.email/],
  ] as const) {
    const refused = await ask('POST', '/accounts', body)
    assert.equal(refused.status, 400)
    assert.match(await refused.text(), says)
  }
})

test('the same calls get the same ids with a fixed seed, also after a reset', async () => {
  const run = async (emulator: Pick<IsolatedAccount, 'url' | 'env' | 'fetch'>) => {
    const { id, join_url } = await create(emulator, 'One')
    return [id, new URL(join_url).search]
  }
  await using first = await startEmulator({ randomSeed: 42 })
  await using second = await startEmulator({ randomSeed: 42 })
  await using other = await startEmulator({ randomSeed: 43 })
  const ids = await run(first)
  assert.deepEqual(await run(second), ids)
  assert.notDeepEqual(await run(other), ids)
  first.control.reset()
  assert.deepEqual(await run(first), ids)
})

test('another seed replaces everything, and a wrong one nothing', async () => {
  await using emulator = await startEmulator()
  await create(emulator, 'One')
  assert.throws(() => emulator.control.seed({ users: [{ email: 'x' }] }), { code: 'seed_invalid' })
  assert.equal((await create(emulator, 'Two')).join_url.startsWith(emulator.url), true)
  emulator.control.seed({ account: { id: 'acme' }, users: [{ email: 'ann@example.com' }] })
  assert.equal(emulator.env.ZOOM_ACCOUNT_ID, 'acme')
  emulator.control.reset()
  assert.equal(emulator.env.ZOOM_ACCOUNT_ID, 'acme')
})

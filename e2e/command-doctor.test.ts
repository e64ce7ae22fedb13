import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type EmulatorOptions, startEmulator } from '@convene/zoom-emulator'
import { createTestMachine } from './parts/convene.ts'
import { startProxy } from './parts/proxy.ts'

interface Finding {
  readonly check: string
  readonly state: 'ok' | 'note' | 'problem'
  readonly says: string
  readonly remedy?: string
}

/** Runs doctor against an emulator, in an environment with a fault planted by `change`. */
async function examine(
  options: EmulatorOptions,
  change: (env: Record<string, string>) => Record<string, string>,
): Promise<{ code: number | null; ok: boolean; findings: Finding[]; output: string }> {
  await using zoom = await startEmulator(options)
  await using machine = await createTestMachine()
  const ran = await machine.run(['doctor', '--json'], { env: change({ ...zoom.env }) })
  assert.equal(ran.stdout[0], '{', ran.stderr)
  return { code: ran.code, output: ran.stdout + ran.stderr, ...ran.json<{ ok: boolean; findings: Finding[] }>() }
}

const same = (env: Record<string, string>) => env

test('doctor finds nothing where everything works', async () => {
  const { code, ok, findings } = await examine({}, same)
  assert.deepEqual({ code, ok }, { code: 0, ok: true })
  assert.deepEqual(
    findings.map(({ check }) => check),
    ['node', 'credentials', 'reach', 'clock', 'sign-in', 'scopes', 'licence', 'zone'],
  )
})

interface Fault {
  readonly name: string
  readonly options?: EmulatorOptions
  readonly change?: (env: Record<string, string>) => Record<string, string>
  readonly check: string
  readonly state: 'note' | 'problem'
  readonly says: RegExp
  readonly remedy: RegExp
  readonly code: number
}

const basicOwner = { email: 'basic@example.com', type: 1, role_id: '0', timezone: 'Asia/Tokyo' } as const
const faults: readonly Fault[] = [
  {
    name: 'a variable that is missing',
    change: ({ ZOOM_CLIENT_ID: _, ...env }) => env,
    check: 'credentials',
    state: 'problem',
    says: /ZOOM_CLIENT_ID missing/,
    remedy: /Set ZOOM_CLIENT_ID/,
    code: 2,
  },
  {
    name: 'quotes that were copied along',
    change: (env) => ({ ...env, ZOOM_CLIENT_SECRET: `"${env.ZOOM_CLIENT_SECRET}"` }),
    check: 'credentials',
    state: 'problem',
    says: /ZOOM_CLIENT_SECRET contains .*quotes/,
    remedy: /^$/,
    code: 2,
  },
  {
    name: 'a wrong secret',
    change: (env) => ({ ...env, ZOOM_CLIENT_SECRET: 'wrong-secret' }),
    check: 'sign-in',
    state: 'problem',
    says: /Invalid client_id or client_secret/,
    remedy: /./,
    code: 4,
  },
  {
    name: 'a wrong account',
    change: (env) => ({ ...env, ZOOM_ACCOUNT_ID: 'someone-else' }),
    check: 'sign-in',
    state: 'problem',
    says: /./,
    remedy: /./,
    code: 4,
  },
  {
    name: 'a scope that the app was not given',
    options: {
      seed: {
        apps: [
          {
            type: 'server_to_server',
            scopes: ['meeting:read:meeting:admin', 'user:read:user:admin', 'user:read:list_users:admin'],
          },
        ],
      },
    },
    check: 'scopes',
    state: 'problem',
    says: /^meeting:write:meeting:admin is missing: `convene meetings create` will be refused\.$/,
    remedy: /marketplace\.zoom\.us, under Scopes/,
    code: 4,
  },
  {
    name: 'a user without a licence',
    options: { seed: { users: [basicOwner] } },
    check: 'licence',
    state: 'note',
    says: /basic@example\.com is Basic: Zoom ends its meetings after 40 minutes/,
    remedy: /administrator/,
    code: 0,
  },
  {
    name: 'a profile in another zone than the machine',
    options: { seed: { users: [{ ...basicOwner, type: 2 }] } },
    check: 'zone',
    state: 'note',
    says: /profile is in Asia\/Tokyo, this machine in Europe\/Berlin/,
    remedy: /--time-zone/,
    code: 0,
  },
  {
    name: 'a Zoom that does not answer',
    // Port 1 is reserved and nobody listens there.
    change: (env) => ({ ...env, ZOOM_API_URL: 'http://127.0.0.1:1/v2' }),
    check: 'reach',
    state: 'problem',
    says: /127\.0\.0\.1:1 does not answer/,
    remedy: /convene emulator/,
    code: 1,
  },
]

for (const { name, options = {}, change = same, check, state, says, remedy, code } of faults)
  test(`doctor finds ${name}`, async () => {
    const ran = await examine(options, change)
    const found = ran.findings.filter((finding) => finding.check === check && finding.state === state)
    assert.ok(
      found.some((finding) => says.test(finding.says) && remedy.test(finding.remedy ?? '')),
      ran.output,
    )
    assert.equal(ran.code, code)
    assert.equal(ran.ok, state === 'note')
    assert.ok(!ran.output.includes('wrong-secret') && !ran.output.includes('demo-secret'))
  })

test('doctor finds a clock that is wrong', async () => {
  await using zoom = await startEmulator()
  await using proxy = await startProxy(zoom, ({ headers }) => {
    headers.date = new Date(Date.now() - 7_200_000).toUTCString()
  })
  await using machine = await createTestMachine(proxy.env)
  const { code, stdout } = await machine.run(['doctor'])
  assert.match(
    stdout,
    /PROBLEM {2}clock +This machine's clock is 7(19|20)\d s ahead of the server's\.\n +→ Set the clock/,
  )
  assert.match(stdout, /1 problem found\./)
  assert.equal(code, 1)
})

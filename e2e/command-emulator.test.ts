import assert from 'node:assert/strict'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { createWebhookHandler, type WebhookHandler } from '@convene/zoom/webhooks'
import { startEmulator } from '@convene/zoom-emulator'
import { createTestMachine } from './parts/convene.ts'

const create = ['meetings', 'create', 'Weekly', '--start', '2030-12-17 18:00', '--time-zone', 'Asia/Taipei']
const operation = 'POST /users/{userId}/meetings'

test('the emulator that runs is looked at, moved, made to fail, asked what was called, and begun anew', async () => {
  await using machine = await createTestMachine()
  const emulator = machine.start(['emulator', '--port', '0'])
  await emulator.until(/running at/)
  const ask = async (...args: string[]) => (await machine.run(['emulator', ...args, '--json'])).json()

  assert.equal((await ask('clock', 'freeze', '2030-01-01T00:00:00Z')).now, '2030-01-01T00:00:00.000Z')
  assert.equal((await ask('clock', 'advance', '1h30m')).now, '2030-01-01T01:30:00.000Z')
  assert.equal((await ask('faults', 'add', operation, '--status', '503', '--count', '1')).id, 'fault-1')
  assert.equal((await machine.run([...create, '--local'])).code, 1)
  assert.equal((await machine.run([...create, '--local'])).code, 0)

  assert.match((await machine.run(['emulator', 'faults'])).stdout, /count 1, status 503/)
  const [fault] = (await machine.run(['emulator', 'faults', '--json'])).json<{ struck: number }[]>()
  assert.equal(fault?.struck, 1)
  assert.equal((await ask('verify', operation, '--times', '2', '--body', '{"topic": "Weekly"}')).ok, true)
  const missed = await machine.run(['emulator', 'verify', operation, '--body', '{"topic": "Weekl"}'])
  assert.equal(missed.code, 1)
  assert.match(missed.stdout, /body\.topic: "Weekly" instead of "Weekl"/)
  const journal = (await machine.run(['emulator', 'journal', '--json'])).stdout
  assert.doesNotMatch(journal, /demo-secret|eyJ/)

  assert.equal((await ask('status')).meetings, 1)
  assert.equal((await ask('reset')).meetings, 0)
  assert.equal((await emulator.stop()).code, 0)
})

test('an isolated account is made for a program by the lines of its environment', async () => {
  await using zoom = await startEmulator()
  await using machine = await createTestMachine({ ZOOM_API_URL: zoom.env.ZOOM_API_URL ?? '' })
  await writeFile(join(machine.folder, 'seed.json'), '{"users": [{"email": "ann@example.com"}]}')
  const made = await machine.run(['emulator', 'accounts', 'create', 'paris', '--seed', 'seed.json'])
  assert.equal(made.code, 0, made.stderr)
  const env = Object.fromEntries(
    made.stdout
      .trim()
      .split('\n')
      .map((line) => line.split(/=(.*)/s).slice(0, 2)),
  )
  assert.equal(env.ZOOM_API_URL, `${zoom.url}/@paris/v2`)
  assert.equal((await machine.run(create, { env })).code, 0)
  assert.equal((await machine.run(['emulator', 'status', '--json'], { env })).json().meetings, 1)
  assert.equal((await machine.run(['emulator', 'status', '--json'])).json().meetings, 0)
  assert.equal((await machine.run(['emulator', 'accounts', 'remove', 'paris'])).code, 0)
})

test('webhooks are subscribed, made to go wrong, listed without secrets and sent again', async () => {
  let heard = 0
  let receive: WebhookHandler | undefined
  await using zoom = await startEmulator({
    deliver: async (request) => (await receive?.(request)) ?? new Response(null, { status: 404 }),
  })
  const secretToken = zoom.env.ZOOM_WEBHOOK_SECRET_TOKEN ?? ''
  receive = createWebhookHandler({
    secretToken,
    onOther: () => void heard++,
    onError: assert.ifError,
    ambient: { now: () => zoom.clock.now() },
  })
  await using machine = await createTestMachine(zoom.env)
  const webhooks = (...args: string[]) => machine.run(['emulator', 'webhooks', ...args])
  assert.match((await webhooks()).stdout, /No address is subscribed\.\nNothing was sent yet\./)
  const subscribed = await webhooks('subscribe', 'https://example.com/zoom', '--events', 'meeting.created user.*')
  assert.match(subscribed.stdout, /answered its check and is subscribed/, subscribed.stderr)
  assert.equal((await webhooks('disturb', 'lose', '--events', 'meeting.*')).code, 0)
  assert.equal((await machine.run([...create, '--passcode-stdin'], { input: 'hush4me\n' })).code, 0)
  await zoom.clock.advance(0)
  assert.equal(heard, 0)

  const listed = await webhooks('list', '--json')
  assert.doesNotMatch(listed.stdout, /hush4me/)
  assert.ok(!listed.stdout.includes(secretToken))
  const { deliveries, subscriptions } = listed.json<Record<string, { id: string; state: string }[]>>()
  assert.equal(deliveries?.[0]?.state, 'lost')
  const sent = await webhooks('retry', deliveries?.[0]?.id ?? '')
  assert.match(sent.stdout, /meeting\.created was sent again: answered 20[04]\./, sent.stderr)
  assert.equal(heard, 1)
  assert.equal((await webhooks('unsubscribe', subscriptions?.[0]?.id ?? '')).code, 0)
  assert.match((await webhooks()).stdout, /No address is subscribed/)
})

test('the help of a command below shows its own options, not those for starting an emulator', async () => {
  await using machine = await createTestMachine()
  const { stdout } = await machine.run(['emulator', 'faults', '--help'])
  assert.match(stdout, /--status <n>/)
  assert.match(stdout, /--local/)
  assert.doesNotMatch(stdout, /--port|--webhook-host|--version/)
})

const mistakes: readonly (readonly [args: readonly string[], says: RegExp, code: number])[] = [
  [['statu'], /There is no command "emulator statu".*\n.*convene emulator status/, 2],
  [['start'], /There is no command "emulator start".*\n {2}Did you mean: convene emulator\n/, 2],
  [['journal', '--last', 'x'], /--last "x"/, 2],
  [['clock', 'freze'], /convene emulator clock freeze/, 2],
  [['clock', 'advance', '2'], /advance "2": no stretch of time.*\n.*advance 2h/, 2],
  [['faults', 'add', 'POST /users/{userId}/meetingz'], /did you mean "POST \/users\/\{userId\}\/meetings"/, 2],
  [['faults', 'add', '*', '--cut', '--effect', 'late'], /--late: is missing/, 2],
  [['webhooks', 'subscribe'], /needs to know which\.\n.*webhooks subscribe http/, 2],
  [['webhooks', 'subscribe', 'https://example.com/zoom'], /example\.com/, 2],
  [['webhooks', 'retry', 'x'], /There is no "x"/, 3],
  [['webhooks', 'disturb', 'twice'], /effect/, 2],
  [['faults', 'remove', 'x'], /There is no fault "x"/, 3],
  [['verify', operation, '--body', 'topic'], /--body is no JSON object/, 2],
  [['accounts', 'create', 'Paris'], /name: "Paris" is not/, 2],
  [['seed', 'none.json'], /none\.json cannot be read/, 2],
]
test('mistakes are told with what was meant', async () => {
  await using zoom = await startEmulator()
  await using machine = await createTestMachine({ ZOOM_API_URL: zoom.env.ZOOM_API_URL ?? '' })
  for (const [args, says, code] of mistakes) {
    const ran = await machine.run(['emulator', ...args])
    assert.equal(ran.code, code, ran.stderr)
    assert.match(ran.stderr, says)
  }
})

test('where no emulator runs, the way to start one is told', async () => {
  await using machine = await createTestMachine()
  const { code, stderr } = await machine.run(['emulator', 'status'])
  assert.equal(code, 1)
  assert.match(stderr, /No emulated Zoom is running here\.\n.*convene emulator/)
})

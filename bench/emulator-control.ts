/** How long do the things take that a test does before each case: a reset, an account of its own? */
import { startEmulator } from '@convene/zoom-emulator'
import { machine, median, printTable, spread } from './parts/race.ts'

const rounds = 30
const meetings = 10_000

await using emulator = await startEmulator()
const { control, env, fetch } = emulator

async function signIn(): Promise<Record<string, string>> {
  const answer = await fetch('/oauth/token', {
    method: 'POST',
    headers: { authorization: `Basic ${btoa(`${env.ZOOM_CLIENT_ID}:${env.ZOOM_CLIENT_SECRET}`)}` },
    body: new URLSearchParams({ grant_type: 'account_credentials', account_id: env.ZOOM_ACCOUNT_ID ?? '' }),
  })
  const { access_token: token } = (await answer.json()) as { access_token: string }
  return { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
}

async function fill(): Promise<void> {
  const headers = await signIn()
  const body = JSON.stringify({ topic: 'One', start_time: '2030-12-20T10:00:00Z' })
  for (let made = 0; made < meetings; made += 1) {
    const answer = await fetch('/v2/users/me/meetings', { method: 'POST', headers, body })
    if (answer.status !== 201) throw new Error(await answer.text())
  }
}

/** The milliseconds of each round; `prepare` does not count. */
async function measure(count: number, work: () => unknown, prepare: () => unknown = () => {}): Promise<number[]> {
  const times: number[] = []
  for (let round = 0; round < count; round += 1) {
    await prepare()
    const startedAt = performance.now()
    await work()
    times.push(performance.now() - startedAt)
  }
  return times
}

const rows = {
  [`reset with ${meetings} meetings`]: await measure(5, () => control.reset(), fill),
  'reset of an empty account': await measure(rounds, () => control.reset()),
  'an isolated account': await measure(rounds, () => control.accounts.create()),
  'an isolated account and its first answer': await measure(rounds, async () => {
    const account = await control.accounts.create()
    await account.fetch('/v2/users/me')
  }),
}
console.log(`${machine()}\n`)
printTable([
  ['', 'ms', ''],
  ...Object.entries(rows).map(([name, times]) => [name, median(times).toFixed(2), spread(times)]),
])
const before = process.memoryUsage().heapUsed
await measure(200, () => control.accounts.create())
console.log(
  `\nMemory of an isolated account: ${((process.memoryUsage().heapUsed - before) / 200 / 1024).toFixed(0)} KiB`,
)
console.log('Aims: a reset within 5 ms; an isolated account within 10 ms.')

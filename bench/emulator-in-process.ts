/**
 * How many calls a second does the emulator answer without a socket, for a simulation, and what does a world of its own cost?
 * Beside what the standard's `Request` and `Response` with such a text cost alone.
 */
import { startEmulator } from '@convene/zoom-emulator'
import { type Contender, machine, median, printRace, race } from './parts/race.ts'
import { signIn } from './parts/sign-in.ts'

const now = Date.parse('2026-12-17T10:00:00Z')
const options = { listen: false, randomSeed: 1, clock: { now: () => now, after: () => () => {} }, journalSize: 0 }
const body = JSON.stringify({
  topic: 'Weekly',
  agenda: 'Who will go\nand who will not',
  start_time: '2026-12-20T18:00:00',
  timezone: 'Asia/Taipei',
  duration: 60,
})
/** After so many creations a world makes room for a new one, as in a simulation. */
const meetingsOfWorld = 200

async function openWorld() {
  const zoom = await startEmulator(options)
  const token = await signIn(async ({ url, ...init }) => (await zoom.fetch(url, init)).text(), {
    ...zoom.env,
    url: zoom.url,
  })
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  const call = async (method: string, path: string, sent?: string): Promise<string> => {
    const init = { method, headers, ...(sent !== undefined && { body: sent }) }
    const answer = await zoom.fetch(`${zoom.url}/v2${path}`, init)
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`)
    return answer.text()
  }
  const create = async (host: string): Promise<number> => {
    const { id } = JSON.parse(await call('POST', `/users/${host}/meetings`, body)) as { id: number }
    return id
  }
  return { close: zoom.close, headers, call, create }
}

const { headers, call, create } = await openWorld()
const id = await create('me')
for (let made = 0; made < 20; made += 1) await create('mei@example.com')
for (let made = 0; made < 100; made += 1) await create('nora@example.com')
const text = await call('GET', `/meetings/${id}`)

let world = await openWorld()
let made = 0
async function createSomewhere(): Promise<number> {
  if (++made % meetingsOfWorld === 0) {
    await world.close()
    world = await openWorld()
  }
  return world.create('me')
}

const contender = (name: string, work: (round: number) => unknown): Contender => ({
  name,
  async run(count) {
    for (let round = 0; round < count; round += 1) await work(round)
  },
})
const list = (host: string) => call('GET', `/users/${host}/meetings?type=scheduled&page_size=300`)
const standard = 'Request and Response'
console.log(`${machine()}\n`)
const results = await race(
  [
    contender(standard, () => {
      const request = new Request(`http://127.0.0.1:9/v2/meetings/${id}`, { headers })
      return new Response(text, {
        status: 200,
        headers: { 'content-type': request.headers.get('content-type') ?? '' },
      }).text()
    }),
    contender('GET a meeting', () => call('GET', `/meetings/${id}`)),
    contender('GET a list of 20', () => list('mei@example.com')),
    contender('GET a list of 100', () => list('nora@example.com')),
    contender('PATCH', (round) => call('PATCH', `/meetings/${id}`, `{"topic":"Weekly ${round}"}`)),
    contender('create', createSomewhere),
    contender('create and DELETE', async () => world.call('DELETE', `/meetings/${await createSomewhere()}`)),
    contender('open and close a world', async () => (await startEmulator(options)).close()),
  ],
  { rounds: 15, count: 1000 },
)
printRace(results, [standard])
for (const { name, cpuMicros } of results) console.log(`${name}: ${Math.round(1e6 / median(cpuMicros))} a second`)
console.log('Aims: 40,000 GETs and 25,000 creations a second on one core; a world within 0.5 ms.')

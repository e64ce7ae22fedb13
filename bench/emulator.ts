/** How fast is the packed emulator? Beside bare `node:http` with equal answers and simple checks, and Prism on Zoom's description. */
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'
import { type Shot, shoot, volley } from './parts/load.ts'
import { machine, median, printRace, printTable, race, spread } from './parts/race.ts'
import { type ServerProcess, startServer } from './parts/server-process.ts'
import { signIn } from './parts/sign-in.ts'

const part = (name: string): string => fileURLToPath(new URL(`./parts/${name}`, import.meta.url))
const prismProgram = fileURLToPath(new URL('../node_modules/@stoplight/prism-cli/dist/index.js', import.meta.url))

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return typeof address === 'object' && address ? address.port : 0
}

async function startPrism(): Promise<ServerProcess> {
  const port = String(await freePort())
  const url = `http://127.0.0.1:${port}`
  const isReady = async (): Promise<Record<string, string> | undefined> =>
    (await fetch(`${url}/meetings/95550001234`).catch(() => undefined)) && { url }
  return startServer(
    prismProgram,
    ['mock', 'data/zoom/zoom.openapi.json', '-p', port, '--verboseLevel', 'silent'],
    isReady,
  )
}

interface Start {
  readonly wallMs: number
  readonly cpuMs: number
}

/** What passes and what is used from the start of the process to the first answer, whatever that says. */
async function firstAnswer(start: () => Promise<ServerProcess>): Promise<Start> {
  const startedAt = performance.now()
  await using server = await start()
  await fetch(`${server.ready.url}/v2/users/me`)
  return { wallMs: performance.now() - startedAt, cpuMs: (await server.cpu()) / 1000 }
}

console.log(`${machine()}\n`)
const starts = { emulator: [] as Start[], 'bare node:http': [] as Start[], Prism: [] as Start[] }
for (let round = 0; round < 7; round += 1) {
  starts.emulator.push(await firstAnswer(() => startServer(part('emulator-process.js'))))
  starts['bare node:http'].push(await firstAnswer(() => startServer(part('bare-zoom.js'))))
  if (round < 2) starts.Prism.push(await firstAnswer(startPrism))
}
console.log('From the start of the process to the first answer')
printTable([
  ['', 'wall ms', '', 'CPU ms', ''],
  ...Object.entries(starts).map(([name, list]) => {
    const [wall, cpu] = [list.map(({ wallMs }) => wallMs), list.map(({ cpuMs }) => cpuMs)]
    return [name, median(wall).toFixed(0), spread(wall), median(cpu).toFixed(0), spread(cpu)]
  }),
])

await using emulator = await startServer(part('emulator-process.js'))
await using bare = await startServer(part('bare-zoom.js'))
await using prism = await startPrism()

const { url = '' } = emulator.ready
const token = await signIn(shoot, emulator.ready)

const body = JSON.stringify({
  topic: 'Information weekly',
  type: 2,
  start_time: '2030-12-20T10:00:00Z',
  duration: 60,
  timezone: 'Asia/Taipei',
  settings: { waiting_room: true, join_before_host: false, auto_recording: 'cloud' },
})
const json = { 'content-type': 'application/json' }
const ours = { authorization: `Bearer ${token}` }
const theirs = { authorization: 'Bearer bare' }
const make = (base: string, headers: Record<string, string>): Shot => ({
  method: 'POST',
  url: `${base}/users/me/meetings`,
  headers: { ...json, ...headers },
  body,
  status: 201,
})
const get = (target: string, headers: Record<string, string>): Shot => ({
  method: 'GET',
  url: target,
  headers,
  status: 200,
})

// A full page for every host, so that lists are equally long throughout.
await emulator.ask({ do: 'fill', count: 200, token })
const { id } = JSON.parse(await shoot(make(`${url}/v2`, ours))) as { id: number }
const bareUrl = `${bare.ready.url}/v2`
for (const path of [`/v2/meetings/${id}`, '/v2/users/me/meetings'])
  await bare.ask({ do: 'keep', path, text: await shoot(get(`${url}${path}`, ours)) })
const prismUrl = prism.ready.url ?? ''
const contender = (name: string, server: ServerProcess, shot: Shot) => ({
  name,
  cpu: server.cpu,
  run: (count: number) => volley(shot, count),
})
const questions = {
  'GET a meeting': [
    get(`${url}/v2/meetings/${id}`, ours),
    get(`${bareUrl}/meetings/${id}`, theirs),
    get(`${prismUrl}/meetings/95550001234`, theirs),
  ],
  'GET a list': [
    get(`${url}/v2/users/me/meetings`, ours),
    get(`${bareUrl}/users/me/meetings`, theirs),
    get(`${prismUrl}/users/me/meetings`, theirs),
  ],
  'create a meeting': [make(`${url}/v2`, ours), make(bareUrl, theirs), make(prismUrl, theirs)],
} satisfies Record<string, [Shot, Shot, Shot]>

for (const [question, [our, plain, mock]] of Object.entries(questions)) {
  const contenders = [
    contender('emulator', emulator, our),
    contender('bare', bare, plain),
    contender('Prism', prism, mock),
  ]
  console.log(`\n${question}: CPU of the server, 16 requests at a time`)
  printRace(await race(contenders, { rounds: 9, count: 200, warmUp: 1000 }), ['bare', 'Prism'])
}

const few = contender('get, 200 meetings', emulator, questions['GET a meeting'][0])
const fewListed = contender('list, 200 meetings', emulator, get(`${url}/v2/users/mei@example.com/meetings`, ours))
const before = await race([few, fewListed], { rounds: 9, count: 200 })
const memoryBefore = await emulator.memory()
await emulator.ask({ do: 'fill', count: 100_000, token })
const after = await race(
  [
    { ...few, name: 'get, 100,000 more' },
    { ...fewListed, name: 'list, 100,000 more' },
  ],
  { rounds: 9, count: 200 },
)
console.log('\nGET and list as the account grows')
printRace([...before, ...after], ['get, 200 meetings', 'list, 200 meetings'])
console.log(
  `\nMemory: emulator ${memoryBefore.toFixed(0)} MiB after the load, ${(await emulator.memory()).toFixed(0)} MiB with 100,000 meetings; Prism ${(await prism.memory()).toFixed(0)} MiB`,
)
console.log(
  'Aims: first answer within 150 ms; GET at most 1.33 × bare and 1/8 of Prism; create at most 2.5 × bare; memory under 120 MiB; get and list flat.',
)
await Promise.all([emulator, bare, prism].map((server) => server[Symbol.asyncDispose]()))
process.exit()

/**
 * What does one `meetings.get` cost? Our client on two transports, the transports alone, and Zoom's own SDK, against one stub; and
 * our client on a transport that answers at once: all that is not transport.
 */
import { Agent, request } from 'node:http'
import { fileURLToPath } from 'node:url'
import axios from 'axios'
import { type Contender, machine, printRace, race } from './parts/race.ts'
import { startServer } from './parts/server-process.ts'

const ours = (await import(
  new URL('../dist-packages/zoom/dist/index.js', import.meta.url).href
)) as typeof import('@convene/zoom')
const node = (await import(
  new URL('../dist-packages/zoom/dist/node.js', import.meta.url).href
)) as typeof import('@convene/zoom/node')

await using stub = await startServer(fileURLToPath(new URL('./parts/stub-zoom.ts', import.meta.url)))
const { url = '' } = stub.ready
const meetingId = 95550001234
const app = { accountId: 'account', clientId: 'client', clientSecret: 'secret' }

const repeat = async (count: number, once: () => Promise<unknown>): Promise<void> => {
  for (let done = 0; done < count; done += 1) await once()
}

const addresses = { apiUrl: `${url}/v2`, oauthUrl: `${url}/oauth` }
const onFetch = ours.createZoomClient({ auth: ours.serverToServer(app), ...addresses })
const nodeFetch = node.createNodeFetch()
const onNode = ours.createZoomClient({ auth: ours.serverToServer(app), ...addresses, ambient: { fetch: nodeFetch } })

const withLimit = async <T>(send: (signal: AbortSignal) => Promise<T>): Promise<T> => {
  const controller = new AbortController()
  const timer = setTimeout(() => controller.abort(), 30_000)
  try {
    return await send(controller.signal)
  } finally {
    clearTimeout(timer)
  }
}
const meetingUrl = `${url}/v2/meetings/${meetingId}`
const meetingText = await (await fetch(meetingUrl)).text()
const atOnce = {
  status: 200,
  headers: { get: () => null },
  text: async () => meetingText,
}
const onNothing = ours.createZoomClient({
  auth: ours.bearer('x'.repeat(600)),
  ...addresses,
  ambient: { fetch: async () => atOnce },
})

const headers = { authorization: `Bearer ${'x'.repeat(600)}`, accept: 'application/json' }
const agent = new Agent({ keepAlive: true, maxSockets: 1 })
const bareHttp = (): Promise<unknown> =>
  new Promise((resolve, reject) => {
    request(meetingUrl, { agent, headers }, (answer) => {
      let text = ''
      answer.setEncoding('utf8')
      answer.on('data', (chunk: string) => {
        text += chunk
      })
      answer.on('end', () => resolve(JSON.parse(text)))
    })
      .on('error', reject)
      .end()
  })

const { MeetingsS2SAuthClient } = await import('@zoom/rivet/meetings')
// Rivet has no setting for the address of its token endpoint: the axios that it shares with us is told to go to the stub.
axios.interceptors.request.use((config) => {
  for (const field of ['url', 'baseURL'] as const)
    config[field] &&= config[field].replace(/^https:\/\/(?:api\.)?zoom\.us/, url)
  return config
})
const rivet = new MeetingsS2SAuthClient({ ...app, webhooksSecretToken: 'unused', disableReceiver: true })

const contenders: Contender[] = [
  { name: 'ours on global fetch', run: (n) => repeat(n, () => onFetch.meetings.get({ meetingId })) },
  { name: 'ours on the Node transport', run: (n) => repeat(n, () => onNode.meetings.get({ meetingId })) },
  { name: 'ours on no transport', run: (n) => repeat(n, () => onNothing.meetings.get({ meetingId })) },
  { name: 'global fetch', run: (n) => repeat(n, async () => (await fetch(meetingUrl, { headers })).json()) },
  {
    name: 'fetch, time limit',
    run: (n) => repeat(n, () => withLimit(async (signal) => (await fetch(meetingUrl, { headers, signal })).json())),
  },
  {
    name: 'Node transport',
    run: (n) =>
      repeat(n, () =>
        withLimit(async (signal) => {
          const answer = await nodeFetch(meetingUrl, { method: 'GET', headers, redirect: 'manual', signal })
          return JSON.parse((await answer.text()) ?? '')
        }),
      ),
  },
  { name: 'node:http', run: (n) => repeat(n, bareHttp) },
  { name: 'rivet', run: (n) => repeat(n, () => rivet.endpoints.meetings.getMeeting({ path: { meetingId } })) },
]

console.log(`meetings.get, one after the other, against a node:http stub in another process\n${machine()}\n`)
const peers = ['global fetch', 'fetch, time limit', 'Node transport', 'node:http', 'rivet']
printRace(await race(contenders, { rounds: 31, count: 100, warmUp: 1000 }), peers)
console.log('\nAims: ours at most 1.05 × the transport that it sits on; on the Node transport under 0.5 × rivet.')
agent.destroy()
process.exit()

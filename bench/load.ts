/**
 * Does the packed emulator stay whole and small under many clients? 64 clients for a minute (or `npm run bench -- load 10` for ten seconds)
 * make, read, change, list, register for and delete meetings; every answer has to be the expected one. Prints the requests a second, the slowest
 * answers and the memory on the way.
 */
import { fileURLToPath } from 'node:url'
import { type Shot, shootWith } from './parts/load.ts'
import { machine, printTable } from './parts/race.ts'
import { startServer } from './parts/server-process.ts'
import { signIn } from './parts/sign-in.ts'

const clients = 64
const seconds = Number(process.argv[3] ?? 60)
console.log(`${machine()}\n${clients} clients for ${seconds} s\n`)
await using emulator = await startServer(fileURLToPath(new URL('./parts/emulator-process.js', import.meta.url)))
const { url = '' } = emulator.ready
const shoot = shootWith(clients)
const token = await signIn(shoot, emulator.ready)

const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
const took: number[] = []
const call = async (method: string, path: string, status: number, body?: object): Promise<string> => {
  const shot: Shot = { method, url: `${url}/v2${path}`, headers, status, ...(body && { body: JSON.stringify(body) }) }
  const startedAt = performance.now()
  const text = await shoot(shot)
  took.push(performance.now() - startedAt)
  return text
}

const hosts = ['owner@example.com', 'mei@example.com', 'kenji@example.com', 'ayse@example.com']
const endsAt = performance.now() + seconds * 1000
let deleted = 0
async function client(index: number): Promise<void> {
  const host = hosts[index % hosts.length]
  const person = { email: `guest${index}@example.com`, first_name: 'Guest' }
  while (performance.now() < endsAt) {
    const meeting = { topic: `Load ${index}`, start_time: '2035-01-10T10:00:00Z', settings: { approval_type: 0 } }
    const { id } = JSON.parse(await call('POST', `/users/${host}/meetings`, 201, meeting)) as { id: number }
    await call('PATCH', `/meetings/${id}`, 204, { agenda: 'Changed' })
    await call('POST', `/meetings/${id}/registrants`, 201, person)
    for (let read = 0; read < 5; read++) await call('GET', `/meetings/${id}`, 200)
    await call('GET', `/meetings/${id}/registrants`, 200)
    await call('GET', `/users/${host}/meetings?page_size=30`, 200)
    await call('DELETE', `/meetings/${id}`, 204)
    deleted++
  }
}

const rows: string[][] = [['second', 'requests', 'memory MiB', 'meetings in the trash']]
const watch = setInterval(
  async () => {
    const second = Math.round(seconds - (endsAt - performance.now()) / 1000)
    rows.push([String(second), String(took.length), (await emulator.memory()).toFixed(0), String(deleted)])
  },
  Math.max(1, seconds / 6) * 1000,
)
await Promise.all(Array.from({ length: clients }, (_, index) => client(index)))
clearInterval(watch)

printTable(rows)
const sorted = took.toSorted((a, b) => a - b)
const at = (share: number) => (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1)
console.log(`\n${(took.length / seconds).toFixed(0)} requests/s, every answer as expected`)
console.log(`answer after (ms): half ${at(0.5)}, 99 % ${at(0.99)}, slowest ${at(1)}`)

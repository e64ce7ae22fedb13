/** What does a scheduler add to a call that may go at once? Our client with and without one, on a transport that answers at once. */
import { type Contender, machine, printRace, race } from './parts/race.ts'

const load = async <Entry>(path: string): Promise<Entry> =>
  (await import(new URL(`../dist-packages/zoom/dist/${path}`, import.meta.url).href)) as Entry
const { bearer, createZoomClient } = await load<typeof import('@convene/zoom')>('index.js')
const { createScheduler } = await load<typeof import('@convene/zoom/limits')>('limits/index.js')

const text = JSON.stringify({
  id: 95550001234,
  join_url: 'https://zoom.us/j/95550001234',
  host_id: 'TJzJeJArsVKNblQkewSKvA',
})
const headers = new Map([
  ['date', 'Thu, 17 Dec 2026 10:00:00 GMT'],
  ['x-ratelimit-category', 'Light'],
  ['x-ratelimit-type', 'QPS'],
  ['x-ratelimit-limit', '80'],
  ['x-ratelimit-remaining', '79'],
])
const answer = { status: 200, headers: { get: (name: string) => headers.get(name) ?? null }, text: async () => text }
// A call every 20 ms, as a program makes that stays within its 80 a second.
let now = Date.parse('2026-12-17T10:00:00Z')
const options = {
  auth: bearer('token'),
  ambient: {
    now: () => now,
    fetch: async () => {
      now += 20
      return answer
    },
  },
}
const scheduler = createScheduler({ plan: 'business', ambient: options.ambient })
const bare = createZoomClient(options)
const scheduled = createZoomClient({ ...options, scheduler })

const contender = (name: string, zoom: typeof bare): Contender => ({
  name,
  async run(count) {
    for (let done = 0; done < count; done += 1) await zoom.meetings.get({ meetingId: 95550001234 })
  },
})
console.log(machine())
const results = await race([contender('bare', bare), contender('scheduled', scheduled)], { rounds: 31, count: 20_000 })
printRace(results, ['bare'])
if (scheduler.progress().waiting + scheduler.progress().refused > 0) throw new Error('A call had to wait.')

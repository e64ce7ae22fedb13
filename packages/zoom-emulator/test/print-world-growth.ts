/** Prints how many bytes each of many emulators leaves behind once it is closed. Needs `--expose-gc`. */
import { setImmediate } from 'node:timers/promises'
import { startEmulator } from '../src/index.ts'
import { signIn } from './signed-calls.ts'

const clock = { now: () => 0, after: () => () => {} }
const deliver = async () => new Response(null, { status: 204 })
const seed = { webhooks: [{ url: 'https://desk.example/', events: ['*'] }] }

async function live(worlds: number): Promise<number> {
  for (let world = 0; world < worlds; world++) {
    await using zoom = await startEmulator({ listen: false, randomSeed: world, clock, deliver, seed })
    const headers = { authorization: await signIn(zoom) }
    await zoom.fetch('/v2/users/me/meetings', { method: 'POST', headers, body: '{"topic":"Weekly"}' })
    await zoom.clock.advance(1_000)
  }
  await setImmediate()
  globalThis.gc?.()
  return process.memoryUsage().heapUsed
}

const worlds = Number(process.argv[2])
const before = await live(worlds)
console.log(((await live(worlds)) - before) / worlds)

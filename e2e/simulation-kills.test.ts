import assert from 'node:assert/strict'
import { test } from 'node:test'
import { enumerateKills, killedWorks } from '../simulation/kills.ts'

/** Every single kill, and each so many-th pair; `npm run simulate -- --kills` takes all of them. */
const share = 20

for (const work of killedWorks)
  test(`a worker may be killed at any step of a ${work}, and the one that goes on too`, async () => {
    const { broken, worlds, steps } = await enumerateKills(work, { share })
    assert.deepEqual(broken, [], `npm run simulate -- --replay ${broken[0]?.seed}`)
    assert.ok(steps > 10 && worlds > 2 * steps, `${steps} steps, ${worlds} worlds`)
  })

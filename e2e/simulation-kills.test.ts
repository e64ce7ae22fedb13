import assert from 'node:assert/strict'
import { randomInt } from 'node:crypto'
import { test } from 'node:test'
import { enumerateKills, killedWorks } from '../simulation/kills.ts'

/** Every single kill, and a part of the pairs that is another one each time; `npm run simulate -- --kills` takes all. */
const share = 5
const from = randomInt(share)

for (const work of killedWorks)
  test(`a worker may be killed at any step of a ${work}, and the one that goes on too (part ${from} of ${share})`, async () => {
    const { broken, worlds, steps } = await enumerateKills(work, { share, from })
    assert.deepEqual(broken, [], `npm run simulate -- --replay ${broken[0]?.seed}`)
    assert.ok(steps > 10 && worlds > 2 * steps, `${steps} steps, ${worlds} worlds`)
  })

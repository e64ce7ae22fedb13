import assert from 'node:assert/strict'
import { test } from 'node:test'
import { guards } from '../simulation/guards.ts'
import { runGuard } from '../simulation/run-guard.ts'
import { sumOfWorlds } from '../simulation/run-worlds.ts'
import { keeperWay } from '../simulation/ways/keeper.ts'

/** In as few worlds as show it; `npm run simulate -- --guards` takes more. */
for (const { name, says, measure, model, isRed } of guards)
  test(`without its guard "${says}" safe creation shows: ${measure}`, async () => {
    const taken = await runGuard(name, false, 'until red')
    assert.equal(taken.isRed, true, JSON.stringify(taken))
    const kept = await sumOfWorlds({ way: keeperWay, seed: 'guards', first: 1, count: taken.worlds, model })
    assert.equal(isRed(kept), false, JSON.stringify(kept.broken))
  })

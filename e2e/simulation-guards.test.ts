import assert from 'node:assert/strict'
import { test } from 'node:test'
import { guards } from '../simulation/guards.ts'
import { runGuard } from '../simulation/run-guard.ts'

for (const { name, says, measure } of guards)
  test(`without its guard "${says}" safe creation shows: ${measure}`, async () => {
    const [kept, taken] = await Promise.all([runGuard(name, true), runGuard(name, false)])
    assert.equal(kept.isRed, false, JSON.stringify(kept))
    assert.equal(taken.isRed, true, JSON.stringify(taken))
  })

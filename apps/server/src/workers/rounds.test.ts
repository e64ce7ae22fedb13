import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Log } from '../log.ts'
import { createRounds } from './rounds.ts'

/** A clock that moves when it is told, and a log that counts. */
function start(round: () => Promise<unknown>) {
  const timers: (() => void)[] = []
  const errors: unknown[] = []
  const clock = {
    now: () => 0,
    setTimer(_delayMs: number, run: () => void) {
      timers.push(run)
      return () => void timers.splice(timers.indexOf(run), 1)
    },
  }
  const log = {
    error: (_event: string, fields: { error: unknown }) => void errors.push(fields.error),
  } as unknown as Log
  const worker = createRounds({ clock, log }, { name: 'test', everyMs: 1000, round })
  const stopping = new AbortController()
  const running = worker.run(stopping.signal)
  const settle = () => new Promise((resume) => setImmediate(resume))
  return {
    worker,
    errors,
    timers,
    settle,
    async tick() {
      timers.shift()?.()
      await settle()
    },
    async stop() {
      stopping.abort()
      await running
    },
  }
}

test('a round that fails is told, and the next one comes all the same', async () => {
  let rounds = 0
  const { tick, errors, settle, stop } = start(async () => {
    if (++rounds === 1) throw new Error('no')
  })
  await settle()
  await tick()
  assert.deepEqual([rounds, errors.length], [2, 1])
  await stop()
})

test('a round begins at once when somebody wakes it, also while one is under way', async () => {
  let rounds = 0
  const first = Promise.withResolvers<void>()
  const { worker, settle, timers, stop } = start(() => {
    rounds++
    return rounds === 1 ? first.promise : Promise.resolve()
  })
  worker.wake()
  first.resolve()
  await settle()
  assert.equal(rounds, 2)
  worker.wake()
  await settle()
  assert.deepEqual([rounds, timers.length], [3, 1], 'and one timer is left')
  await stop()
})

test('a round with more to do goes on without a rest, and the end of the work waits for the round', async () => {
  let left = 3
  let isOver = false
  const last = Promise.withResolvers<void>()
  const { settle, stop } = start(async () => {
    if (--left > 0) return true
    await last.promise
    isOver = true
    return false
  })
  await settle()
  assert.equal(left, 0)
  const stopped = stop()
  await settle()
  assert.equal(isOver, false)
  last.resolve()
  await stopped
  assert.equal(isOver, true)
})

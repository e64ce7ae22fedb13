import assert from 'node:assert/strict'
import { test } from 'node:test'
import { HttpProblem } from './http-problem.ts'
import { createRateLimits } from './rate-limits.ts'

function refusal(take: () => void): number | undefined {
  try {
    take()
    return undefined
  } catch (error) {
    if (error instanceof HttpProblem && error.code === 'too_many_tries') return error.details.retryAfter
    throw error
  }
}

test('a stranger who asks without end waits, others do not, and a second later it goes on', () => {
  let now = 0
  const limits = createRateLimits({ now: () => now })
  let given = 0
  while (refusal(() => limits.takeForStranger('a')) === undefined && given < 10_000) given++
  assert.equal(given, 300)
  assert.equal(
    refusal(() => limits.takeForStranger('a')),
    1,
  )
  assert.equal(
    refusal(() => limits.takeForStranger('b')),
    undefined,
  )
  now += 1000
  given = 0
  while (refusal(() => limits.takeForStranger('a')) === undefined) given++
  assert.equal(given, 30)
})

test('a clock that goes back gives nobody more', () => {
  let now = 1_000_000
  const limits = createRateLimits({ now: () => now })
  while (refusal(() => limits.takeForStranger('a')) === undefined);
  now = 0
  assert.notEqual(
    refusal(() => limits.takeForStranger('a')),
    undefined,
  )
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { BookingError, invalidInput, say } from '@convene/booking'
import { ZoomError } from '@convene/zoom'
import { z } from '@hono/zod-openapi'
import { HttpProblem } from './http-problem.ts'
import { parseInput } from './parse-input.ts'
import { problemOf } from './problem.ts'

const parts = {
  publicUrl: 'https://desk.example.org',
  requestId: 'r-1',
  now: 0,
  hostName: (id: string) => `Host ${id}`,
}

test('what the domain refuses keeps field, value and words for any language', () => {
  const { problem, isFault } = problemOf(
    invalidInput('minutes', 0, say('not_whole_number', { least: 1, most: 1440 })),
    parts,
  )
  assert.deepEqual(
    [problem.status, problem.type, problem.field, problem.value, problem.says?.code, problem.requestId, isFault],
    [400, 'https://desk.example.org/docs#problem-invalid_input', 'minutes', 0, 'not_whole_number', 'r-1', false],
  )
})

test('a long value is not sent back whole', () => {
  const { problem } = problemOf(
    invalidInput('agenda', 'x'.repeat(5000), say('not_text', { least: 0, most: 1950 })),
    parts,
  )
  assert.ok(String(problem.value).length < 1100)
})

test('why no host is free is told with the names of hosts', () => {
  const refused = [
    { hostId: 'a', why: say('taken', { dates: ['2026-12-18'], of: 1 }), takenOn: ['2026-12-18'] },
    { hostId: 'of-ken', why: say('belongs_to_another', {}), takenOn: [] },
  ]
  const availability = { refused, alternatives: { starts: [], moves: undefined } }
  const { problem } = problemOf(
    new BookingError('no_free_host', say('no_free_host', { of: 1 }), { availability }),
    parts,
  )
  assert.deepEqual([problem.status, problem.refused?.map(({ host }) => host)], [409, [{ id: 'a', name: 'Host a' }]])
  assert.deepEqual(problem.alternatives, { starts: [], moves: null })
})

test('Zoom that is away is no fault of the desk, and says when to try again; one that refuses is looked after', () => {
  const away = problemOf(new ZoomError('network', 'No way.', { retryAt: new Date(5000) }), parts)
  assert.deepEqual([away.problem.status, away.headers['retry-after'], away.isFault], [503, '5', false])
  const broken = problemOf(new ZoomError('zoom_refused', 'No.', { status: 503 }), parts)
  assert.deepEqual([broken.problem.code, broken.isFault], ['zoom_away', false], 'a fault of Zoom is none of ours')
  assert.deepEqual(problemOf(new ZoomError('zoom_refused', 'No.', { status: 400 }), parts).isFault, true)
})

test('of a mistake of the desk nobody is told more than the request id', () => {
  const { problem, isFault } = problemOf(new Error('password is hunter2'), parts)
  assert.deepEqual([problem.status, problem.code, isFault], [500, 'internal', true])
  assert.equal(JSON.stringify(problem).includes('hunter2'), false)
})

const schema = z.strictObject({
  token: z.string().max(3),
  limit: z.coerce.number().max(10),
  role: z.enum(['a', 'b']).optional(),
})
for (const [input, field, value, remedy] of [
  [{ token: 'abcdef', limit: 1 }, 'token', '[hidden]', /at most so many characters: 3/],
  [{ token: 'a', limit: 11 }, 'limit', 11, /at most 10/],
  [{ token: 'a', limit: 1, role: 'c' }, 'role', 'c', /one of "a", "b"/],
  [{ token: 'a', limit: 1, more: 2 }, 'more', 2, /no such field/],
  [{ limit: 1 }, 'token', '[hidden]', /missing: give a text/],
] as const)
  test(`${JSON.stringify(input)} is refused at ${field}`, () =>
    assert.throws(
      () => parseInput(schema, input),
      (error) =>
        error instanceof HttpProblem &&
        error.details.field === field &&
        error.details.value === value &&
        remedy.test(error.message),
    ))

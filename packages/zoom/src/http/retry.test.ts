import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { RateLimit } from '../errors.ts'
import type { Failure } from './failure.ts'
import { type RepeatSituation, repeatAfter } from './retry.ts'
import { nextUtcMidnight, parseRetryAfter } from './retry-after.ts'

const now = Date.parse('2026-12-17T10:00:00Z')
const situation: RepeatSituation = {
  repeat: 'safe',
  attempt: 1,
  retries: 3,
  now,
  remainingMs: 30_000,
  random: 0.5,
}
const network = (outcome: Failure['outcome']): Failure => ({ code: 'network', message: '', outcome, details: {} })
const status = (status: number): Failure => ({
  code: 'zoom_refused',
  message: '',
  outcome: 'unknown',
  details: { status },
})
const limited = (limit: RateLimit, waitMs: number): Failure => ({
  code: 'rate_limited',
  message: '',
  outcome: 'not_done',
  details: { status: 429, limit, retryAt: new Date(now + waitMs) },
})

test('a creation goes out again only when it was surely not done; reading and absolute changes also after that', () => {
  const rows: [Failure, Record<RepeatSituation['repeat'], boolean>][] = [
    [network('unknown'), { safe: true, absolute: true, never: false }],
    [network('not_done'), { safe: true, absolute: true, never: true }],
    [
      { ...network('not_done'), final: true },
      { safe: false, absolute: false, never: false },
    ],
    [status(500), { safe: true, absolute: true, never: false }],
    [status(502), { safe: true, absolute: true, never: false }],
    [status(503), { safe: true, absolute: true, never: false }],
    [status(504), { safe: true, absolute: true, never: false }],
    [status(408), { safe: true, absolute: true, never: false }],
    [status(501), { safe: false, absolute: false, never: false }],
    [status(400), { safe: false, absolute: false, never: false }],
    [limited('per_second', 1000), { safe: true, absolute: true, never: true }],
    [limited('concurrent', 1000), { safe: true, absolute: true, never: true }],
    [limited('unknown', 1000), { safe: true, absolute: true, never: true }],
    [limited('daily', 1000), { safe: false, absolute: false, never: false }],
    [limited('host_daily', 1000), { safe: false, absolute: false, never: false }],
    [
      { ...network('unknown'), code: 'malformed_answer' },
      { safe: false, absolute: false, never: false },
    ],
    [
      { ...network('not_done'), code: 'not_found' },
      { safe: false, absolute: false, never: false },
    ],
  ]
  for (const [failure, expected] of rows)
    for (const repeat of ['safe', 'absolute', 'never'] as const)
      assert.equal(
        repeatAfter(failure, { ...situation, repeat }) !== undefined,
        expected[repeat],
        `${failure.code} ${failure.details.status ?? failure.outcome} ${failure.details.limit ?? ''} ${repeat}`,
      )
})

test('an operation that does not say whether it may be repeated is not', () => {
  const unsaid = { ...situation, repeat: undefined as unknown as RepeatSituation['repeat'] }
  assert.equal(repeatAfter(network('unknown'), unsaid), undefined)
  assert.equal(repeatAfter(status(503), unsaid), undefined)
})

test('waits grow with full jitter up to a cap, and start where Zoom asks', () => {
  const rows: [Failure, Partial<RepeatSituation>, number | undefined][] = [
    [status(500), { random: 0 }, 0],
    [status(500), { random: 0.999 }, 500],
    [status(500), { attempt: 2, random: 0.5 }, 500],
    [status(500), { attempt: 3, random: 0.5 }, 1000],
    [status(500), { attempt: 9, retries: 10, random: 0.5 }, 4000],
    [status(500), { attempt: 4 }, undefined],
    [status(500), { retries: 0 }, undefined],
    [limited('per_second', 1000), { random: 0 }, 1000],
    [limited('per_second', 1000), { random: 0.5 }, 1250],
    [limited('unknown', 20_000), { random: 0 }, 20_000],
    [limited('unknown', 29_999), { random: 0 }, 29_999],
    [limited('unknown', 30_000), { random: 0 }, undefined],
    [limited('unknown', 60_000), { random: 0 }, undefined],
  ]
  for (const [failure, change, waitMs] of rows)
    assert.equal(repeatAfter(failure, { ...situation, ...change }), waitMs, JSON.stringify([failure.details, change]))
})

test('Retry-After is read as seconds, as an ISO instant and as an HTTP date', () => {
  const rows: [string | null, string | undefined][] = [
    ['3', '2026-12-17T10:00:03.000Z'],
    [' 0 ', '2026-12-17T10:00:00.000Z'],
    ['1.5', '2026-12-17T10:00:01.500Z'],
    ['2026-12-18T00:00:00Z', '2026-12-18T00:00:00.000Z'],
    ['2026-12-18T08:00:00+08:00', '2026-12-18T00:00:00.000Z'],
    ['2020-05-31T00:00:00Z', '2026-12-17T10:00:00.000Z'],
    ['Fri, 18 Dec 2026 00:00:00 GMT', '2026-12-18T00:00:00.000Z'],
    [null, undefined],
    ['', undefined],
    ['soon', undefined],
    ['-5', undefined],
    ['2026-12-18', undefined],
    ['99999999999999999999', undefined],
  ]
  for (const [header, expected] of rows) {
    const at = parseRetryAfter(header, now)
    assert.equal(at === undefined ? undefined : new Date(at).toISOString(), expected, String(header))
  }
})

test("a day of Zoom's counts ends at 00:00 UTC", () => {
  for (const [at, end] of [
    ['2026-12-17T10:00:00Z', '2026-12-18T00:00:00.000Z'],
    ['2026-12-17T23:59:59.999Z', '2026-12-18T00:00:00.000Z'],
    ['2026-12-18T00:00:00Z', '2026-12-19T00:00:00.000Z'],
  ] as const)
    assert.equal(new Date(nextUtcMidnight(Date.parse(at))).toISOString(), end)
})

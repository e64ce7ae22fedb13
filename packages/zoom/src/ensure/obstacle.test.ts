import assert from 'node:assert/strict'
import { test } from 'node:test'
import { recordWith } from '../../test/records.ts'
import { ZoomError, type ZoomErrorCode, type ZoomErrorDetails, zoomErrorCodes } from '../errors.ts'
import { hindered, refusalFrom, unhindered } from './obstacle.ts'
import type { Reason } from './record.ts'

const now = Date.parse('2026-12-17T10:00:00Z')
const midnight = new Date('2026-12-18T00:00:05Z')

const meanings: readonly [
  what: string,
  code: ZoomErrorCode,
  details: ZoomErrorDetails,
  reason: Reason,
  until: number | 'soon' | 'slowly' | 'never',
][] = [
  ['a limit that says when', 'rate_limited', { status: 429, retryAt: midnight }, 'limited', midnight.getTime()],
  ['a limit that does not say when', 'rate_limited', { status: 429 }, 'limited', 'soon'],
  ['a sign-in that Zoom refuses', 'sign_in_refused', { status: 401 }, 'sign_in_refused', 'slowly'],
  ['a missing scope', 'scope_missing', { status: 400, zoomCode: 4711 }, 'scope_missing', 'slowly'],
  ['a network that is down before anything left', 'network', {}, 'zoom_away', 'soon'],
  ['a turn or token that took too long', 'timeout', {}, 'zoom_away', 'soon'],
  ['an end before anything left', 'aborted', {}, 'zoom_away', 'soon'],
  ['a field that Zoom refuses', 'zoom_refused', { status: 400, zoomCode: 300 }, 'refused_by_zoom', 'never'],
  ['a host whom Zoom does not know', 'not_found', { status: 404, zoomCode: 1001 }, 'refused_by_zoom', 'never'],
  ['a date that cannot be deleted since it runs', 'zoom_refused', { status: 400, zoomCode: 3002 }, 'running', 'slowly'],
  ['a conflict that Zoom names', 'conflict', { status: 409, zoomCode: 3000 }, 'refused_by_zoom', 'never'],
  ['the page of a proxy', 'zoom_refused', { status: 403 }, 'zoom_away', 'soon'],
  ['a wrong address', 'not_found', { status: 404 }, 'zoom_away', 'soon'],
  ['a 503 that is surely not done', 'zoom_refused', { status: 503, zoomCode: 500 }, 'zoom_away', 'soon'],
  ['our own check', 'invalid_input', {}, 'refused_by_zoom', 'never'],
]
for (const [what, code, details, reason, until] of meanings)
  test(`${what} is surely not done, is called ${reason}, and is tried again: ${until}`, () => {
    const refusal = refusalFrom(new ZoomError(code, 'No.', { outcome: 'not_done', ...details }))
    assert.deepEqual(refusal, { kind: 'not_done', reason, message: 'No.', until })
  })

test('a change of a meeting that runs is tried again, which Zoom refuses by a number that says other things too', () => {
  const refusalOf = (message: string) =>
    refusalFrom(new ZoomError('zoom_refused', message, { outcome: 'not_done', status: 400, zoomCode: 3000 }))
  assert.partialDeepStrictEqual(
    refusalOf('You cannot update or delete meetings that have started using this method.'),
    {
      reason: 'running',
      until: 'slowly',
    },
  )
  assert.partialDeepStrictEqual(refusalOf('Cannot access webinar info.'), { reason: 'refused_by_zoom' })
})

test('nothing that may have happened is called not done, whatever else is known of it', () => {
  for (const code of zoomErrorCodes)
    for (const status of [undefined, 200, 400, 404, 408, 429, 500, 502, 503, 504])
      for (const zoomCode of [undefined, 300, 3001]) {
        const error = new ZoomError(code, 'Who knows?', { outcome: 'unknown', status, zoomCode, retryAt: midnight })
        assert.deepEqual(refusalFrom(error), { kind: 'unknown', message: 'Who knows?' })
      }
})

const limited = { reason: 'limited', message: 'Too many.' } as const

test('the waits of the same reason double from a second to a minute', () => {
  let record = recordWith()
  const waits = Array.from({ length: 9 }, () => {
    record = hindered(record, { ...limited, until: 'soon' }, now)
    return (record.obstacle?.until ?? Number.NaN) - now
  })
  assert.deepEqual(waits, [1000, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000, 60_000])
})

test('however often it came, the wait is a minute and no more', () => {
  const often = recordWith({ obstacle: { ...limited, until: now, times: 5000 } })
  assert.equal(hindered(often, { ...limited, until: 'soon' }, now).obstacle?.until, now + 60_000)
})

test('another reason begins with the shortest wait', () => {
  const record = hindered(
    hindered(recordWith(), { ...limited, until: 'soon' }, now),
    { ...limited, until: 'soon' },
    now,
  )
  const away = hindered(record, { reason: 'zoom_away', message: 'Away.', until: 'soon' }, now)
  assert.deepEqual(away.obstacle, { reason: 'zoom_away', message: 'Away.', until: now + 1000, times: 1 })
})

for (const [until, expected] of [
  ['slowly', now + 300_000],
  ['never', undefined],
  [now + 86_400_000, now + 86_400_000],
  [now - 1, now],
] as const)
  test(`what is tried again ${until} is due at ${expected}`, () =>
    assert.equal(hindered(recordWith(), { ...limited, until }, now).obstacle?.until, expected))

test('what stood in the way is forgotten whole', () => {
  const record = recordWith()
  assert.deepEqual(unhindered(hindered(record, { ...limited, until: 'soon' }, now)), record)
})

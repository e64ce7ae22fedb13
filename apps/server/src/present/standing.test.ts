import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { StandingCode } from '@convene/booking/contract'
import { type StandingParts, standingOf } from './standing.ts'

type Status = NonNullable<StandingParts['status']>
const status = (its: Partial<Status>): Status => ({
  state: 'published',
  reason: undefined,
  nextAt: undefined,
  sentence: '',
  differs: [],
  ...its,
})
const nextAt = new Date('2026-12-20T10:00:00Z')

const cases: readonly [
  state: Parameters<typeof standingOf>[0]['state'],
  status: Status | undefined,
  code: StandingCode,
][] = [
  ['requested', undefined, 'waits_for_approval'],
  ['declined', undefined, 'declined'],
  ['ended', status({ state: 'unknown' }), 'ended'],
  ['reserved', undefined, 'asking_zoom'],
  ['reserved', status({ state: 'planned' }), 'asking_zoom'],
  ['reserved', status({ state: 'sent' }), 'asking_zoom'],
  ['reserved', status({ state: 'planned', reason: 'limited', nextAt }), 'limited'],
  ['reserved', status({ state: 'planned', reason: 'zoom_away', nextAt }), 'zoom_away'],
  ['reserved', status({ state: 'planned', reason: 'scope_missing' }), 'scope_missing'],
  ['reserved', status({ state: 'refused', reason: 'refused_by_zoom' }), 'refused_by_zoom'],
  ['unknown', status({ state: 'unknown', reason: 'no_answer', nextAt }), 'no_answer'],
  ['unknown', status({ state: 'undecided', reason: 'equal_candidates' }), 'undecided'],
  ['confirmed', status({}), 'ready'],
  ['confirmed', status({ differs: ['topic'] }), 'differs'],
  ['confirmed', status({ state: 'changing' }), 'changing'],
  ['confirmed', status({ state: 'changing', reason: 'zoom_away', nextAt }), 'zoom_away'],
  ['confirmed', status({ state: 'gone', reason: 'deleted_at_zoom' }), 'gone'],
  ['cancelled', status({ state: 'cancelling', nextAt }), 'cancelling'],
  ['cancelled', status({ state: 'cancelled' }), 'cancelled'],
  ['cancelled', undefined, 'cancelled'],
]
for (const [state, its, code] of cases)
  test(`${state} with a meeting that is ${its?.state ?? 'not asked for'} (${its?.reason ?? 'nothing in its way'}) stands as ${code}`, () => {
    const standing = standingOf({ state }, { status: its, isRunning: false, overruns: false })
    assert.deepEqual(
      [standing.code, standing.nextAt],
      [code, its?.nextAt === undefined ? null : '2026-12-20T10:00:00Z'],
    )
  })

test('a meeting that runs says so, one that overruns too', () => {
  const standing = (overruns: boolean) =>
    standingOf({ state: 'confirmed' }, { status: status({}), isRunning: true, overruns })
  assert.deepEqual([standing(false).code, standing(true).code], ['running', 'overruns'])
  const ended = standingOf({ state: 'ended' }, { status: status({}), isRunning: false, overruns: true })
  assert.equal(ended.code, 'overruns', 'its time is over, and it is not')
})

test("Zoom's own words are told without ours around them", () => {
  const sentence = 'Zoom refuses the meeting: User is locked. It is tried again when something is changed.'
  const parts = { status: status({ state: 'refused', sentence }), isRunning: false, overruns: false }
  assert.equal(standingOf({ state: 'reserved' }, parts).zoomSays, 'User is locked.')
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Ending, type Happening, ProtocolModel } from '../../test/protocol-model.ts'
import { times } from '../../test/records.ts'
import { isSameHost, nextStep, type Step } from './next-step.ts'
import type { MeetingRecord } from './record.ts'
import { settled, settledStates, stateOf } from './settle.ts'

const ending: fc.Arbitrary<Ending> = fc.oneof(
  fc.record({ kind: fc.constantFrom('yes', 'no', 'never', 'lost') }),
  fc.record({
    kind: fc.constant('lands'),
    afterMs: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 90_000 }), fc.integer({ min: 0, max: times.watchMs })),
    sender: fc.constantFrom('lives', 'dies', 'returns'),
  }),
)
const happening: fc.Arbitrary<Happening> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({ what: fc.constant('work'), ending, list: fc.constantFrom('whole', 'torn', 'late', 'away') }),
  },
  fc.record({ what: fc.constant('time'), ms: fc.integer({ min: 1, max: 200_000 }) }),
  fc.record({ what: fc.constant('rename'), topic: fc.constantFrom('Interview', 'Second', 'Third') }),
  fc.record({
    what: fc.constant('move'),
    host: fc.constantFrom('mei@example.com', 'ken@example.com', 'KEN@example.com'),
  }),
  fc.record({ what: fc.constantFrom('sweep', 'hint', 'answer', 'person deletes') }),
  { weight: 1, arbitrary: fc.record({ what: fc.constant('cancel') }) },
)
const histories = fc.array(happening, { maxLength: 40, size: 'max' })

/** Lets a history happen and looks after each thing. */
function check(
  title: string,
  look: (model: ProtocolModel, before: MeetingRecord, step: Step | undefined) => void,
  numRuns = 1000,
) {
  test(`whatever happens in whatever order, ${title}`, () => {
    fc.assert(
      fc.property(histories, (history) => {
        const model = new ProtocolModel()
        for (const one of history) {
          const before = model.record
          const step = one.what === 'work' ? nextStep(before, model.now, times) : undefined
          model.happen(one)
          look(model, before, step)
        }
      }),
      { numRuns },
    )
  })
}

check('a published link changes only with the host', ({ record }, { published: before }) => {
  const { published: after } = record
  if (before === undefined || after === undefined || before.id === after.id) return
  assert.ok(!isSameHost(before.host, after.host) || before.isGone)
})

check('an attempt makes one meeting at most, and names that one', ({ made, meetings, record }) => {
  for (const [number, count] of made) assert.ok(count <= 1, `attempt ${number} has made ${count}`)
  const numbers = record.attempts.map(({ number }) => number)
  assert.deepEqual(
    numbers,
    [...new Set(numbers)].sort((a, b) => a - b),
  )
  for (const { number, meetingId } of record.attempts) {
    const meeting = meetingId === undefined ? undefined : meetings.get(meetingId)
    if (meeting !== undefined) assert.equal(meeting.attempt, number)
  }
  const ids = [...record.surplus.map(({ id }) => id), ...(record.published ? [record.published.id] : [])]
  assert.equal(new Set(ids).size, ids.length, 'no meeting is two things')
})

check('state and time say what comes next, and no wait ends in the past', ({ record, now }) => {
  const step = nextStep(record, now, times)
  assert.equal(record.state, stateOf(record))
  if (step.do === 'wait') assert.ok(step.until > now)
  assert.equal(step.do === 'nothing', record.dueAt === undefined)
  assert.ok(record.dueAt !== undefined || settledStates.has(record.state), `${record.state} has no way on`)
})

check('every step makes a difference', ({ record }, before, step) => {
  if (step !== undefined && step.do !== 'wait' && step.do !== 'nothing') assert.notDeepEqual(record, before)
})

const keep = ({ record, now }: ProtocolModel) => {
  const kept = JSON.parse(JSON.stringify(record)) as MeetingRecord
  assert.deepEqual(kept, withoutUndefined(record))
  assert.deepEqual(withoutUndefined(settled(kept, now, times)), withoutUndefined(settled(record, now, times)))
}
check('a record is the same after it was kept', keep, 100)

test('whatever has happened, at rest there is the one meeting that is wanted, as it is wanted, or none', () => {
  fc.assert(
    fc.property(histories, (history) => {
      const model = new ProtocolModel()
      for (const one of history) model.happen(one)
      model.rest()
      const { record, meetings } = model
      const { state, published, wanted } = record
      assert.ok(settledStates.has(state), state)
      const isThere = published !== undefined && published.isGone !== true && meetings.has(published.id)
      assert.deepEqual([...meetings.keys()], isThere ? [published.id] : [])
      if (state !== 'published' || !isThere) return
      assert.deepEqual(meetings.get(published.id)?.fields, wanted.meeting?.fields)
      assert.ok(isSameHost(published.host, wanted.host))
    }),
    { numRuns: 2000 },
  )
})

/** Names with the value undefined and missing names mean the same in a record. */
function withoutUndefined(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutUndefined)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, inner]) => (inner === undefined ? [] : [[name, withoutUndefined(inner)]])),
  )
}

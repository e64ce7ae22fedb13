import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { sampleMeeting } from '../../test/sample-meeting.ts'
import type { Meeting, MeetingType } from './entities.ts'
import { MeetingOrder } from './meeting-order.ts'

const now = Date.UTC(2026, 10, 22)

function meeting(id: number, type: MeetingType, startAt: number, status: Meeting['status'] = 'waiting'): Meeting {
  return sampleMeeting({ id, type, status, ...(type === 2 && { startAt }), createdAt: now })
}

const change = fc.oneof(
  fc.record({
    id: fc.integer({ min: 1, max: 12 }),
    type: fc.constantFrom<MeetingType>(1, 2, 3),
    startAt: fc.integer({ min: -40, max: 40 }).map((days) => now + days * 86_400_000),
    status: fc.constantFrom<Meeting['status']>('waiting', 'started'),
  }),
  fc.record({ remove: fc.integer({ min: 1, max: 12 }) }),
  fc.record({ look: fc.integer({ min: -50, max: 50 }) }),
)

test('an order that was changed step by step lists what a new one lists, at every instant', () => {
  fc.assert(
    fc.property(fc.array(change, { maxLength: 40 }), (changes) => {
      const kept = new Map<number, Meeting>()
      const order = new MeetingOrder([])
      for (const step of changes) {
        if ('look' in step) {
          const at = now + step.look * 86_400_000
          for (const type of ['scheduled', 'live', 'upcoming', 'previous_meetings'] as const)
            assert.deepEqual(order.list(type, at), new MeetingOrder(kept.values()).list(type, at))
        } else if ('remove' in step) {
          kept.delete(step.remove)
          order.delete(step.remove)
        } else {
          const changed = meeting(step.id, step.type, step.startAt, step.status)
          kept.set(step.id, changed)
          order.put(changed)
        }
      }
    }),
  )
})

test('a list of 100,000 meetings is filtered once, not once a page or a change', () => {
  const order = new MeetingOrder(Array.from({ length: 100_000 }, (_, id) => meeting(id, 2, now + id * 60_000)))
  const first = order.list('upcoming', now)
  assert.equal(order.list('upcoming', now + 1), first)
  order.put(meeting(100_001, 2, now + 30))
  assert.equal(order.list('upcoming', now + 1), first)
  assert.equal(first[1]?.meeting.id, 100_001)
  assert.notEqual(order.list('upcoming', now + 3_600_001), first)
})

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { holdingStates } from './booking.ts'
import { mayDo, mayFollow } from './booking-states.ts'

const states = ['requested', 'reserved', 'unknown', 'confirmed', 'cancelled', 'ended', 'declined'] as const

describe('a booking', () => {
  it('goes the ways of this table and no other', () => {
    const ways = states.map((from) => [from, states.filter((to) => mayFollow(from, to)).join(' ')])
    assert.deepEqual(Object.fromEntries(ways), {
      requested: 'reserved cancelled ended declined',
      reserved: 'unknown confirmed cancelled ended',
      unknown: 'reserved confirmed cancelled ended',
      confirmed: 'reserved unknown cancelled ended',
      cancelled: '',
      ended: '',
      declined: '',
    })
  })

  it('can be changed and cancelled while it holds its time, and never after', () => {
    for (const state of states) {
      assert.equal(mayDo(state, 'change'), holdingStates.has(state), state)
      assert.equal(mayDo(state, 'cancel'), holdingStates.has(state), state)
    }
  })

  it('is decided once, and lasts longer only when nobody has to decide it', () => {
    assert.deepEqual(
      states.filter((state) => mayDo(state, 'decide')),
      ['requested'],
    )
    assert.equal(mayDo('requested', 'extend'), false)
    assert.equal(mayDo('unknown', 'extend'), true)
  })
})

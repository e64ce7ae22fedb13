import assert from 'node:assert/strict'
import type { ChangeScope } from '../../src/domain/change-booking.ts'
import { bookMeeting } from '../../src/use-cases/book-meeting.ts'
import { changeBooking } from '../../src/use-cases/change-booking.ts'
import { decideBooking } from '../../src/use-cases/decide-booking.ts'
import { wish } from '../domain-data.ts'
import { type DeskTest, refused, type TestDesk } from './open-desk.ts'
import { asked, by } from './requests.ts'

const book = (desk: TestDesk, memberId: string, its = wish()) => bookMeeting(desk, by(memberId), its)
const all: ChangeScope = { scope: 'all' }

export function testApproval(deskTest: DeskTest): void {
  deskTest(
    'a booking that waits for a manager holds its time, and Zoom hears of it when it is approved',
    async (desk) => {
      const booked = await book(desk, 'ask')
      assert.equal(booked.state, 'requested')
      assert.deepEqual(await desk.news(), [`approval_asked ${booked.id}`])
      const decide = (who: string, decision: 'approve' | 'decline') =>
        decideBooking(desk, by(who), { bookingId: booked.id, revision: 1, decision })
      assert.deepEqual(await refused(decide('ken', 'approve')), ['not_allowed', 'needs_role'])
      assert.equal((await decide('boss', 'approve')).state, 'reserved')
      assert.deepEqual(await desk.news(), [`approval_decided ${booked.id}`, `zoom_plan ${booked.id}`])
      assert.deepEqual(await refused(decide('boss', 'decline')), ['wrong_state', 'state_forbids'])
    },
  )

  deskTest('a booking that is declined frees its time, and nobody decides their own', async (desk) => {
    await desk.setPolicies({ approvalForHosts: ['small'] })
    const booked = await book(desk, 'mei')
    await desk.store.transaction(async ({ members }) => {
      const mei = await members.find('mei')
      if (mei) await members.save({ ...mei, role: 'manager' })
    })
    const decision = { bookingId: booked.id, revision: 1, decision: 'decline' } as const
    assert.deepEqual(await refused(decideBooking(desk, by('mei'), decision)), ['not_allowed', 'own_decision'])
    assert.equal((await decideBooking(desk, by('boss'), decision)).state, 'declined')
    assert.deepEqual(await desk.held(), [])
  })

  deskTest(
    'who has to ask cannot make something else of what was approved; a manager can do it for them',
    async (desk) => {
      const booked = await book(desk, 'ask')
      const earlier = asked(booked, all, { start: '2026-12-18T08:00' })
      const { revision } = await changeBooking(desk, by('ask'), earlier)
      assert.ok((await desk.news()).includes(`approval_asked ${booked.id}`))
      await decideBooking(desk, by('boss'), { bookingId: booked.id, revision, decision: 'approve' })
      const later = asked({ ...booked, revision }, all, { start: '2026-12-18T12:00' })
      assert.deepEqual(await refused(changeBooking(desk, by('ask'), later)), ['not_allowed', 'approved_as_it_is'])
      const title = asked({ ...booked, revision }, all, { title: 'Other' })
      const renamed = await changeBooking(desk, by('ask'), title)
      assert.equal((await changeBooking(desk, by('root'), { ...later, revision: renamed.revision })).revision, 4)
    },
  )

  deskTest('a booking goes to no host that needs approval without it', async (desk) => {
    await desk.setPolicies({ approvalForHosts: ['large'] })
    const booked = await book(desk, 'mei')
    await book(desk, 'ken', wish({ start: '2026-12-18T11:00' }))
    const change = asked(booked, all, { start: '2026-12-18T11:00' }, true)
    assert.deepEqual(await refused(changeBooking(desk, by('mei'), change)), ['no_free_host', 'no_free_host'])
  })
}

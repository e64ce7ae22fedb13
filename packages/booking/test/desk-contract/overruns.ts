import assert from 'node:assert/strict'
import { bookMeeting } from '../../src/use-cases/book-meeting.ts'
import { cancelBooking } from '../../src/use-cases/cancel-booking.ts'
import { endOverrun } from '../../src/use-cases/end-overrun.ts'
import { fridays, wish } from '../domain-data.ts'
import { type DeskTest, refused, type TestDesk, thursday } from './open-desk.ts'
import { by } from './requests.ts'

const nothing = ['wrong_state', 'nothing_overruns']
const needsAdmin = ['not_allowed', 'needs_role']

/** `ken` runs over from 10:00 into the series of `mei`; the desk has seen it at 9:55. */
async function overrunning(desk: TestDesk, nextOrganiserMayEnd = true) {
  await desk.setPolicies({ nextOrganiserMayEnd })
  const { id: running } = await bookMeeting(desk, by('ken'), wish())
  const { id: next } = await bookMeeting(desk, by('mei'), fridays(3, { start: '2026-12-18T10:00' }))
  const publication = { bookingId: running, meetingId: 81, joinUrl: 'https://zoom.us/j/81', revision: 1, at: thursday }
  await desk.store.transaction(async ({ overruns, publications }) => {
    await publications.set(publication)
    await overruns.set({ bookingId: running, nextBookingId: next, seenAt: thursday })
  })
  const ended: number[] = []
  const at = (time: string) => {
    desk.clock.now = Date.parse(`2026-12-18T${time}Z`)
  }
  at('10:01')
  return {
    running,
    next,
    ended,
    at,
    end: (who: string, bookingId: string, key = by(who)) =>
      endOverrun(desk, key, { bookingId }, async (meetingId) => ended.push(meetingId) === 1),
  }
}

export function testOverruns(deskTest: DeskTest): void {
  deskTest(
    'by a rule the organiser of the next booking ends the meeting that overruns, by the own booking',
    async (desk) => {
      const { running, next, ended, end } = await overrunning(desk)
      const key = by('mei')
      assert.deepEqual(await end('mei', next, key), { bookingId: next })
      assert.deepEqual(ended, [81])
      assert.deepEqual(await desk.store.read(({ overruns }) => overruns.list()), [])
      const log = await desk.store.read(({ audit }) => audit.list({ from: 0, to: thursday * 2 }, { limit: 9 }))
      const { by: who, what, thing, details } = log.at(-1) ?? {}
      assert.deepEqual(
        [who, what, thing, details],
        ['mei', 'running_ended', running, { nextBookingId: next, wasRunning: true }],
      )
      assert.deepEqual(await end('mei', next, key), { bookingId: next }, 'the same request has the same answer')
      assert.deepEqual(ended, [81], 'and ends nothing again')
      assert.deepEqual(await refused(end('mei', next)), nothing, 'a second one hears that it is over')
    },
  )

  deskTest('without that rule administrators alone end it, from either of the two bookings', async (desk) => {
    const { running, next, ended, end } = await overrunning(desk, false)
    assert.deepEqual(await refused(end('mei', next)), needsAdmin)
    await end('root', next)
    await end('root', running)
    assert.deepEqual(ended, [81, 81])
  })

  deskTest('nobody else ends it', async (desk) => {
    const { running, next, ended, end } = await overrunning(desk)
    const third = await bookMeeting(desk, by('ask'), wish({ start: '2026-12-18T12:00' }))
    assert.deepEqual(await refused(end('ken', next)), ['not_found', 'not_there'])
    assert.deepEqual(await refused(end('mei', running)), ['not_found', 'not_there'])
    assert.deepEqual(await refused(end('boss', next)), needsAdmin)
    assert.deepEqual(await refused(end('ken', running)), nothing, 'an organiser ends the own meeting in Zoom')
    assert.deepEqual(await refused(end('ask', third.id)), nothing, 'another booking is not next')
    assert.deepEqual(ended, [])
  })

  deskTest(
    'it is ended while it overruns alone: not before, nor when the turn of the next one is over',
    async (desk) => {
      const { running, next, ended, at, end } = await overrunning(desk)
      at('09:55')
      for (const [who, id] of [
        ['mei', next],
        ['root', running],
      ] as const)
        assert.deepEqual(await refused(end(who, id)), ['wrong_state', 'within_its_time'])
      // What was seen stays where no worker runs.
      for (const time of ['09:49', '11:00']) {
        at(time)
        assert.deepEqual(await refused(end('mei', next)), nothing, time)
      }
      at('10:01')
      const cancel = { bookingId: next, revision: 1, scope: { scope: 'one', date: '2026-12-25' } } as const
      await cancelBooking(desk, by('mei'), cancel)
      await end('mei', next)
      assert.deepEqual(ended, [81], 'another date of the series is something else')
    },
  )

  deskTest('where Zoom does not answer nothing is written down, and it can be tried again', async (desk) => {
    const { next, ended, end } = await overrunning(desk)
    const key = by('mei')
    const away = endOverrun(desk, key, { bookingId: next }, () => Promise.reject(new Error('away')))
    await assert.rejects(away, /away/)
    assert.equal((await desk.store.read(({ overruns }) => overruns.list())).length, 1)
    await end('mei', next, key)
    assert.deepEqual(ended, [81])
  })
}

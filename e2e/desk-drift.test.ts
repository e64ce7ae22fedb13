import assert from 'node:assert/strict'
import { acceptDrift, restoreDrift } from '@convene/booking'
import {
  by,
  change,
  deskTest,
  driftOf,
  friday,
  heldOf,
  hour,
  longDeskTest,
  meetingOf,
  minute,
  stateOf,
  weekly,
} from './parts/desk-tests.ts'

longDeskTest('meetings that the desk did not make keep a host busy as long as they are there', async (desk) => {
  const { portal } = desk.emulator.control
  const single = portal.schedule(
    { topic: 'Private', start_time: '2026-12-18T10:00:00Z', duration: 45 },
    { as: 'mei@example.com' },
  )
  portal.schedule(
    {
      topic: 'Weekly',
      type: 8,
      start_time: '2026-12-21T09:00:00',
      timezone: 'UTC',
      duration: 30,
      recurrence: { type: 2, weekly_days: '2', end_times: 3 },
    },
    { as: 'mei@example.com' },
  )
  await desk.work(2 * minute)
  const ours = await desk.book({ ...friday, start: '2026-12-19T18:00' })
  await desk.work(15 * minute)
  const times = async () =>
    (await heldOf(desk, 'a')).map(
      ({ heldFrom, bookingId }) => `${new Date(heldFrom).toISOString().slice(5, 16)} ${bookingId ?? 'foreign'}`,
    )
  assert.deepEqual(await times(), [
    '12-18T10:00 foreign',
    `12-19T10:00 ${ours}`,
    '12-21T09:00 foreign',
    '12-28T09:00 foreign',
    '01-04T09:00 foreign',
  ])
  const [state] = await desk.run(desk.store.read(({ hostStates }) => hostStates.list()))
  assert.deepEqual([state?.problem, state?.foreignMeetings, state?.agenda], [undefined, 4, undefined])
  portal.delete(single)
  await desk.work(11 * minute)
  assert.equal((await times()).length, 4)
})

deskTest('a host that is not at Zoom any more is told', async (desk) => {
  await desk.run(
    desk.store.transaction(async ({ hosts }) => {
      const host = await hosts.find('a')
      if (host) await hosts.save({ ...host, zoomUser: 'gone@example.com' })
    }),
  )
  await desk.work(minute)
  const [state] = await desk.run(desk.store.read(({ hostStates }) => hostStates.list()))
  assert.equal(state?.problem, 'not_at_zoom')
})

longDeskTest('of a user who is deleted at Zoom the meetings are told, and so is a host out of use', async (desk) => {
  const id = await desk.book(friday)
  await desk.work(5000)
  await desk.run(
    desk.store.transaction(async ({ hosts }) => {
      const host = await hosts.find('a')
      if (host) await hosts.save({ ...host, isActive: false })
    }),
  )
  await desk.run(desk.zoom.users.delete({ userId: 'mei@example.com', action: 'delete' }))
  await desk.work(12 * minute)
  assert.equal((await driftOf(desk, id))?.is, 'deleted')
  assert.equal(await stateOf(desk, id), 'reserved')
})

longDeskTest('what Zoom refuses of a user who may not hold meetings is made when the user may again', async (desk) => {
  const health = async () => (await desk.run(desk.store.read(({ hostStates }) => hostStates.list())))[0]?.problem
  await desk.run(desk.zoom.users.updateStatus({ userId: 'mei@example.com', action: 'deactivate' }))
  const id = await desk.book(friday)
  await desk.work(12 * minute)
  assert.deepEqual([await health(), await stateOf(desk, id)], ['may_not_host', 'reserved'])
  await desk.run(desk.zoom.users.updateStatus({ userId: 'mei@example.com', action: 'activate' }))
  await desk.work(12 * minute)
  assert.deepEqual([await health(), await stateOf(desk, id)], [undefined, 'confirmed'])
})

longDeskTest(
  'a series of others that is deleted while it is looked at is no sign of a host that is gone',
  async (desk) => {
    desk.emulator.control.portal.schedule(
      {
        topic: 'Weekly',
        type: 8,
        start_time: '2026-12-21T09:00:00',
        recurrence: { type: 2, weekly_days: '2', end_times: 3 },
      },
      { as: 'mei@example.com' },
    )
    const body = { code: 3001, message: 'Meeting does not exist: 1.' }
    desk.emulator.control.faults.add({ operation: 'GET /meetings/{meetingId}', status: 404, body })
    await desk.work(minute)
    const [state] = await desk.run(desk.store.read(({ hostStates }) => hostStates.list()))
    assert.deepEqual([state?.problem, state?.foreignMeetings], [undefined, 0])
  },
)

longDeskTest('what somebody changes in the portal is seen without webhooks, and taken over', async (desk) => {
  const id = await desk.book(friday)
  await desk.work(5000)
  const { id: meetingId } = await meetingOf(desk, id)
  desk.emulator.control.portal.edit(meetingId, { topic: 'Party', start_time: '2026-12-18T12:00:00Z' })
  await desk.work(25 * minute)
  const drift = await driftOf(desk, id)
  assert.deepEqual(
    [drift?.is, drift?.fields],
    [
      'changed',
      [
        { field: 'topic', booked: '面試', atZoom: 'Party' },
        { field: 'start_time', booked: '2026-12-18T10:00:00Z', atZoom: '2026-12-18T12:00:00Z' },
      ],
    ],
  )
  await desk.run(acceptDrift(desk.desk, by('root'), { bookingId: id }))
  await desk.work(25 * minute)
  const booking = await desk.booking(id)
  assert.deepEqual([booking.title, booking.start, await driftOf(desk, id)], ['Party', '2026-12-18T20:00', undefined])
  assert.equal((await meetingOf(desk, id)).id, meetingId)
})

longDeskTest('what somebody changes in the portal is set back when an administrator says so', async (desk) => {
  const id = await desk.book(friday)
  await desk.work(5000)
  const before = await meetingOf(desk, id)
  desk.emulator.control.portal.edit(before.id, { topic: 'Party', duration: 30, password: 'other1' })
  await desk.work(15 * minute)
  const drift = await driftOf(desk, id)
  assert.deepEqual(
    drift?.fields.map(({ field }) => field),
    ['topic', 'duration', 'join_url'],
  )
  await desk.run(restoreDrift(desk.desk, by('root'), { bookingId: id }))
  await desk.work(15 * minute)
  const after = await meetingOf(desk, id)
  assert.deepEqual(
    [after.id, after.topic, after.duration, after.password, await driftOf(desk, id)],
    [before.id, '面試', 60, before.password, undefined],
  )
  const published = await desk.run(desk.store.read(({ publications }) => publications.find(id)))
  assert.equal(published?.joinUrl, after.join_url, 'people are told of the link that works')
})

longDeskTest(
  'a date that somebody deletes in the portal is taken over, or set back in a series that has begun',
  async (desk) => {
    const id = await desk.book({ ...friday, recurrence: { ...weekly, end: { count: 5 } } })
    await desk.work(10_000)
    const { id: meetingId } = await meetingOf(desk, id)
    const leaveOut = async (at: string) => {
      const occurrence_id = String(Date.parse(at))
      await desk.run(desk.zoom.meetings.delete({ meetingId, occurrence_id }))
      await desk.work(70 * minute)
      return (await driftOf(desk, id))?.fields.map(({ field }) => field)
    }
    assert.deepEqual(await leaveOut('2026-12-25T10:00:00Z'), ['dates'])
    await desk.run(acceptDrift(desk.desk, by('root'), { bookingId: id }))
    await desk.work(minute)
    assert.deepEqual(
      (await desk.booking(id)).exceptions.map(({ date }) => date),
      ['2026-12-25'],
    )
    await desk.run(desk.time.wait(2 * 24 * hour))
    assert.deepEqual(await leaveOut('2027-01-08T10:00:00Z'), ['dates'])
    await desk.run(restoreDrift(desk.desk, by('root'), { bookingId: id }))
    await desk.work(minute)
    const dates = ((await meetingOf(desk, id)).occurrences ?? [])
      .filter(({ status }) => status !== 'deleted')
      .map(({ start_time }) => start_time.slice(0, 10))
    assert.deepEqual(dates.slice(-3), ['2027-01-01', '2027-01-08', '2027-01-15'])
    assert.ok(!dates.includes('2026-12-25'))
    await desk.work(70 * minute)
    assert.equal(await driftOf(desk, id), undefined)
  },
)

longDeskTest(
  'a meeting that somebody deletes in the portal is made anew when an administrator says so',
  async (desk) => {
    const id = await desk.book(friday)
    await desk.work(5000)
    const first = await meetingOf(desk, id)
    desk.emulator.control.portal.delete(first.id)
    await desk.work(15 * minute)
    assert.equal((await driftOf(desk, id))?.is, 'deleted')
    await assert.rejects(change(desk, id, { title: 'Other' }), { code: 'wrong_state' })
    await desk.run(restoreDrift(desk.desk, by('root'), { bookingId: id }))
    await desk.work(minute)
    assert.equal(await stateOf(desk, id), 'confirmed')
    assert.notEqual((await meetingOf(desk, id)).id, first.id)
    assert.deepEqual(desk.mails, [`booking_confirmed ${id}`, `booking_confirmed ${id}`])
  },
)

longDeskTest('a meeting that runs into the next one on its lane is told once, until it ends', async (desk) => {
  const first = await desk.book(friday)
  await desk.book({ ...friday, start: '2026-12-18T19:05' })
  await desk.work(5000)
  const { id: meetingId } = await meetingOf(desk, first)
  await desk.run(desk.time.wait(Date.parse('2026-12-18T10:00:00Z') - desk.time.now()))
  const { life } = desk.emulator.control
  life.start(meetingId)
  await desk.work(58 * minute)
  assert.deepEqual(await desk.run(desk.store.read(({ overruns }) => overruns.list())), [])
  await desk.work(4 * minute)
  const [overrun] = await desk.run(desk.store.read(({ overruns }) => overruns.list()))
  assert.equal(overrun?.bookingId, first)
  assert.deepEqual(
    desk.mails.filter((mail) => mail.startsWith('overrun')),
    [`overrun ${first}`],
  )
  await desk.work(20 * minute)
  const still = await desk.run(desk.store.read(({ overruns }) => overruns.list()))
  assert.deepEqual(still, [overrun], 'it stands in the way of the next one as long as it runs')
  assert.equal(desk.mails.filter((mail) => mail.startsWith('overrun')).length, 1)
  life.end(meetingId)
  await desk.work(2 * minute)
  assert.deepEqual(await desk.run(desk.store.read(({ overruns }) => overruns.list())), [])
  const short = await desk.book({ ...friday, start: '2026-12-18T21:00', minutes: 5 })
  await desk.book({ ...friday, start: '2026-12-18T21:05' })
  await desk.work(5000)
  const { id: early } = await meetingOf(desk, short)
  await desk.run(desk.time.wait(Date.parse('2026-12-18T12:57:00Z') - desk.time.now()))
  life.start(early)
  await desk.work(2 * minute)
  const none = await desk.run(desk.store.read(({ overruns }) => overruns.list()))
  assert.deepEqual(none, [], 'what is opened before its time does not overrun')
})

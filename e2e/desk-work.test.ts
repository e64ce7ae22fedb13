import assert from 'node:assert/strict'
import { cancelBooking, type LeasedMessage } from '@convene/booking'
import {
  by,
  change,
  deskTest,
  friday,
  heldOf,
  hour,
  longDeskTest,
  meetingOf,
  meetingsOf,
  minute,
  stateOf,
  weekly,
} from './parts/desk-tests.ts'

deskTest('a booking is at Zoom as it was booked, confirmed, and told once', async (desk) => {
  const id = await desk.book(friday)
  assert.equal(await stateOf(desk, id), 'reserved')
  await desk.work(5000)
  assert.equal(await stateOf(desk, id), 'confirmed')
  assert.deepEqual(desk.mails, [`booking_confirmed ${id}`])
  const meeting = await meetingOf(desk, id)
  assert.deepEqual(
    [meeting.topic, meeting.start_time, meeting.timezone, meeting.duration, meeting.type],
    ['面試', '2026-12-18T10:00:00Z', 'Asia/Taipei', 60, 2],
  )
  assert.deepEqual([meeting.settings?.join_before_host, meeting.settings?.waiting_room], [true, false])
  assert.match(meeting.agenda ?? '', /^convene:\S+\nBring a pen$/)
  await desk.work(30_000)
  assert.equal(desk.mails.length, 1)
  assert.deepEqual(desk.complaints, [])
})

deskTest(
  'a series keeps its wall time over the change of clocks, with the dates that were moved or left out',
  async (desk) => {
    const id = await desk.book({
      ...friday,
      timeZone: 'Europe/Berlin',
      start: '2027-03-19T04:30',
      recurrence: weekly,
      exceptions: [{ date: '2027-03-26', start: '2027-03-25T20:00', minutes: 30 }, { date: '2027-04-02' }],
    })
    await desk.work(10_000)
    const { occurrences = [], timezone } = await meetingOf(desk, id)
    assert.equal(timezone, 'Europe/Berlin')
    assert.deepEqual(
      occurrences.map(({ start_time, duration, status }) => `${start_time} ${duration} ${status}`),
      [
        '2027-03-19T03:30:00Z 60 available',
        '2027-03-25T19:00:00Z 30 available',
        '2027-04-02T02:30:00Z 60 deleted',
        '2027-04-09T02:30:00Z 60 available',
      ],
    )
  },
)

longDeskTest(
  'a host that is known by its address is soon known by its id at Zoom, also without a meeting',
  async (desk) => {
    await desk.work(minute)
    const states = await desk.run(desk.store.read(({ hostStates }) => hostStates.list()))
    const { users } = await desk.run(Promise.resolve(desk.zoom.users.list({})))
    const idOf = (address: string) => users.find(({ email }) => email === address)?.id
    assert.deepEqual(
      states.map(({ zoomId }) => zoomId),
      [idOf('mei@example.com'), idOf('kenji@example.com')],
    )
  },
)

deskTest('of a time that the clocks repeat the one that was chosen is at Zoom', async (desk) => {
  const at = { ...friday, timeZone: 'Europe/Berlin', start: '2027-10-31T02:30' }
  const earlier = await desk.book({ ...at, repeated: 'earlier' })
  const later = await desk.book({ ...at, repeated: 'later' })
  await desk.work(5000)
  assert.equal((await meetingOf(desk, earlier)).start_time, '2027-10-31T00:30:00Z')
  assert.equal((await meetingOf(desk, later)).start_time, '2027-10-31T01:30:00Z')
})

deskTest('a change goes to Zoom in place, and a cancelled booking is deleted there', async (desk) => {
  const id = await desk.book(friday)
  await desk.work(5000)
  const before = await meetingOf(desk, id)
  await change(desk, id, { start: '2026-12-18T19:30', title: 'Second' })
  await desk.work(5000)
  const changed = await meetingOf(desk, id)
  assert.deepEqual(
    [changed.id, changed.join_url, changed.topic, changed.start_time],
    [before.id, before.join_url, 'Second', '2026-12-18T11:30:00Z'],
  )
  assert.deepEqual(desk.mails, [`booking_confirmed ${id}`, `booking_changed ${id}`])
  const revision = (await desk.booking(id)).revision
  await desk.run(cancelBooking(desk.desk, by('mei'), { bookingId: id, revision, scope: { scope: 'all' } }))
  await desk.work(5000)
  assert.deepEqual(await meetingsOf(desk), [])
})

deskTest('a series that has begun can still be changed: dates, lengths, title and rule', async (desk) => {
  const id = await desk.book({
    ...friday,
    recurrence: { ...weekly, end: { count: 6 } },
    exceptions: [{ date: '2026-12-18', start: '2026-12-18T19:00', minutes: 30 }],
  })
  await desk.work(10_000)
  await desk.run(desk.time.wait(9 * 24 * hour))
  await change(desk, id, { start: '2027-01-01T20:00' }, { scope: 'one', date: '2027-01-01' })
  await desk.work(10_000)
  const status = async () => (await desk.run(desk.keeper.status((await desk.booking(id)).meetingKey)))?.state
  const dates = async () =>
    ((await meetingOf(desk, id)).occurrences ?? [])
      .filter(({ start_time, status: its }) => Date.parse(start_time) > desk.time.now() && its !== 'deleted')
      .map(({ start_time, duration }) => `${start_time.slice(5, 16)} ${duration}`)
  assert.equal(await status(), 'published')
  assert.deepEqual(await dates(), ['01-01T12:00 60', '01-08T10:00 60', '01-15T10:00 60', '01-22T10:00 60'])
  await change(desk, id, { minutes: 45 })
  await desk.work(10_000)
  assert.equal(await status(), 'published')
  assert.deepEqual(await dates(), ['01-01T12:00 45', '01-08T10:00 45', '01-15T10:00 45', '01-22T10:00 45'])
  // Zoom has only what begins on 1 January now; what was different before that stays out of it.
  await change(desk, id, { start: '2027-01-15T09:00' }, { scope: 'one', date: '2027-01-15' })
  await change(desk, id, { title: 'New title' })
  await desk.work(10_000)
  assert.equal(await status(), 'published')
  assert.deepEqual(await dates(), ['01-01T12:00 45', '01-08T10:00 45', '01-15T01:00 45', '01-22T10:00 45'])
  await change(desk, id, { start: '2027-01-01T18:00' }, { scope: 'one', date: '2027-01-01' })
  await desk.work(10_000)
  assert.equal(await status(), 'published')
  assert.deepEqual(await dates(), ['01-01T10:00 45', '01-08T10:00 45', '01-15T01:00 45', '01-22T10:00 45'])
  assert.equal((await meetingOf(desk, id)).topic, 'New title')
})

longDeskTest('a date that was moved behind its time by the rule is changed, left out, and never lost', async (desk) => {
  const id = await desk.book({ ...friday, recurrence: weekly })
  await desk.work(10_000)
  await change(desk, id, { start: '2026-12-28T18:00' }, { scope: 'one', date: '2026-12-25' })
  await desk.work(10_000)
  await desk.run(desk.time.wait(Date.parse('2026-12-26T10:00:00Z') - desk.time.now()))
  const shown = async () =>
    ((await meetingOf(desk, id)).occurrences ?? [])
      .filter(({ start_time, status }) => Date.parse(start_time) > desk.time.now() && status !== 'deleted')
      .map(({ start_time, duration }) => `${start_time.slice(5, 16)} ${duration}`)
  await assert.rejects(change(desk, id, { minutes: 45 }), /Dec 25, 2026 was moved and is still to come/)
  await desk.book({ ...friday, start: '2027-01-02T18:00' })
  const onto = { start: '2027-01-02T18:30' }
  await assert.rejects(change(desk, id, onto, { scope: 'one', date: '2027-01-01' }, { mayMove: true }), /Dec 25, 2026/)
  await change(desk, id, { start: '2026-12-29T18:00' }, { scope: 'one', date: '2026-12-25' })
  await desk.work(10_000)
  assert.deepEqual(await shown(), ['12-29T10:00 60', '01-01T10:00 60', '01-08T10:00 60'])
  const { revision } = await desk.booking(id)
  const leftOut = { scope: 'one', date: '2026-12-25' } as const
  await desk.run(cancelBooking(desk.desk, by('mei'), { bookingId: id, revision, scope: leftOut }))
  await change(desk, id, { minutes: 45 })
  await desk.work(10_000)
  assert.deepEqual(await shown(), ['01-01T10:00 45', '01-08T10:00 45'])
})

longDeskTest('while a date runs that was moved ahead, another one is changed as soon as it has ended', async (desk) => {
  const id = await desk.book({ ...friday, recurrence: weekly })
  await desk.work(10_000)
  await change(desk, id, { start: '2026-12-23T18:00' }, { scope: 'one', date: '2026-12-25' })
  await desk.work(10_000)
  const { id: meetingId } = await meetingOf(desk, id)
  await desk.run(desk.time.wait(Date.parse('2026-12-23T10:00:30Z') - desk.time.now()))
  desk.emulator.control.life.start(meetingId)
  await change(desk, id, { start: '2027-01-02T18:00' }, { scope: 'one', date: '2027-01-01' })
  await desk.work(10 * minute)
  const { meetingKey } = await desk.booking(id)
  assert.equal((await desk.run(desk.keeper.status(meetingKey)))?.reason, 'running')
  desk.emulator.control.life.end(meetingId)
  await desk.work(10 * minute)
  const dates = ((await meetingOf(desk, id)).occurrences ?? []).map(
    ({ start_time, status }) => `${start_time} ${status}`,
  )
  assert.deepEqual(dates.slice(1), [
    '2026-12-23T10:00:00Z available',
    '2027-01-02T10:00:00Z available',
    '2027-01-08T10:00:00Z available',
  ])
})

longDeskTest('a series whose first date passes before Zoom is told goes on from its next date', async (desk) => {
  const recurrence = { freq: 'daily', interval: 1, end: { count: 4 } }
  const id = await desk.book({ ...friday, start: '2026-12-17T17:00', recurrence })
  const nobodyWorks = (hours: number) => desk.run(desk.time.wait(hours * hour))
  const dates = async () =>
    ((await meetingOf(desk, id)).occurrences ?? [])
      .filter(({ start_time, status }) => Date.parse(start_time) > desk.time.now() && status !== 'deleted')
      .map(({ start_time }) => start_time.slice(5, 16))
  await nobodyWorks(2)
  await desk.work(minute)
  assert.equal(await stateOf(desk, id), 'confirmed')
  assert.deepEqual(await dates(), ['12-18T09:00', '12-19T09:00', '12-20T09:00'])
  await change(desk, id, { start: '2026-12-18T07:00' })
  await nobodyWorks(24)
  await desk.work(12 * minute)
  assert.deepEqual(await dates(), ['12-18T23:00', '12-19T23:00'])
  // Of what is left of it nothing is to come: Zoom keeps no meeting for that.
  const { rest } = await change(desk, id, { minutes: 30 }, { scope: 'following', date: '2026-12-19' })
  await desk.work(minute)
  assert.deepEqual([await stateOf(desk, id), await stateOf(desk, rest?.id ?? '')], ['ended', 'confirmed'])
  assert.equal((await meetingsOf(desk)).length, 1)
  assert.deepEqual(desk.complaints, [])
})

longDeskTest(
  'when the answer of Zoom is lost the booking is unknown, and then confirmed with the one meeting',
  async (desk) => {
    desk.emulator.control.faults.add({
      operation: 'POST /users/{userId}/meetings',
      effect: 'done',
      cut: true,
      list_lag_ms: 30_000,
      count: 1,
    })
    const id = await desk.book(friday)
    await desk.work(20_000)
    assert.equal(await stateOf(desk, id), 'unknown')
    await desk.work(5 * minute)
    assert.equal(await stateOf(desk, id), 'confirmed')
    assert.equal((await meetingsOf(desk)).length, 1)
    assert.deepEqual(desk.mails, [`booking_confirmed ${id}`])
  },
)

deskTest('a process that was killed before it could say that there is a link loses nothing', async (desk) => {
  const id = await desk.book(friday)
  // Safe creation gets through, and nobody is there who would settle.
  const stopping = new AbortController()
  const work = desk.keeper.work({ signal: stopping.signal })
  await desk.run(desk.time.wait(5000))
  stopping.abort()
  await desk.run(work)
  assert.equal(await stateOf(desk, id), 'reserved')
  await desk.work(15_000)
  assert.equal(await stateOf(desk, id), 'confirmed')
  assert.deepEqual(desk.mails, [`booking_confirmed ${id}`])
})

deskTest('where the day of a host is used up the booking goes to another one', async (desk) => {
  const midnight = new Date(Date.parse('2026-12-18T00:00:00Z')).toISOString()
  desk.emulator.control.faults.add({
    operation: 'POST /users/{userId}/meetings',
    user: 'mei@example.com',
    status: 429,
    body: {
      code: 429,
      message:
        'You have exceeded the daily rate limit (100) of Meeting Create/Update API requests permitted for this user.',
    },
    headers: { 'Retry-After': midnight },
  })
  const id = await desk.book(friday)
  await desk.work(30_000)
  const booking = await desk.booking(id)
  assert.deepEqual([booking.hostId, booking.state], ['b', 'confirmed'])
  assert.equal((await meetingsOf(desk, 'kenji@example.com')).length, 1)
  assert.deepEqual(await meetingsOf(desk), [])
  assert.deepEqual(await heldOf(desk, 'a'), [])
})

longDeskTest('a mail that cannot be sent now is sent later, and one that never can stays to be seen', async (desk) => {
  const tries = { bad: 0 }
  desk.answer = ({ kind, key }: LeasedMessage) => {
    if (kind !== 'booking_confirmed') return 'sent'
    if (key.endsWith('1') && ++tries.bad < 3) return { dueAt: desk.time.now() + minute, problem: 'SMTP is away' }
    return 'sent'
  }
  const id = await desk.book(friday)
  await desk.work(5 * minute)
  assert.deepEqual(desk.mails, Array(3).fill(`booking_confirmed ${id}`))
  desk.answer = () => ({ failed: 'no such mailbox' })
  await change(desk, id, { title: 'Other' })
  await desk.work(10 * minute)
  assert.equal(desk.mails.length, 4)
  const [problem] = await desk.run(desk.store.read(({ messageProblems }) => messageProblems.list({ limit: 9 })))
  assert.deepEqual([problem?.kind, problem?.problem, problem?.dueAt], ['booking_changed', 'no such mailbox', undefined])
})

longDeskTest('a mailer that breaks, and a store that fails once, stop nothing', async (desk) => {
  let isBroken = true
  desk.answer = () => {
    if (!isBroken) return 'sent'
    isBroken = false
    throw new Error('broken')
  }
  const id = await desk.book(friday)
  await desk.work(3 * minute)
  assert.deepEqual(desk.mails, Array(2).fill(`booking_confirmed ${id}`))
  assert.match(desk.complaints.join(), /message_failed/)
})

longDeskTest('what is over ends, and is forgotten after its time', async (desk) => {
  const id = await desk.book(friday)
  await desk.work(5000)
  await desk.run(desk.time.wait(2 * 24 * hour))
  await desk.work(minute)
  assert.equal(await stateOf(desk, id), 'ended')
  await desk.run(desk.time.wait(91 * 24 * hour))
  await desk.work(minute)
  const { title, meetingKey } = await desk.booking(id)
  assert.equal(title, '')
  const { meeting } = (await desk.run(desk.keeper.status(meetingKey))) ?? {}
  assert.deepEqual([meeting?.topic, meeting?.join_url, meeting?.password], [undefined, '', ''])
})

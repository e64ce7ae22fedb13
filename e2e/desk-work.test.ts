import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import {
  acceptDrift,
  type BookingState,
  cancelBooking,
  changeBooking,
  type LeasedMessage,
  restoreDrift,
} from '@convene/booking'
import { openPostgresStore } from '@convene/booking/storage/postgres'
import { createPostgresJournal, type PostgresConnection } from '@convene/zoom/journal/postgres'
import { createSqliteJournal } from '@convene/zoom/journal/sqlite'
import { startPostgres } from './parts/postgres.ts'
import { type DeskHome, openWorkingDesk, sqliteHome, thursday, type WorkingDesk } from './parts/working-desk.ts'

const { postgres, missing } = await startPostgres()
after(() => postgres?.[Symbol.asyncDispose]())

async function postgresHome(): Promise<DeskHome> {
  const connectionString = (await postgres?.createDatabase()) ?? ''
  return {
    open: () => openPostgresStore({ connectionString }),
    journalOver: (connection) => createPostgresJournal(connection as PostgresConnection),
    [Symbol.asyncDispose]: async () => {},
  }
}

const minute = 60_000
const hour = 60 * minute
const friday = { title: '面試', timeZone: 'Asia/Taipei', start: '2026-12-18T18:00', minutes: 60, agenda: 'Bring a pen' }
const weekly = { freq: 'weekly', interval: 1, byDay: ['friday'], end: { count: 4 } }
let keys = 0
const by = (memberId: string) => ({ memberId, key: `work-${++keys}`, hash: '' })

/** On PostgreSQL each round of a worker takes its time, so that what lasts long is played on SQLite alone. */
function longDeskTest(title: string, run: (desk: WorkingDesk) => Promise<void>): void {
  test(title, async () => {
    await using desk = await openWorkingDesk(sqliteHome(createSqliteJournal))
    await run(desk)
  })
}

function deskTest(title: string, run: (desk: WorkingDesk) => Promise<void>): void {
  for (const [engine, open] of [
    ['SQLite', async () => sqliteHome(createSqliteJournal)],
    ['PostgreSQL', postgresHome],
  ] as const)
    test(`on ${engine}: ${title}`, {
      skip: engine === 'PostgreSQL' && missing !== undefined ? missing : false,
    }, async () => {
      await using desk = await openWorkingDesk(await open())
      await run(desk)
    })
}

async function meetingsOf({ zoom, run }: WorkingDesk, userId = 'mei@example.com') {
  const { meetings } = await run(Promise.resolve(zoom.meetings.list({ userId })))
  return meetings
}
const meetingOf = async ({ zoom, keeper, run, booking }: WorkingDesk, id: string) => {
  const { meetingKey } = await booking(id)
  const meetingId = (await run(keeper.status(meetingKey)))?.meeting?.id ?? 0
  return run(zoom.meetings.get({ meetingId, show_previous_occurrences: true }))
}
const stateOf = async (desk: WorkingDesk, id: string): Promise<BookingState> => (await desk.booking(id)).state
const driftOf = ({ store, run }: WorkingDesk, id: string) => run(store.read(({ drift }) => drift.find(id)))
const heldOf = ({ store, run }: WorkingDesk, hostId: string) =>
  run(store.read((reading) => reading.held([hostId], { from: thursday, to: thursday + 900 * 24 * hour })))
const change = async (desk: WorkingDesk, id: string, its: object, scope: object = { scope: 'all' }) =>
  desk.run(
    changeBooking(desk.desk, by('mei'), {
      bookingId: id,
      revision: (await desk.booking(id)).revision,
      scope: scope as never,
      change: its,
      mayMove: false,
    }),
  )

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
  life.end(meetingId)
  await desk.work(2 * minute)
  assert.deepEqual(await desk.run(desk.store.read(({ overruns }) => overruns.list())), [])
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
  assert.equal((await desk.booking(id)).title, '')
})

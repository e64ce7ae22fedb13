import assert from 'node:assert/strict'
import { DatabaseSync } from 'node:sqlite'
import { test } from 'node:test'
import { createZoomClient, optionsFromEnvironment } from '@convene/zoom'
import { createMeetingKeeper } from '@convene/zoom/ensure'
import { createSqliteJournal } from '@convene/zoom/journal/sqlite'
import { everyWeeks } from '@convene/zoom/recurrence'
import { startEmulator } from '@convene/zoom-emulator'
import { createFakeTime } from '../packages/zoom/test/fake-time.ts'

const host = 'mei@example.com'
const series = {
  topic: 'Reading group',
  start_time: '2030-12-06T18:00:00',
  timezone: 'Asia/Taipei',
  duration: 60,
  recurrence: everyWeeks(1, ['friday'], { count: 4 }),
  dates: [
    { date: '2030-12-13', leave_out: true },
    { date: '2030-12-20', start_time: '2030-12-21T10:00:00', duration: 30 },
  ],
}

async function startSeries() {
  const emulator = await startEmulator()
  const time = createFakeTime(Date.now())
  const zoom = createZoomClient({ ...optionsFromEnvironment(emulator.env), ambient: time })
  const database = new DatabaseSync(':memory:')
  const keeper = createMeetingKeeper({ zoom, journal: createSqliteJournal(database), ambient: time })
  /** Each date as Zoom shows it: the day and hour in UTC, its length, and `-` where it is left out. */
  const dates = async (meetingId: number) =>
    (await zoom.meetings.get({ meetingId })).occurrences?.map(
      ({ start_time, duration, status }) => `${start_time.slice(5, 13)} ${duration}${status === 'deleted' ? ' -' : ''}`,
    )
  /** Creations and changes that Zoom has counted against the host's day. */
  const counted = () =>
    emulator.control.journal
      .list()
      .filter(({ method, path }) => (method === 'POST' || method === 'PATCH') && path.startsWith('/v2/')).length
  return {
    emulator,
    keeper,
    dates,
    counted,
    async [Symbol.asyncDispose]() {
      await emulator.close()
      database.close()
    },
  }
}

test('single dates of a series are left out and moved, and what it cost was said before', async () => {
  await using at = await startSeries()
  const made = await at.keeper.ensureMeeting({ key: 'group', host, meeting: series })
  assert.equal(made.state, 'published', made.sentence)
  const { id = 0, join_url } = made.meeting ?? {}
  assert.deepEqual(await at.dates(id), ['12-06T10 60', '12-13T10 60 -', '12-21T02 30', '12-27T10 60'])

  for (const [meeting, calls, dates] of [
    [{ topic: 'Readers' }, 1, ['12-06T10 60', '12-13T10 60 -', '12-21T02 30', '12-27T10 60']],
    [{ start_time: '2030-12-06T19:00:00' }, 2, ['12-06T11 60', '12-13T11 60 -', '12-21T02 30', '12-27T11 60']],
    [
      { dates: [{ date: '2030-12-20', start_time: '2030-12-22T10:00:00' }] },
      2,
      ['12-06T11 60', '12-13T11 60', '12-22T02 60', '12-27T11 60'],
    ],
    [{ dates: [] }, 1, ['12-06T11 60', '12-13T11 60', '12-20T11 60', '12-27T11 60']],
    [
      { dates: [{ date: '2030-12-27', leave_out: true }] },
      0,
      ['12-06T11 60', '12-13T11 60', '12-20T11 60', '12-27T11 60 -'],
    ],
  ] as const) {
    assert.deepEqual(await at.keeper.costOfChange({ key: 'group', meeting }), { host, calls }, JSON.stringify(meeting))
    const before = at.counted()
    const changed = await at.keeper.changeMeeting({ key: 'group', meeting })
    assert.equal(changed.state, 'published', changed.sentence)
    assert.deepEqual(await at.dates(id), dates, JSON.stringify(meeting))
    assert.equal(at.counted() - before, calls, JSON.stringify(meeting))
    assert.equal(changed.meeting?.join_url, join_url)
  }
})

test('a date that Zoom changed without answering is changed once, and the series ends as it was wanted', async () => {
  await using at = await startSeries()
  at.emulator.control.faults.add({ operation: 'PATCH /meetings/{meetingId}', cut: true, effect: 'done', count: 4 })
  at.emulator.control.faults.add({ operation: 'DELETE /meetings/{meetingId}', status: 503, effect: 'done', count: 1 })
  const made = await at.keeper.ensureMeeting({ key: 'group', host, meeting: series })
  assert.equal(made.state, 'published', made.sentence)
  assert.deepEqual(await at.dates(made.meeting?.id ?? 0), [
    '12-06T10 60',
    '12-13T10 60 -',
    '12-21T02 30',
    '12-27T10 60',
  ])
})

const mistakes: readonly (readonly [dates: unknown, field: string, says: RegExp])[] = [
  [[{ date: '2030-12-14', leave_out: true }], 'meeting.dates[0].date', /Its days: 2030-12-06, 2030-12-13/],
  [[{ date: '2030-12-13' }], 'meeting.dates[0]', /Say what is different/],
  [[{ date: '2030-12-13', leave_out: true, duration: 30 }], 'meeting.dates[0].leave_out', /give one of the two/],
  [[{ date: '2030-12-13', leaveOut: true }], 'meeting.dates[0].leaveOut', /leave_out, start_time or duration/],
  [[1, 2].map(() => ({ date: '2030-12-13', leave_out: true })), 'meeting.dates[1].date', /twice/],
  [['06', '13', '20', '27'].map((day) => ({ date: `2030-12-${day}`, leave_out: true })), 'meeting.dates', /cancel/],
]
for (const [dates, field, says] of mistakes)
  test(`dates ${JSON.stringify(dates).slice(0, 80)} are refused before anything is kept`, async () => {
    await using at = await startSeries()
    const meeting = { ...series, dates: dates as typeof series.dates }
    await assert.rejects(
      at.keeper.ensureMeeting({ key: 'group', host, meeting }),
      (error: Error & { details?: { field?: string } }) => {
        assert.equal(error.details?.field, field)
        assert.match(error.message, says)
        return true
      },
    )
    assert.equal(await at.keeper.status('group'), undefined)
  })

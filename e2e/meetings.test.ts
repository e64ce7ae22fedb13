import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createZoomClient, type Meeting, optionsFromEnvironment, ZoomError } from '@convene/zoom'
import { everyMonths, everyWeeks } from '@convene/zoom/recurrence'
import { startFrozenZoom } from './parts/frozen-zoom.ts'

test('a meeting made for 18:00 in Taipei is at 18:00 in Taipei, with link and passcode', async () => {
  await using zoom = await startFrozenZoom()
  const { meetings } = zoom.client
  const made = await meetings.create({
    userId: 'mei@example.com',
    topic: 'Year-end dinner',
    agenda: 'Food',
    start_time: '2026-12-17T18:00:00',
    timezone: 'Asia/Taipei',
    duration: 90,
    password: 'dinner-26',
    settings: { waiting_room: true, alternative_hosts: ['kenji@example.com', 'lars@example.com'] },
  })
  assert.equal(made.start_time, '2026-12-17T10:00:00Z')
  assert.equal(made.timezone, 'Asia/Taipei')
  assert.match(made.join_url, new RegExp(`/j/${made.id}\\?pwd=.`))

  const read = await meetings.get({ meetingId: made.id })
  const { topic, agenda, duration, password, start_time, host_email, type, status } = read
  assert.deepEqual(
    { topic, agenda, duration, password, start_time, host_email, type, status },
    {
      topic: 'Year-end dinner',
      agenda: 'Food',
      duration: 90,
      password: 'dinner-26',
      start_time: '2026-12-17T10:00:00Z',
      host_email: 'mei@example.com',
      type: 2,
      status: 'waiting',
    },
  )
  assert.equal(read.settings?.waiting_room, true)
  assert.equal(read.settings?.alternative_hosts, 'kenji@example.com;lars@example.com')
})

test('every form of a start means the same instant', async () => {
  await using zoom = await startFrozenZoom()
  const starts = [
    { start_time: '2026-12-17 18:00', timezone: 'Asia/Taipei' },
    { start_time: '2026-12-17T10:00:00Z', timezone: 'UTC' },
    { start_time: '2026-12-17T12:00:00+02:00' },
    { start_time: new Date('2026-12-17T10:00:00Z') },
    { start_time: Temporal.Instant.from('2026-12-17T10:00:00Z') },
    { start_time: Temporal.ZonedDateTime.from('2026-12-17T18:00:00[Asia/Taipei]') },
    { start_time: Temporal.PlainDateTime.from('2026-12-17T18:00:00'), timezone: 'Asia/Taipei' },
    { start_time: '2026-12-17T21:00:00', timezone: 'Australia/Melbourne' },
  ]
  for (const start of starts) {
    const { start_time } = await zoom.client.meetings.create(start)
    assert.equal(start_time, '2026-12-17T10:00:00Z', String(start.start_time))
  }
})

test('a mistake is refused and makes no meeting', async () => {
  await using zoom = await startFrozenZoom()
  const { meetings } = zoom.client
  const mistakes = [
    { start_time: '2026-11-21T18:00:00', timezone: 'Asia/Taipei' },
    { start_time: '2026-12-17T18:00:00' },
    { start_time: '2026-12-17T18:00:00', timezone: 'Asial/Taipei' },
    { start_time: '2027-03-14T02:30:00', timezone: 'America/New_York' },
    { start: '2026-12-17T18:00:00', timezone: 'Asia/Taipei' },
    { topic: 'x'.repeat(201) },
  ]
  for (const mistake of mistakes)
    await assert.rejects(meetings.create(mistake), { code: 'invalid_input' }, JSON.stringify(mistake))
  assert.deepEqual(await Array.fromAsync(meetings.list()), [])
})

test('when Zoom silently takes the present moment instead, the caller is told, with the meeting that was made', async () => {
  await using zoom = await startFrozenZoom()
  const { emulator } = zoom
  emulator.clock.freeze('2027-01-01T00:00:00Z')
  const now = () => Date.parse('2026-11-22T12:00:00Z')
  const { meetings } = createZoomClient({ ...optionsFromEnvironment(emulator.env), ambient: { now } })
  const error = await meetings.create({ start_time: '2026-12-17T10:00:00Z' }).catch((reason: unknown) => reason)
  assert.ok(error instanceof ZoomError)
  const { id: meetingId } = error.details.meeting as Meeting
  assert.equal(error.code, 'start_shifted')
  assert.deepEqual(error.details.answeredAt, new Date('2027-01-01T00:00:00Z'))
  assert.equal((await meetings.get({ meetingId })).start_time, '2027-01-01T00:00:00Z')
})

test('a change keeps what was not named and gives the meeting as it is now', async () => {
  await using zoom = await startFrozenZoom()
  const { meetings } = zoom.client
  const { id, join_url } = await meetings.create({
    topic: 'Planning',
    start_time: '2026-12-17T10:00:00Z',
    settings: { waiting_room: true },
  })
  const moved = await meetings.update({
    meetingId: id,
    topic: 'Planning, moved',
    start_time: '2026-12-18T09:30:00',
    timezone: 'Europe/Berlin',
    settings: { mute_upon_entry: true },
  })
  assert.deepEqual([moved.id, moved.join_url, moved.topic], [id, join_url, 'Planning, moved'])
  assert.deepEqual([moved.start_time, moved.timezone], ['2026-12-18T08:30:00Z', 'Europe/Berlin'])
  assert.deepEqual([moved.settings?.waiting_room, moved.settings?.mute_upon_entry], [true, true])
})

test('a deleted meeting is gone, is an error the second time, and can be recovered with its link', async () => {
  await using zoom = await startFrozenZoom()
  const { meetings } = zoom.client
  const { id, join_url } = await meetings.create({ topic: 'Mistake', start_time: '2026-12-17T10:00:00Z' })
  await meetings.delete({ meetingId: id, schedule_for_reminder: false })
  await assert.rejects(meetings.get({ meetingId: id }), { code: 'not_found' })
  await assert.rejects(meetings.delete({ meetingId: id }), { code: 'not_found' })
  await meetings.recover({ meetingId: id })
  assert.equal((await meetings.get({ meetingId: id })).join_url, join_url)
})

test('a meeting that its host has started is live, cannot be changed or deleted, and can be ended', async () => {
  await using zoom = await startFrozenZoom()
  const { meetings } = zoom.client
  const { id: meetingId, start_url = '' } = await meetings.create({ topic: 'Now', start_time: '2026-11-22T13:00:00Z' })
  const live = async () => (await meetings.list({ type: 'live' })).meetings.map(({ id }) => id)
  assert.deepEqual(await live(), [])

  const zak = new URL(start_url).searchParams.get('zak') ?? ''
  const form = new URLSearchParams({ zak, action: 'start' })
  await fetch(`${zoom.emulator.url}/s/${meetingId}`, { method: 'POST', body: form })
  assert.equal((await meetings.get({ meetingId })).status, 'started')
  assert.deepEqual(await live(), [meetingId])
  await assert.rejects(meetings.update({ meetingId, topic: 'Later' }), { code: 'zoom_refused' })
  await assert.rejects(meetings.delete({ meetingId }), { code: 'zoom_refused', message: /end it first/ })

  await meetings.end({ meetingId })
  assert.deepEqual(await live(), [])
  await assert.rejects(meetings.delete({ meetingId }), { code: 'zoom_refused', message: /has ended/ })
})

test('an instant meeting and one without fixed times have no start', async () => {
  await using zoom = await startFrozenZoom()
  const { meetings } = zoom.client
  const instant = await meetings.create({ type: 1, topic: 'Now' })
  const whenever = await meetings.create({ type: 3, topic: 'Office hours' })
  assert.deepEqual([instant.type, whenever.type, whenever.start_time], [1, 3, undefined])
})

test('the invitation names topic, time, link and passcode; invite links carry names', async () => {
  await using zoom = await startFrozenZoom()
  const { meetings } = zoom.client
  const start = { start_time: '2026-12-17T18:00:00', timezone: 'Asia/Taipei' }
  const { id, join_url, password } = await meetings.create({ topic: 'Dinner', ...start })
  const { invitation } = await meetings.invitation({ meetingId: id })
  for (const part of ['Topic: Dinner', 'Dec 17, 2026 06:00 PM', join_url, `Passcode: ${password}`])
    assert.ok(invitation.includes(part), `${part} in\n${invitation}`)

  const { attendees } = await meetings.inviteLinks({ meetingId: id, attendees: [{ name: 'Ada' }, { name: 'Grace' }] })
  assert.deepEqual(
    attendees.map(({ name }) => name),
    ['Ada', 'Grace'],
  )
  assert.equal(new Set(attendees.map((attendee) => attendee.join_url)).size, 2)
})

test('a meeting scheduled for another is hosted by them, and can be handed on', async () => {
  await using zoom = await startFrozenZoom()
  const { meetings } = zoom.client
  const start = { start_time: '2026-12-17T10:00:00Z' }
  const made = await meetings.create({ topic: 'For Mei', schedule_for: 'mei@example.com', ...start })
  assert.equal(made.host_email, 'mei@example.com')
  const handed = await meetings.update({ meetingId: made.id, schedule_for: 'kenji@example.com' })
  assert.deepEqual([handed.host_email, handed.join_url], ['kenji@example.com', made.join_url])
  await assert.rejects(meetings.create({ schedule_for: 'nobody@example.com', ...start }), { code: 'zoom_refused' })
})

test('a series keeps its wall time when the clocks change', async () => {
  await using zoom = await startFrozenZoom()
  const made = await zoom.client.meetings.create({
    topic: 'Every Friday',
    start_time: '2027-03-12T09:00:00',
    timezone: 'America/New_York',
    recurrence: everyWeeks(1, ['friday'], { until: '2027-03-26' }),
  })
  assert.deepEqual(
    made.occurrences?.map(({ start_time, status }) => [start_time, status]),
    [
      ['2027-03-12T14:00:00Z', 'available'],
      ['2027-03-19T13:00:00Z', 'available'],
      ['2027-03-26T13:00:00Z', 'available'],
    ],
  )
  assert.equal(made.type, 8)
})

test('the last Monday of the month, by count, from a start on another day', async () => {
  await using zoom = await startFrozenZoom()
  const made = await zoom.client.meetings.create({
    start_time: '2026-12-01T18:00:00',
    timezone: 'Asia/Tokyo',
    recurrence: everyMonths(1, { last: 'monday' }, { count: 3 }),
  })
  assert.deepEqual(
    made.occurrences?.map(({ start_time }) => start_time),
    ['2026-12-28T09:00:00Z', '2027-01-25T09:00:00Z', '2027-02-22T09:00:00Z'],
  )
})

test('one date of a series is moved, another deleted; the others stay', async () => {
  await using zoom = await startFrozenZoom()
  const { meetings } = zoom.client
  const { id, occurrences = [] } = await meetings.create({
    start_time: '2026-12-04T18:00:00',
    timezone: 'Asia/Taipei',
    duration: 60,
    recurrence: everyWeeks(1, ['friday'], { count: 3 }),
  })
  const [first, second, third] = occurrences.map(({ occurrence_id }) => occurrence_id)
  assert.ok(first && second && third)

  const start = { start_time: '2026-12-12T20:00:00', timezone: 'Asia/Taipei' }
  const moved = await meetings.update({ meetingId: id, occurrence_id: second, ...start, duration: 30 })
  assert.deepEqual([moved.start_time, moved.duration], ['2026-12-12T12:00:00Z', 30])
  await meetings.delete({ meetingId: id, occurrence_id: third })
  await assert.rejects(meetings.delete({ meetingId: id, occurrence_id: '1' }), { code: 'zoom_refused' })

  const series = await meetings.get({ meetingId: id })
  assert.deepEqual(
    series.occurrences?.map(({ occurrence_id, start_time, duration, status }) => [
      occurrence_id,
      start_time,
      duration,
      status,
    ]),
    [
      [first, '2026-12-04T10:00:00Z', 60, 'available'],
      [second, '2026-12-12T12:00:00Z', 30, 'available'],
      [third, '2026-12-18T10:00:00Z', 60, 'deleted'],
    ],
  )
})

test('a series takes a new rule as a whole; half of one is refused and changes nothing', async () => {
  await using zoom = await startFrozenZoom()
  const { meetings } = zoom.client
  const start = { start_time: '2026-12-04T18:00:00', timezone: 'Asia/Taipei' }
  const { id } = await meetings.create({ ...start, recurrence: everyWeeks(1, ['friday'], { count: 3 }) })

  const later = { start_time: '2026-12-07T19:00:00', timezone: 'Asia/Taipei' }
  await assert.rejects(meetings.update({ meetingId: id, ...later }), { code: 'invalid_input', message: /is a series/ })
  assert.equal((await meetings.get({ meetingId: id })).occurrences?.[0]?.start_time, '2026-12-04T10:00:00Z')

  const recurrence = everyWeeks(2, ['monday', 'wednesday'], { count: 4 })
  const changed = await meetings.update({ meetingId: id, ...later, recurrence })
  assert.deepEqual(
    changed.occurrences?.map(({ start_time }) => start_time),
    ['2026-12-07T11:00:00Z', '2026-12-09T11:00:00Z', '2026-12-21T11:00:00Z', '2026-12-23T11:00:00Z'],
  )
  const renamed = await meetings.update({ meetingId: id, topic: 'Renamed' })
  assert.deepEqual([renamed.topic, renamed.occurrences?.length], ['Renamed', 4])
})

test('a meeting without fixed times becomes a series and keeps its link', async () => {
  await using zoom = await startFrozenZoom()
  const { meetings } = zoom.client
  const { id, join_url } = await meetings.create({ type: 3, topic: 'Office hours' })
  const series = await meetings.update({
    meetingId: id,
    start_time: '2026-12-04T18:00:00',
    timezone: 'Asia/Taipei',
    recurrence: everyWeeks(1, ['friday'], { count: 2 }),
  })
  assert.deepEqual([series.type, series.join_url, series.occurrences?.length], [8, join_url, 2])
})

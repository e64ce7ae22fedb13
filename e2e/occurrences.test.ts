import assert from 'node:assert/strict'
import { test } from 'node:test'
import { everyDays, everyWeeks } from '@convene/zoom/recurrence'
import { startFrozenZoom } from './parts/frozen-zoom.ts'

test('the dates of a host in December: single ones, series unfolded, moved and deleted dates as they are', async () => {
  await using zoom = await startFrozenZoom()
  const { meetings } = zoom.client
  const userId = 'mei@example.com'
  const timezone = 'Asia/Taipei'
  await meetings.create({ userId, topic: 'Dinner', start_time: '2026-12-17T18:00:00', timezone, duration: 120 })
  await meetings.create({ userId, topic: 'New year', start_time: '2027-01-01T00:00:00', timezone })
  await meetings.create({ userId: 'kenji@example.com', topic: 'Not hers', start_time: '2026-12-17T10:00:00Z' })
  const { id, occurrences = [] } = await meetings.create({
    userId,
    topic: 'Fridays',
    start_time: '2026-12-04T18:00:00',
    timezone,
    duration: 30,
    recurrence: everyWeeks(1, ['friday'], { until: '2027-01-29' }),
  })
  const [, second = '', third = ''] = occurrences.map(({ occurrence_id }) => occurrence_id)
  await meetings.update({ meetingId: id, occurrence_id: second, start_time: '2026-12-12T09:00:00', timezone })
  await meetings.delete({ meetingId: id, occurrence_id: third })

  const from = '2026-12-01T00:00:00+08:00'
  const list = await meetings.listOccurrences({ userId, from, to: '2027-01-01T00:00:00+08:00' })
  assert.deepEqual(
    list.occurrences.map(({ topic, start_time, duration }) => [topic, start_time, duration]),
    [
      ['Fridays', '2026-12-04T10:00:00Z', 30],
      ['Fridays', '2026-12-12T01:00:00Z', 30],
      ['Dinner', '2026-12-17T10:00:00Z', 120],
      ['Fridays', '2026-12-25T10:00:00Z', 30],
    ],
  )
  assert.equal(list.occurrences[1]?.occurrence_id, second)
  assert.deepEqual(list.notCovered, [])
})

test('a week that has begun: what has ended is there, and what Zoom never lists is named', async () => {
  await using zoom = await startFrozenZoom()
  const { meetings } = zoom.client
  await meetings.create({ topic: 'Ended', start_time: '2026-11-23T10:00:00Z' })
  await meetings.create({
    topic: 'Daily',
    start_time: '2026-11-23T08:00:00',
    timezone: 'Etc/GMT',
    recurrence: everyDays(1, { count: 4 }),
  })
  const whenever = await meetings.create({ type: 3, topic: 'Whenever' })
  zoom.emulator.clock.freeze('2026-11-25T00:00:00Z')
  const list = await meetings.listOccurrences({ from: '2026-11-23T00:00:00Z', to: '2026-11-30T00:00:00Z' })
  assert.deepEqual(
    list.occurrences.map(({ topic, start_time }) => [topic, start_time]),
    [
      ['Daily', '2026-11-23T08:00:00Z'],
      ['Ended', '2026-11-23T10:00:00Z'],
      ['Daily', '2026-11-24T08:00:00Z'],
      ['Daily', '2026-11-25T08:00:00Z'],
      ['Daily', '2026-11-26T08:00:00Z'],
    ],
  )
  assert.deepEqual(
    list.notCovered.map(({ reason, meetingId }) => [reason, meetingId]),
    [
      ['no_fixed_time', whenever.id],
      ['instant_not_listed', undefined],
    ],
  )
})

test('a series without an end is named where Zoom’s dates of it stop', async () => {
  await using zoom = await startFrozenZoom()
  const { meetings } = zoom.client
  const { id, occurrences = [] } = await meetings.create({
    start_time: '2026-12-04T18:00:00',
    timezone: 'Asia/Taipei',
    recurrence: everyWeeks(1, ['friday']),
  })
  const from = '2026-12-01T00:00:00Z'
  const near = await meetings.listOccurrences({ from, to: '2027-12-01T00:00:00Z' })
  assert.deepEqual([near.occurrences.length, near.notCovered], [52, []])
  const far = await meetings.listOccurrences({ from, to: '2036-12-01T00:00:00Z' })
  assert.equal(far.occurrences.length, occurrences.length)
  assert.deepEqual(
    far.notCovered.map(({ reason, meetingId }) => [reason, meetingId]),
    [['beyond_what_zoom_shows', id]],
  )
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startZoom, type TestZoom } from '../../../test/start-zoom.ts'

/** Six Mondays, 15:30 in Taipei. */
const mondays = {
  topic: '資訊週會',
  type: 8,
  start_time: '2026-12-28T15:30:00',
  timezone: 'Asia/Taipei',
  recurrence: { type: 2, weekly_days: '2', end_date_time: '2027-02-01' },
}
const monday = (day: string) => String(Date.parse(`${day}T07:30:00Z`))
const starts = (meeting: { occurrences: { start_time: string }[] }) =>
  meeting.occurrences.map((one) => one.start_time.slice(0, 10))

async function status(
  zoom: TestZoom,
  method: string,
  path: string,
  body?: unknown,
): Promise<[number, number | undefined]> {
  const answer = await zoom.call(method, path, body)
  return [answer.status, answer.body?.code]
}

test('a series answers its rule and every date with an id', async () => {
  await using zoom = await startZoom()
  const meeting = await zoom.create(mondays)
  assert.equal(meeting.start_time, '2026-12-28T07:30:00Z')
  assert.deepEqual(meeting.recurrence, {
    type: 2,
    repeat_interval: 1,
    weekly_days: '2',
    end_date_time: '2027-02-01T15:59:59Z',
  })
  assert.equal(meeting.occurrences.length, 6)
  assert.deepEqual(meeting.occurrences[1], {
    occurrence_id: monday('2027-01-04'),
    start_time: '2027-01-04T07:30:00Z',
    duration: 60,
    status: 'available',
  })
})

test('a start on another day than the rule’s moves to the first date', async () => {
  await using zoom = await startZoom()
  assert.equal(
    (await zoom.create({ ...mondays, start_time: '2026-12-25T15:30:00' })).start_time,
    '2026-12-28T07:30:00Z',
  )
})

test('past dates hide until they are asked for', async () => {
  await using zoom = await startZoom()
  const { id } = await zoom.create(mondays)
  zoom.emulator.clock.freeze('2027-01-05T00:00:00Z')
  assert.deepEqual(starts(await zoom.get(id)), ['2027-01-11', '2027-01-18', '2027-01-25', '2027-02-01'])
  assert.equal((await zoom.get(id, '?show_previous_occurrences=true')).occurrences.length, 6)
})

test('a series that began in the past keeps its dates, or begins now when the switch says so', async () => {
  const past = {
    ...mondays,
    start_time: '2026-11-02T15:30:00',
    recurrence: { type: 2, weekly_days: '2', end_times: 5 },
  }
  await using zoom = await startZoom()
  const kept = await zoom.create(past)
  assert.deepEqual(starts(kept), ['2026-11-23', '2026-11-30'])
  assert.equal(kept.start_time, '2026-11-02T07:30:00Z')
  await using shifting = await startZoom({ switches: { pastSeries: 'shift' } })
  assert.equal(starts(await shifting.create(past)).length, 5)
})

test('one date can move: it keeps its id and the others stay', async () => {
  await using zoom = await startZoom()
  const { id } = await zoom.create(mondays)
  const path = `/meetings/${id}?occurrence_id=${monday('2027-01-04')}`
  const change = { start_time: '2027-01-05T10:00:00', duration: 30, agenda: 'Budget', settings: { waiting_room: true } }
  assert.deepEqual(await status(zoom, 'PATCH', path, change), [204, undefined])
  const { occurrences } = await zoom.get(id)
  assert.deepEqual(occurrences[1], {
    occurrence_id: monday('2027-01-04'),
    start_time: '2027-01-05T02:00:00Z',
    duration: 30,
    status: 'available',
  })
  assert.equal(occurrences[2].start_time, '2027-01-11T07:30:00Z')
  const one = await zoom.get(id, `?occurrence_id=${monday('2027-01-04')}`)
  assert.equal(one.start_time, '2027-01-05T02:00:00Z')
  assert.equal(one.duration, 30)
  assert.equal(one.agenda, 'Budget')
  assert.equal(one.settings.waiting_room, true)
  const series = await zoom.get(id)
  assert.equal(series.agenda, '')
  assert.equal(series.settings.waiting_room, false)
})

test('what cannot change for one date is refused by name, or left out when the switch says so', async () => {
  await using zoom = await startZoom()
  const { id } = await zoom.create(mondays)
  const path = `/meetings/${id}?occurrence_id=${monday('2027-01-04')}`
  const { body } = await zoom.call('PATCH', path, { topic: 'Other', settings: { audio: 'voip' } })
  assert.deepEqual(body.errors, [
    { field: 'topic', message: 'Invalid field.' },
    { field: 'settings.audio', message: 'Invalid field.' },
  ])
  await using lenient = await startZoom({ switches: { occurrenceFields: 'ignore' } })
  const other = await lenient.create(mondays)
  const otherPath = `/meetings/${other.id}?occurrence_id=${monday('2027-01-04')}`
  assert.deepEqual(await status(lenient, 'PATCH', otherPath, { topic: 'Other' }), [204, undefined])
  assert.equal((await lenient.get(other.id)).topic, mondays.topic)
})

test('a start in another zone than the series’ own is read in that zone', async () => {
  await using zoom = await startZoom()
  const { id } = await zoom.create(mondays)
  const path = `/meetings/${id}?occurrence_id=${monday('2027-01-04')}`
  await zoom.call('PATCH', path, { start_time: '2027-01-05T09:00:00', timezone: 'America/New_York' })
  const one = await zoom.get(id, `?occurrence_id=${monday('2027-01-04')}`)
  assert.deepEqual([one.start_time, one.timezone], ['2027-01-05T14:00:00Z', mondays.timezone])
})

test('a series without a date left is not coming any more', async () => {
  await using zoom = await startZoom()
  const { id, occurrences } = await zoom.create(mondays)
  const listed = async (type: string) => (await zoom.call('GET', `/users/me/meetings?type=${type}`)).body.total_records
  assert.equal(await listed('upcoming'), 1)
  for (const { occurrence_id } of occurrences)
    await zoom.call('DELETE', `/meetings/${id}?occurrence_id=${occurrence_id}`)
  assert.deepEqual([await listed('upcoming'), await listed('scheduled')], [0, 1])
})

test('a series that becomes a single meeting takes place at its next date', async () => {
  await using zoom = await startZoom()
  const { id, occurrences, join_url } = await zoom.create(mondays)
  await zoom.call('DELETE', `/meetings/${id}?occurrence_id=${occurrences[0].occurrence_id}`)
  await zoom.call('PATCH', `/meetings/${id}`, { type: 2 })
  const single = await zoom.get(id)
  assert.deepEqual([single.type, single.start_time], [2, occurrences[1].start_time])
  assert.deepEqual([single.occurrences, single.recurrence, single.join_url], [undefined, undefined, join_url])
})

test('one date can be deleted: it stays listed as deleted and cannot be used again', async () => {
  await using zoom = await startZoom()
  const { id } = await zoom.create(mondays)
  const path = `/meetings/${id}?occurrence_id=${monday('2027-01-11')}`
  assert.deepEqual(await status(zoom, 'DELETE', path), [204, undefined])
  assert.equal((await zoom.get(id)).occurrences[2].status, 'deleted')
  for (const method of ['DELETE', 'GET']) assert.deepEqual(await status(zoom, method, path), [400, 3000], method)
  const { body } = await zoom.call('PATCH', `/meetings/${id}?occurrence_id=1`, {})
  assert.equal(body.message, 'Invalid occurrence_id.')
})

test('a change without times keeps the dates that were changed; one of the rule makes all dates anew', async () => {
  await using zoom = await startZoom()
  const { id, join_url } = await zoom.create(mondays)
  await zoom.call('DELETE', `/meetings/${id}?occurrence_id=${monday('2027-01-11')}`)
  await zoom.call('PATCH', `/meetings/${id}`, { topic: 'New', duration: 45 })
  const renamed = await zoom.get(id)
  assert.equal(renamed.occurrences[2].status, 'deleted')
  assert.equal(renamed.occurrences[0].duration, 45)
  const recurrence = { type: 2, weekly_days: '3', end_times: 2 }
  await zoom.call('PATCH', `/meetings/${id}`, { start_time: '2027-03-01T10:00:00', recurrence })
  const moved = await zoom.get(id)
  assert.deepEqual(starts(moved), ['2027-03-02', '2027-03-09'])
  assert.equal(moved.start_time, '2027-03-02T02:00:00Z')
  assert.equal(moved.join_url, join_url)
})

test('a series moves only with its whole rule', async () => {
  await using zoom = await startZoom()
  const { id } = await zoom.create(mondays)
  const alone = await zoom.call('PATCH', `/meetings/${id}`, { start_time: '2027-03-01T10:00:00' })
  assert.deepEqual(alone.body.errors, [{ field: 'recurrence', message: 'Missing field.' }])
  const part = await zoom.call('PATCH', `/meetings/${id}`, {
    start_time: '2027-03-01T10:00:00',
    recurrence: { end_times: 3 },
  })
  assert.deepEqual(part.body.errors, [{ field: 'recurrence.type', message: 'Missing field.' }])
  assert.equal((await zoom.get(id)).occurrences.length, 6)
})

test('a past start in a change is ignored, and the rule with it', async () => {
  await using zoom = await startZoom()
  const { id } = await zoom.create(mondays)
  const change = { topic: 'New', start_time: '2020-01-01T10:00:00', recurrence: { type: 1, end_times: 2 } }
  assert.deepEqual(await status(zoom, 'PATCH', `/meetings/${id}`, change), [204, undefined])
  const meeting = await zoom.get(id)
  assert.equal(meeting.topic, 'New')
  assert.equal(meeting.recurrence.type, 2)
  assert.equal(meeting.occurrences.length, 6)
})

test('a rule without start_time begins at the last date, as was seen, or where it began', async () => {
  const change = { recurrence: { type: 2, weekly_days: '2', end_times: 2 } }
  await using zoom = await startZoom()
  const seen = await zoom.create(mondays)
  await zoom.call('PATCH', `/meetings/${seen.id}`, change)
  assert.deepEqual(starts(await zoom.get(seen.id)), ['2027-02-01', '2027-02-08'])
  await using keeping = await startZoom({ switches: { recurrenceWithoutStart: 'keep_start' } })
  const kept = await keeping.create(mondays)
  await keeping.call('PATCH', `/meetings/${kept.id}`, change)
  assert.deepEqual(starts(await keeping.get(kept.id)), ['2026-12-28', '2027-01-04'])
})

test('a meeting without fixed time gets one and keeps id, passcode and link', async () => {
  await using zoom = await startZoom()
  const before = await zoom.create({ topic: 'Anytime', type: 3 })
  assert.equal(before.occurrences, undefined)
  const { topic: _, ...times } = mondays
  assert.deepEqual(await status(zoom, 'PATCH', `/meetings/${before.id}`, times), [204, undefined])
  const after = await zoom.get(before.id)
  assert.equal(after.type, 8)
  assert.equal(after.occurrences.length, 6)
  assert.deepEqual([after.id, after.password, after.join_url], [before.id, before.password, before.join_url])
  await zoom.call('PATCH', `/meetings/${before.id}`, { type: 3 })
  const back = await zoom.get(before.id)
  assert.deepEqual([back.occurrences, back.recurrence, back.start_time], [undefined, undefined, undefined])
})

test('an endless series grows with each change', async () => {
  await using zoom = await startZoom()
  const { id } = await zoom.create({ ...mondays, recurrence: { type: 2, weekly_days: '2', end_times: 0 } })
  assert.equal((await zoom.get(id)).occurrences.length, 110)
  await zoom.call('DELETE', `/meetings/${id}?occurrence_id=${monday('2027-06-07')}`)
  zoom.emulator.clock.freeze('2027-05-01T00:00:00Z')
  const before = await zoom.get(id)
  assert.equal(before.occurrences.length, 92)
  await zoom.call('PATCH', `/meetings/${id}`, { topic: 'Longer' })
  const after = await zoom.get(id)
  assert.equal(after.occurrences.length, 110)
  assert.equal(after.occurrences.filter((one: { status: string }) => one.status === 'deleted').length, 1)
})

test('wall time stays across a clock change', async () => {
  await using zoom = await startZoom()
  const { occurrences } = await zoom.create({
    type: 8,
    start_time: '2027-03-12T09:00:00',
    timezone: 'America/New_York',
    recurrence: { type: 2, weekly_days: '6', end_times: 2 },
  })
  assert.deepEqual(
    occurrences.map((one: { start_time: string }) => one.start_time),
    ['2027-03-12T14:00:00Z', '2027-03-19T13:00:00Z'],
  )
})

test('with the switch a date that was changed alone keeps that where the series still has it', async () => {
  const rule = { start_time: '2026-12-28T15:30:00', recurrence: { type: 2, weekly_days: '2,5', end_times: 8 } }
  const wanted: Record<string, string[]> = {
    drop: ['available', 'available', '2027-01-11'],
    keep: ['deleted', 'available', '2027-01-12'],
  }
  for (const changedDates of ['drop', 'keep'] as const) {
    await using zoom = await startZoom({ switches: { changedDates } })
    const { id } = await zoom.create(mondays)
    await zoom.call('DELETE', `/meetings/${id}?occurrence_id=${monday('2027-01-04')}`)
    const moved = `/meetings/${id}?occurrence_id=${monday('2027-01-11')}`
    await zoom.call('PATCH', moved, { start_time: '2027-01-12T15:30:00' })
    assert.deepEqual(await status(zoom, 'PATCH', `/meetings/${id}`, rule), [204, undefined])
    const { occurrences } = await zoom.get(id)
    const one = (day: string) => occurrences.find((date: Record<string, string>) => date.occurrence_id === monday(day))
    const now = [one('2027-01-04').status, one('2027-01-11').status, one('2027-01-11').start_time.slice(0, 10)]
    assert.deepEqual(now, wanted[changedDates], changedDates)
  }
})

test('recurrence of a scheduled meeting is ignored', async () => {
  await using zoom = await startZoom()
  const meeting = await zoom.create({ ...mondays, type: 2 })
  assert.deepEqual([meeting.recurrence, meeting.occurrences], [undefined, undefined])
  await zoom.call('PATCH', `/meetings/${meeting.id}`, { recurrence: mondays.recurrence })
  assert.equal((await zoom.get(meeting.id)).occurrences, undefined)
})

const endless: readonly (readonly [name: string, recurrence: object, dates: number])[] = [
  ['daily', { type: 1, end_times: 0 }, 110],
  ['weekly', { type: 2, weekly_days: '2', end_times: 0 }, 110],
  ['monthly', { type: 3, monthly_day: 28, end_times: 0 }, 60],
]
for (const [name, recurrence, dates] of endless)
  test(`a ${name} series without an end has ${dates} dates`, async () => {
    await using zoom = await startZoom()
    const meeting = await zoom.create({ ...mondays, recurrence })
    assert.deepEqual([meeting.occurrences.length, meeting.recurrence.end_times], [dates, 0])
  })

test('previous dates that were deleted or moved show with show_previous_occurrences as they became', async () => {
  await using zoom = await startZoom()
  const { id } = await zoom.create(mondays)
  await zoom.call('DELETE', `/meetings/${id}?occurrence_id=${monday('2026-12-28')}`)
  const moved = `/meetings/${id}?occurrence_id=${monday('2027-01-04')}`
  await zoom.call('PATCH', moved, { start_time: '2027-01-05T15:30:00' })
  await zoom.emulator.clock.freeze('2027-01-06T00:00:00Z')
  assert.equal((await zoom.get(id)).occurrences.length, 4)
  const { occurrences } = await zoom.get(id, '?show_previous_occurrences=true')
  assert.deepEqual(
    occurrences.slice(0, 2).map((one: Record<string, unknown>) => [one.occurrence_id, one.start_time, one.status]),
    [
      [monday('2026-12-28'), '2026-12-28T07:30:00Z', 'deleted'],
      [monday('2027-01-04'), '2027-01-05T07:30:00Z', 'available'],
    ],
  )
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import ICAL from 'ical.js'
import { startZoom } from '../../../test/start-zoom.ts'

test('the calendar file of an invitation holds every date, as another parser reads it', async () => {
  await using zoom = await startZoom()
  const topic = '資訊週會; with a comma, a \\ and more than seventy-five bytes in one line of the file'
  const meeting = await zoom.create({
    topic,
    type: 8,
    start_time: '2027-03-08T09:00:00',
    timezone: 'America/New_York',
    recurrence: { type: 2, weekly_days: '2', end_times: 3 },
  })
  await zoom.call('DELETE', `/meetings/${meeting.id}?occurrence_id=${meeting.occurrences[1].occurrence_id}`)
  const { body } = await zoom.call('GET', `/meetings/${meeting.id}/invitation`)
  const url = /^Weekly: (\S+)/m.exec(body.invitation)?.[1] ?? ''
  const response = await fetch(url)
  assert.match(response.headers.get('content-type') ?? '', /^text\/calendar/)
  const file = await response.text()
  for (const line of file.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75, line)
  const events = new ICAL.Component(ICAL.parse(file))
    .getAllSubcomponents('vevent')
    .map((event) => new ICAL.Event(event))
  assert.deepEqual(
    events.map((event) => [event.summary, event.startDate.toJSDate().toISOString(), event.duration.toSeconds()]),
    [
      [topic, '2027-03-08T14:00:00.000Z', 3600],
      [topic, '2027-03-22T13:00:00.000Z', 3600],
    ],
  )
  assert.equal((await fetch(url.replace(/icsToken=.*/, 'icsToken=x'))).status, 404)
})

/**
 * The desk that books rooms and Zoom meetings: a weekly meeting on a colleague's account, the meetings of a week, the invitation in
 * traditional Chinese, a link for a guest, a change, and the end of it.
 */
import { createZoomClient, optionsFromEnvironment } from '@convene/zoom'
import { composeInvitation } from '@convene/zoom/invitation'
import { everyWeeks } from '@convene/zoom/recurrence'

const zoom = createZoomClient(optionsFromEnvironment(process.env))
const host = process.env.BOOKING_HOST ?? 'mei@example.com'

const meeting = await zoom.meetings.create({
  schedule_for: host,
  topic: '部門週會',
  start_time: '2030-12-20T18:00:00', // 18:00 on the clock of the zone, whatever that is in UTC
  timezone: 'Asia/Taipei',
  duration: 60,
  recurrence: everyWeeks(2, ['friday'], { until: '2031-01-31' }),
})

// Zoom's list has no filter by time and shows a series as one row; this looks into each series.
const { occurrences, notCovered } = await zoom.meetings.listOccurrences({
  userId: host,
  from: '2030-12-30T00:00:00+08:00',
  to: '2031-01-06T00:00:00+08:00',
})
for (const { topic, start_time } of occurrences) console.log(`${topic}: ${start_time}`)
for (const { explanation } of notCovered) console.log(`Not covered: ${explanation}`)

console.log(composeInvitation(meeting, { language: 'zh-TW', hostName: 'Mei Lin' }))

const links = await zoom.meetings.inviteLinks({
  meetingId: meeting.id,
  ttl: 3600, // seconds
  attendees: [{ name: 'Mike Brown' }],
})
for (const { name, join_url } of links.attendees) console.log(`Link of ${name}: ${join_url}`)

// Zoom answers a change with nothing; the client reads the meeting back.
const changed = await zoom.meetings.update({ meetingId: meeting.id, agenda: 'Bring the list of devices' })
console.log(`Agenda: ${changed.agenda}`)

await zoom.meetings.delete({ meetingId: meeting.id })
console.log('Deleted')

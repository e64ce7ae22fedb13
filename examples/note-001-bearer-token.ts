/** A program that is handed an access token by somebody else makes a meeting with it and reads the answer. */
import { bearer, createZoomClient } from '@convene/zoom'

const zoom = createZoomClient({
  // In place of a text it may be a function that fetches a token whenever the last one has ended.
  auth: bearer(process.env.ZOOM_ACCESS_TOKEN ?? ''),
  apiUrl: process.env.ZOOM_API_URL,
  oauthUrl: process.env.ZOOM_OAUTH_URL,
})

const meeting = await zoom.meetings.create({
  userId: 'me',
  topic: 'Planning',
  agenda: 'The next four weeks',
  start_time: '2030-06-09T17:00:00', // on the clock of the zone below; a `Z` beside it would be refused, since it means UTC
  timezone: 'Asia/Shanghai', // Zoom takes places; `GMT+8` is refused here with what to write
  duration: 30,
  settings: { join_before_host: true, mute_upon_entry: true, approval_type: 2 },
})

console.log(`${meeting.topic}: meeting ${meeting.id}, ${meeting.status}`)
console.log(`Starts ${meeting.start_time} (${meeting.timezone})`)
console.log(`Join ${meeting.join_url} with the passcode ${meeting.password}`)

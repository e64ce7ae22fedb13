/**
 * A program of a JWT app makes a meeting and prints its link and passcode. The real Zoom ended such apps in 2023, the emulator
 * still takes them: move an old program to the client first, then change the one line that signs in.
 */
import { createZoomClient, legacyJwt } from '@convene/zoom'

const { ZOOM_API_KEY = '', ZOOM_API_SECRET = '', ZOOM_API_URL, ZOOM_OAUTH_URL } = process.env

const zoom = createZoomClient({
  auth: legacyJwt({ apiKey: ZOOM_API_KEY, apiSecret: ZOOM_API_SECRET }),
  apiUrl: ZOOM_API_URL,
  oauthUrl: ZOOM_OAUTH_URL,
})

const meeting = await zoom.meetings.create({
  topic: 'Monthly review',
  agenda: 'Numbers, then questions',
  start_time: '2030-06-14T10:21:57',
  timezone: 'Europe/Madrid',
  duration: 45, // minutes
  settings: {
    host_video: true,
    participant_video: true,
    join_before_host: false,
    mute_upon_entry: false,
    audio: 'voip',
    auto_recording: 'cloud',
  },
})

console.log(`Link: ${meeting.join_url}`)
console.log(`Passcode: ${meeting.password}`)

/** A Server-to-Server app makes a meeting and hands its caller one flat object, as a handler of a web framework would. */
import { createZoomClient, serverToServer, type ZoomClient } from '@convene/zoom'

interface CreatedMeeting {
  readonly meetingUrl: string
  readonly password: string | undefined
  readonly meetingTime: string | undefined
  readonly purpose: string
  readonly duration: number | undefined
}

async function createMeeting(
  zoom: ZoomClient,
  wish: { topic: string; minutes: number; date: string; time: string; timeZone: string },
): Promise<CreatedMeeting> {
  const meeting = await zoom.meetings.create({
    topic: wish.topic,
    duration: wish.minutes,
    start_time: `${wish.date}T${wish.time}:00`,
    timezone: wish.timeZone,
  })
  return {
    meetingUrl: meeting.join_url,
    password: meeting.password,
    meetingTime: meeting.start_time, // UTC
    purpose: meeting.topic,
    duration: meeting.duration,
  }
}

const { ZOOM_ACCOUNT_ID = '', ZOOM_CLIENT_ID = '', ZOOM_CLIENT_SECRET = '', ZOOM_API_URL, ZOOM_OAUTH_URL } = process.env

// One client for the whole program: it keeps its token for an hour instead of asking for one before every call.
const client = createZoomClient({
  auth: serverToServer({ accountId: ZOOM_ACCOUNT_ID, clientId: ZOOM_CLIENT_ID, clientSecret: ZOOM_CLIENT_SECRET }),
  apiUrl: ZOOM_API_URL,
  oauthUrl: ZOOM_OAUTH_URL,
})

const wish = { topic: 'Interview', minutes: 60, date: '2030-08-23', time: '18:24', timeZone: 'Europe/Istanbul' }
console.log(JSON.stringify(await createMeeting(client, wish), null, 2))

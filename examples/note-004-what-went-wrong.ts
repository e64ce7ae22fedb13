/** A meeting on Tokyo time, and what to tell people when there is none: no token, no meeting, or a meeting at the wrong time. */
import { createZoomClient, optionsFromEnvironment, ZoomError } from '@convene/zoom'

try {
  const zoom = createZoomClient(optionsFromEnvironment(process.env))
  const meeting = await zoom.meetings.create({
    topic: '定例ミーティング',
    start_time: '2030-12-17T15:00:00',
    timezone: 'Asia/Tokyo',
    duration: 30,
  })
  console.log(meeting.join_url)
} catch (error) {
  if (!(error instanceof ZoomError)) throw error
  console.error(explain(error))
  process.exitCode = 1
}

function explain({ code, message }: ZoomError): string {
  switch (code) {
    case 'sign_in_refused':
    case 'scope_missing':
      return `No access token: ${message}`
    case 'start_shifted':
      return `The meeting exists, but at another time: ${message}`
    default:
      return `No meeting: ${message}`
  }
}

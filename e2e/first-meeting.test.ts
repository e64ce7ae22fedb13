import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createZoomClient, serverToServer } from '@convene/zoom'
import { startEmulator } from '@convene/zoom-emulator'

test('a client with a Server-to-Server app makes a meeting on the emulator over HTTP', async () => {
  await using zoom = await startEmulator()
  const client = createZoomClient({
    auth: serverToServer({
      accountId: zoom.env.ZOOM_ACCOUNT_ID ?? '',
      clientId: zoom.env.ZOOM_CLIENT_ID ?? '',
      clientSecret: zoom.env.ZOOM_CLIENT_SECRET ?? '',
    }),
    apiUrl: zoom.env.ZOOM_API_URL ?? '',
    oauthUrl: zoom.env.ZOOM_OAUTH_URL ?? '',
  })
  const meeting = await client.meetings.create({ topic: 'Weekly' })
  assert.match(String(meeting.id), /^\d{11}$/)
  assert.equal(meeting.join_url, `${zoom.url}/j/${meeting.id}`)
})

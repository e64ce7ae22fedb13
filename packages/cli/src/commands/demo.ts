import { createZoomClient, serverToServer } from '@convene/zoom'

/** `npm start`: an emulator, a demo account and one meeting made through the client over HTTP. */
export async function demo(): Promise<void> {
  const { startEmulator } = await import('@convene/zoom-emulator')
  const zoom = await startEmulator({ port: 4747 })
  const client = createZoomClient({
    auth: serverToServer({
      accountId: zoom.env.ZOOM_ACCOUNT_ID ?? '',
      clientId: zoom.env.ZOOM_CLIENT_ID ?? '',
      clientSecret: zoom.env.ZOOM_CLIENT_SECRET ?? '',
    }),
    apiUrl: `${zoom.url}/v2`,
    oauthUrl: `${zoom.url}/oauth`,
  })
  const meeting = await client.meetings.create({ topic: 'Your first meeting' })
  console.log(`Emulated, not Zoom. Join: ${meeting.join_url}`)
}

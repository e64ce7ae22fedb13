import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createZoomClient, optionsFromEnvironment } from '@convene/zoom'
import { startEmulator } from '@convene/zoom-emulator'

test('a client with a Server-to-Server app makes a meeting on the emulator over HTTP', async () => {
  await using zoom = await startEmulator()
  const client = createZoomClient(optionsFromEnvironment(zoom.env))
  const meeting = await client.meetings.create({ topic: 'Weekly' })
  assert.match(String(meeting.id), /^\d{11}$/)
  assert.ok(meeting.join_url.startsWith(`${zoom.url}/j/${meeting.id}?pwd=`))
})

// Run and compiled in an empty project by scripts/check-packaging.ts.
import assert from 'node:assert/strict'
import { createZoomClient, optionsFromEnvironment } from '@convene/zoom'
import { createCalendar } from '@convene/zoom/calendar'
import { createZoom } from '@convene/zoom/core'
import { meetings } from '@convene/zoom/meetings'
import { createNodeFetch } from '@convene/zoom/node'
import { everyWeeks } from '@convene/zoom/recurrence'
import { signWebhook, verifyWebhook } from '@convene/zoom/webhooks'
import { startEmulator } from '@convene/zoom-emulator'

const emulator = await startEmulator()
const options = optionsFromEnvironment(emulator.env)
const zoom = createZoomClient(options)
const made = await zoom.meetings.create({
  topic: 'Packed',
  start_time: '2035-01-12T18:00:00',
  timezone: 'Asia/Taipei',
  recurrence: everyWeeks(1, ['friday'], { count: 3 }),
})
const small = createZoom({ ...options, resources: { meetings } })
const meeting = await small.meetings.get({ meetingId: made.id })
assert.equal(meeting.occurrences?.length, 3)
for (const entry of [createCalendar, createNodeFetch, signWebhook, verifyWebhook])
  assert.equal(typeof entry, 'function')
await emulator.close()
console.log('ok')

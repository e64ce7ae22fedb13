import assert from 'node:assert/strict'
import { test } from 'node:test'
import { demoZoomUsers } from '@convene/server'
import { createZoomClient, optionsFromEnvironment } from '@convene/zoom'
import { startEmulator } from '@convene/zoom-emulator'
import { addDemoUsers } from './demo-users.ts'

test('the twelve hosts of the demo are added to an account that has people already, each of them once', async () => {
  await using emulator = await startEmulator({ listen: false })
  const { fetch } = emulator
  const zoom = createZoomClient({ ...optionsFromEnvironment(emulator.env), ambient: { fetch } })
  const before = (await zoom.users.list()).total_records ?? 0
  const users = await addDemoUsers(zoom, demoZoomUsers)
  assert.deepEqual(await addDemoUsers(zoom, demoZoomUsers), users)
  assert.equal(users.length, before + 12)
  const tokyo = await zoom.users.get({ userId: 'tokyo-2@school.example' })
  assert.deepEqual([tokyo.timezone, tokyo.type, tokyo.status], ['Asia/Tokyo', 2, 'active'])
})

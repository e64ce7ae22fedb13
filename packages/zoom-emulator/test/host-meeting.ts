import assert from 'node:assert/strict'
import type { TestZoom } from './start-zoom.ts'

/** The host starts the meeting by its start link. */
export async function startMeeting(zoom: TestZoom, meetingId: number): Promise<void> {
  await press(zoom, meetingId, 'start')
}

/** The host ends the meeting by its start link. */
export async function endMeeting(zoom: TestZoom, meetingId: number): Promise<void> {
  await press(zoom, meetingId, 'end')
}

async function press(zoom: TestZoom, meetingId: number, action: 'start' | 'end'): Promise<void> {
  const { start_url } = await zoom.get(meetingId)
  const zak = new URL(start_url).searchParams.get('zak') ?? ''
  const body = new URLSearchParams({ zak, action })
  const answer = await fetch(start_url, { method: 'POST', body, redirect: 'manual' })
  assert.ok([200, 303].includes(answer.status), `${action}: ${answer.status}`)
}

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { formatMeetingId } from './meeting-id.ts'

const groups: [number | string, string][] = [
  [91234567890, '912 3456 7890'],
  ['91234567890', '912 3456 7890'],
  ['912-3456-7890', '912 3456 7890'],
  [1234567890, '123 456 7890'],
  [123456789, '123 456 789'],
]
for (const [id, grouped] of groups)
  test(`${id} is shown as ${grouped}`, () => assert.equal(formatMeetingId(id), grouped))

for (const id of [12345678, 123456789012, 'abc', '', 1.5, Number.NaN])
  test(`${id || 'an empty text'} is refused`, () => assert.throws(() => formatMeetingId(id), /meetingId/))

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { formatMeetingId, parseMeetingId } from './meeting-id.ts'

const forms = [
  '92134567890',
  '921 3456 7890',
  '921-3456-7890',
  'https://zoom.us/j/92134567890?pwd=c2VjcmV0',
  'http://127.0.0.1:4747/j/92134567890',
  'https://us02web.zoom.us/s/92134567890#success',
]

for (const form of forms) test(`${form} names the meeting`, () => assert.equal(parseMeetingId(form), 92134567890))

for (const form of ['', '12345', 'abc', '921345678901234', 'https://zoom.us/j/abc', '9213456789O'])
  test(`"${form}" is refused as a meeting id`, () => assert.throws(() => parseMeetingId(form), /no meeting id/))

test('an id whose groups came as words of the shell names the meeting', () => {
  assert.equal(parseMeetingId(['921', '3456', '7890']), 92134567890)
})

test('a refused link does not show its passcode again', () => {
  assert.throws(
    () => parseMeetingId('https://zoom.us/x/92134567890?pwd=c2VjcmV0'),
    (error: Error) => !error.message.includes('c2VjcmV0'),
  )
})

test('ids are grouped as Zoom groups them', () => {
  assert.deepEqual([123456789, 1234567890, 92134567890].map(formatMeetingId), [
    '123 456 789',
    '123 456 7890',
    '921 3456 7890',
  ])
})

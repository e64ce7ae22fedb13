import assert from 'node:assert/strict'
import { test } from 'node:test'
import { matchesEvent } from './webhook.ts'

const rows: [pattern: string, event: string, matches: boolean][] = [
  ['meeting.created', 'meeting.created', true],
  ['meeting.created', 'meeting.created_again', false],
  ['meeting.*', 'meeting.participant_joined', true],
  ['meeting.*', 'user.created', false],
  ['meeting.*', 'meeting', false],
  ['*', 'endpoint.url_validation', true],
  ['*.deleted', 'meeting.deleted', true],
  ['*.deleted', 'meeting.permanently_deleted', false],
  ['meeting.*_*ed', 'meeting.participant_joined', true],
  ['a*a', 'a', false],
  ['*a*b*', 'xaxbx', true],
  ['*b*a*', 'xaxbx', false],
]
for (const [pattern, event, matches] of rows)
  test(`${pattern} ${matches ? 'names' : 'does not name'} ${event}`, () => {
    assert.equal(matchesEvent(pattern, event), matches)
  })

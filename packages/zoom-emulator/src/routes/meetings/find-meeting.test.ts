import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { User } from '../../domain/entities.ts'
import { createIds } from '../../domain/ids.ts'
import { createMeeting } from '../../domain/meeting-create.ts'
import { meetingPolicyOf } from '../../domain/meeting-policy.ts'
import { parseSeed } from '../../domain/seed.ts'
import { defaultSwitches } from '../../domain/switches.ts'
import type { Caller } from '../../http/env.ts'
import { createStore } from '../../storage/memory.ts'
import { knownMeeting } from './find-meeting.ts'

test('a meeting of another account is refused with 1010 and the caller’s account', () => {
  const store = createStore()
  const ids = createIds((length) => new Uint8Array(length))
  const now = Date.UTC(2026, 10, 22)
  const [ours, theirs] = [parseSeed({ account: { id: 'ours' } }, now), parseSeed({ account: { id: 'theirs' } }, now)]
  const [user, stranger] = [ours.users[0], theirs.users[0]]
  const app = ours.apps[0]
  assert.ok(user && stranger && app)
  const policyOf = (host: User) => meetingPolicyOf(theirs.account, host, false)
  const made = createMeeting({ id: 5, host: stranger, input: {} }, { now, ids, switches: defaultSwitches, policyOf })
  assert.ok(made.ok)
  store.meetings.put(made.value)
  const caller: Caller = { account: ours.account, app, user, scopes: new Set(), accountWide: true }
  assert.throws(() => knownMeeting({ store }, caller, '5', ''), {
    status: 400,
    code: 1010,
    message: 'User does not belong to this account: ours.',
  })
})

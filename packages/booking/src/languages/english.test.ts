import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type Message, say } from '../domain/message.ts'
import { formatEnglish } from './english.ts'

describe('a message in English', () => {
  const rows: [Message, string][] = [
    [say('too_soon', { minutes: 1 }), 'A meeting is booked at least 1 minute before it starts.'],
    [
      say('too_far', { days: 30, last: '2027-01-16' }),
      'Nothing is booked more than 30 days ahead: Sat, Jan 16, 2027 is the last day.',
    ],
    [say('taken', { dates: ['2026-12-18'], of: 1 }), 'It is taken then.'],
    [
      say('taken', { dates: ['2026-12-18', '2026-12-25'], of: 15 }),
      'It is taken on 2 of 15 dates: Fri, Dec 18, 2026; Fri, Dec 25, 2026.',
    ],
    [say('closed_on', { weekdays: ['saturday', 'sunday'] }), 'It is closed on Saturday and Sunday.'],
    [say('no_free_host', { of: 0 }), 'There is no host that you may book. Ask an administrator.'],
    [say('no_free_host', { of: 12 }), 'None of 12 hosts is free then. Take another time, or fewer dates.'],
    [say('needs_role', { role: 'admin' }), 'Only administrators may do this.'],
    [say('needs_role', { role: 'manager' }), 'Only managers and administrators may do this.'],
    [say('state_forbids', { state: 'ended', action: 'extend' }), 'A booking that is over cannot be made longer.'],
  ]
  for (const [message, text] of rows)
    it(`says ${message.code} as a sentence: ${text}`, () => assert.equal(formatEnglish(message), text))
})

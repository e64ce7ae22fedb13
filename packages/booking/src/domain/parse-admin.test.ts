import assert from 'node:assert/strict'
import { test } from 'node:test'
import { BookingError } from './booking-error.ts'
import { hostAfter, parseHostInput } from './parse-host.ts'
import { parseMemberInput } from './parse-member.ts'
import { parsePolicies } from './parse-policies.ts'

const rules = { opening: 'without_host', timeZone: 'Asia/Taipei' }
const refusedFields: readonly [string, () => unknown, string][] = [
  ['a host of no plan', () => parseHostInput({ plan: 'gold' }), 'plan'],
  ['a host for nobody', () => parseHostInput({ capacity: 0 }), 'capacity'],
  ['a host without lanes', () => parseHostInput({ lanes: 0 }), 'lanes'],
  ['a buffer of half a minute', () => parseHostInput({ bufferAfter: 0.5 }), 'bufferAfter'],
  ['a zone by its offset', () => parseHostInput({ timeZone: '+08:00' }), 'timeZone'],
  ['a field that no host has', () => parseHostInput({ colour: 'red' }), 'colour'],
  ['a day of no week', () => parseHostInput({ hours: { someday: [] } }), 'hours.someday'],
  [
    'half past twenty-four',
    () => parseHostInput({ hours: { monday: [{ from: '09:00', to: '24:30' }] } }),
    'hours.monday[0].to',
  ],
  [
    'a beginning at twenty-four',
    () => parseHostInput({ hours: { monday: [{ from: '24:00', to: '24:00' }] } }),
    'hours.monday[0].from',
  ],
  [
    'an end before the beginning',
    () => parseHostInput({ hours: { monday: [{ from: '09:00', to: '09:00' }] } }),
    'hours.monday[0].to',
  ],
  [
    'a new host without an address',
    () => hostAfter('a', undefined, parseHostInput({ zoomUser: 'a', plan: 'pro' }), 'UTC'),
    'email',
  ],
  ['a role that there is not', () => parseMemberInput({ role: 'king' }), 'role'],
  ['a language that the desk does not speak', () => parseMemberInput({ language: 'de' }), 'language'],
  ['what members may not say of themselves', () => parseMemberInput({ role: 'admin' }, ['name', 'language']), 'role'],
  ['maybe active', () => parseMemberInput({ isActive: 'yes' }), 'isActive'],
  ['a notice of less than nothing', () => parsePolicies({ ...rules, noticeMinutes: -1 }), 'noticeMinutes'],
  ['a longest meeting beyond a day', () => parsePolicies({ ...rules, longestMinutes: 1441 }), 'longestMinutes'],
  ['a host twice', () => parsePolicies({ ...rules, approvalForHosts: ['a', 'a'] }), 'approvalForHosts[1]'],
  ['rules without a zone', () => parsePolicies({ opening: 'start_link' }), 'timeZone'],
  ['a pool confirmed by the way', () => parsePolicies({ ...rules, pool: {} }), 'pool'],
]

for (const [what, parse, field] of refusedFields)
  test(`${what} is refused by the name of its field`, () => {
    assert.throws(parse, (error) => error instanceof BookingError && error.details.field === field)
  })

test('what is not said is not in the input, and null takes a rule away', () => {
  assert.deepEqual(parseHostInput({ name: ' Room 1 ', hours: null, memberId: null }), {
    name: 'Room 1',
    hours: undefined,
    memberId: undefined,
  })
  assert.equal(parsePolicies({ ...rules, noticeMinutes: null, horizonDays: 30 }).noticeMinutes, undefined)
})

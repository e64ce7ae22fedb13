import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sampleMeeting } from '../../../test/sample-meeting.ts'
import type { Meeting } from '../entities.ts'
import { createIds } from '../ids.ts'
import type { Guest } from './participant.ts'
import { type ActContext, admit, end, enter, hold, leave, type Room, type Turn } from './room.ts'

const planned = Date.UTC(2026, 11, 18, 10)
const host: Guest = { name: 'Mei Lin', email: 'mei@example.com', userId: 'host-1' }
const ann: Guest = { name: 'Ann' }
const ben: Guest = { name: 'Ben' }

let seed = 0
const ids = createIds((length) => Uint8Array.from({ length }, () => seed++ % 251))
const at = (minutes: number): ActContext => ({
  now: planned + minutes * 60_000,
  ids,
  switches: { emptyMeeting: 'end' },
})

function roomWith(settings: Meeting['settings'] = {}, other: Partial<Meeting> = {}): Room {
  const meeting = sampleMeeting({ uuid: 'first-start', startAt: planned, settings, ...other })
  return { meeting, people: [] }
}

/** The room after somebody came, who was not refused. */
function came(room: Room, guest: Guest, context: ActContext, mayStart = true): Turn & { id: string } {
  const entry = enter(room, guest, mayStart, context)
  assert.ok(entry.ok)
  return { ...entry.turn, id: entry.participant.id }
}
const placeOf = ({ people }: Room, name: string) => people.findLast((one) => one.name === name)?.place
const told = ({ news }: Pick<Turn, 'news'>) =>
  news.map(({ name, participant }) =>
    `${name.replace(/^meeting\.(participant_)?/, '')} ${participant?.name ?? ''}`.trim(),
  )

test('the host starts a meeting by coming in, and it has an instance of its own', () => {
  const turn = came(roomWith(), host, at(2))
  assert.equal(turn.room.meeting.status, 'started')
  assert.deepEqual(turn.room.instance, {
    uuid: 'first-start',
    meetingId: 93_312_345_678,
    accountId: 'acme',
    hostId: 'host-1',
    topic: 'Weekly',
    type: 2,
    trackingFields: [],
    startedAt: at(2).now,
  })
  assert.deepEqual(told(turn), ['started', 'joined Mei Lin'])
  assert.equal(turn.room.people[0]?.isHost, true)
})

test('who comes before the host stands at the door and is let in when the meeting begins', () => {
  const waiting = came(roomWith(), ann, at(-5))
  assert.equal(placeOf(waiting.room, 'Ann'), 'at_the_door')
  assert.deepEqual(told(waiting), ['jbh_waiting Ann'])
  const begun = came(waiting.room, host, at(0))
  assert.deepEqual(told(begun), ['started', 'joined Mei Lin', 'jbh_waiting_left Ann', 'joined Ann'])
  const [first] = begun.room.people
  assert.deepEqual(first?.stays, [{ place: 'meeting', fromAt: at(0).now }])
  assert.equal(first?.instanceUuid, 'first-start')
})

const beforeHost: readonly (readonly [
  title: string,
  settings: Meeting['settings'],
  minutes: number,
  begins: boolean,
])[] = [
  ['not where joining before the host is off', {}, 0, false],
  ['at any time with jbh_time 0', { join_before_host: true, jbh_time: 0 }, -600, true],
  ['not earlier than jbh_time', { join_before_host: true, jbh_time: 5 }, -6, false],
  ['from jbh_time on', { join_before_host: true, jbh_time: 5 }, -5, true],
  ['not with a waiting room, which counts more', { join_before_host: true, waiting_room: true }, 0, false],
]
for (const [title, settings, minutes, begins] of beforeHost)
  test(`guests begin without the host ${title}`, () => {
    const turn = came(roomWith(settings), ann, at(minutes))
    assert.equal(turn.room.meeting.status, begins ? 'started' : 'waiting')
    assert.deepEqual(told(turn), begins ? ['started', 'jbh_joined Ann', 'joined Ann'] : ['jbh_waiting Ann'])
  })

test('guests do not begin a meeting that the host may not run beside another one', () => {
  const turn = came(roomWith({ join_before_host: true }), ann, at(0), false)
  assert.equal(turn.room.meeting.status, 'waiting')
})

test('in a waiting room people wait until the host lets them in; the host can send them back', () => {
  const begun = came(roomWith({ waiting_room: true }), host, at(0))
  const waiting = came(came(begun.room, ann, at(1)).room, ben, at(1))
  assert.deepEqual(told(waiting), ['joined_waiting_room Ben'])
  const admitted = admit(waiting.room, [waiting.id, 'nobody'], at(2))
  assert.deepEqual(told(admitted), ['admitted Ben', 'left_waiting_room Ben', 'joined Ben'])
  assert.deepEqual([placeOf(admitted.room, 'Ann'), placeOf(admitted.room, 'Ben')], ['waiting_room', 'meeting'])
  const held = hold(admitted.room, waiting.id, at(3))
  assert.deepEqual(told(held), ['put_in_waiting_room Ben'])
  assert.deepEqual(held.room.people.at(-1)?.stays, [
    { place: 'waiting_room', fromAt: at(1).now, untilAt: at(2).now },
    { place: 'meeting', fromAt: at(2).now, untilAt: at(3).now },
    { place: 'waiting_room', fromAt: at(3).now },
  ])
})

const invited = { meeting_invitees: [{ email: 'Ann@Example.com' }] }
const waitingRooms: readonly (readonly [who: string, guest: Guest, settings: object, place: string])[] = [
  ['users_not_in_account', { ...ann, userId: 'u' }, {}, 'meeting'],
  ['users_not_in_account', ann, {}, 'waiting_room'],
  ['users_not_on_invite', { ...ann, email: 'ann@example.com' }, invited, 'meeting'],
  ['users_not_on_invite', { ...ann, email: 'eve@example.com' }, invited, 'waiting_room'],
  ['everyone', { ...ann, userId: 'u' }, {}, 'waiting_room'],
]
for (const [who, guest, settings, place] of waitingRooms)
  test(`a waiting room for ${who} sends ${guest.email ?? guest.userId ?? 'a guest'} to the ${place}`, () => {
    const options = { mode: 'custom', who_goes_to_waiting_room: who }
    const begun = came(roomWith({ waiting_room: true, waiting_room_options: options, ...settings }), host, at(0))
    assert.equal(placeOf(came(begun.room, guest, at(1)).room, 'Ann'), place)
  })

test('a waiting room that follows the host’s settings is for everyone, whatever else stands there', () => {
  const options = { mode: 'follow_setting', who_goes_to_waiting_room: 'users_not_in_account' }
  const begun = came(roomWith({ waiting_room: true, waiting_room_options: options }), host, at(0))
  assert.equal(placeOf(came(begun.room, { ...ann, userId: 'u' }, at(1)).room, 'Ann'), 'waiting_room')
})

test('a meeting for signed-in people refuses guests, but for its exceptions, and other domains', () => {
  const settings = {
    meeting_authentication: true,
    authentication_domains: 'example.com',
    authentication_exception: [{ name: 'Ben', email: 'ben@elsewhere.test' }],
  }
  const refused = (guest: Guest) => !enter(roomWith(settings), guest, true, at(0)).ok
  assert.deepEqual(
    [
      refused(ann),
      refused({ ...ann, userId: 'u', email: 'ann@other.test' }),
      refused({ ...ann, userId: 'u', email: 'ann@example.com' }),
      refused({ ...ben, email: 'ben@elsewhere.test' }),
      refused(host),
    ],
    [true, true, false, false, false],
  )
})

test('an alternative host starts the meeting in place of the host', () => {
  const turn = came(roomWith({ alternative_hosts: 'lars@example.com;u-9' }), { name: 'Kim', userId: 'u-9' }, at(0))
  assert.deepEqual(told(turn), ['started', 'joined Kim'])
})

test('who leaves and comes back is another participant, and both times are kept', () => {
  const first = came(came(roomWith(), host, at(0)).room, ann, at(1))
  const left = leave(first.room, first.id, at(5))
  assert.deepEqual(told(left), ['left Ann'])
  const again = came(left.room, ann, at(6))
  assert.notEqual(again.id, first.id)
  const [, before, now] = again.room.people
  assert.deepEqual(before?.stays, [{ place: 'meeting', fromAt: at(1).now, untilAt: at(5).now }])
  assert.deepEqual(now?.stays, [{ place: 'meeting', fromAt: at(6).now }])
  assert.ok((now?.number ?? 0) > (before?.number ?? 0))
})

test('the host can leave and the others stay; when the last one leaves the meeting ends', () => {
  const begun = came(roomWith(), host, at(0))
  const joined = came(begun.room, ann, at(1))
  const hostless = leave(joined.room, begun.id, at(2))
  assert.equal(hostless.room.meeting.status, 'started')
  const empty = leave(hostless.room, joined.id, at(3))
  assert.deepEqual(told(empty), ['left Ann', 'ended'])
  assert.equal(empty.room.instance?.endedAt, at(3).now)
  const kept = leave(hostless.room, joined.id, { ...at(3), switches: { emptyMeeting: 'run' } })
  assert.deepEqual(told(kept), ['left Ann'])
})

test('the end sends everybody out, those of the waiting room too, and another start is another instance', () => {
  const begun = came(roomWith({ waiting_room: true }, { type: 3 }), host, at(0))
  const waiting = came(begun.room, ann, at(1))
  const over = end(waiting.room, at(30))
  assert.deepEqual(told(over), ['left Mei Lin', 'left_waiting_room Ann', 'ended'])
  assert.deepEqual(
    over.room.people.map(({ place, gone }) => [place, gone]),
    [
      ['gone', 'ended'],
      ['gone', 'ended'],
    ],
  )
  const again = came({ meeting: over.room.meeting, people: [] }, host, at(60))
  assert.notEqual(again.room.instance?.uuid, 'first-start')
  assert.deepEqual(told(end(over.room, at(61))), [], 'a meeting that does not run stays as it is')
})

test('the settings of a date that was changed alone hold on that date', () => {
  const dates = [0, 7].map((days) => ({
    occurrenceId: String(planned + days * 86_400_000),
    startAt: planned + days * 86_400_000,
    durationMinutes: 60,
    status: 'available' as const,
  }))
  const [first, second] = dates
  assert.ok(first && second)
  const changed = { ...second, changes: { settings: { waiting_room: true } } }
  const series = roomWith({}, { type: 8, occurrences: [first, changed] })
  const placeAt = (minutes: number) => {
    const begun = came(series, host, at(minutes))
    return placeOf(came(begun.room, ann, at(minutes)).room, 'Ann')
  }
  assert.deepEqual([placeAt(0), placeAt(7 * 24 * 60)], ['meeting', 'waiting_room'])
})

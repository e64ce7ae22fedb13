import assert from 'node:assert/strict'
import { test } from 'node:test'
import { listedDates, now, readers, seriesOf, single } from '../../test/series.ts'
import { ZoomError } from '../errors.ts'
import type { InvitationMeeting } from '../invitation/meeting.ts'
import { createCalendar } from './create-calendar.ts'
import type { CalendarOptions } from './options.ts'

test('several meetings fit into one file, with one time zone each', () => {
  const other = { ...seriesOf('Asia/Taipei', '2027-01-04T09:00:00', { type: 1, end_times: 2 }), id: 91234567890 }
  const file = createCalendar([single, other], { now })
  assert.equal(file.match(/BEGIN:VTIMEZONE/g)?.length, 1)
  for (const read of Object.values(readers)) {
    const events = read(file, Date.parse('2030-01-01T00:00:00Z'))
    assert.deepEqual([...events.keys()], ['zoom-meeting-93580004321', 'zoom-meeting-91234567890'])
    assert.deepEqual(events.get('zoom-meeting-91234567890')?.dates, listedDates(other))
  }
})

test('text with every difficult character comes back as it was', () => {
  const topic = 'Plan, B; C:\\D "quoted" 資訊週會資訊週會資訊週會資訊週會資訊週會 👩‍💻 Şağ'
  // A backslash before an n is left out: node-ical reads that pair as a line break.
  const agenda = 'First line,\nsecond; line\\ \n\nüçüncü'
  const file = createCalendar({ ...single, topic, agenda }, { now, language: 'zh-TW', hostName: '林佳蓉' })
  assert.ok(file.includes('\r\nSUMMARY:Plan\\, B\\; C:\\\\D "quoted"'))
  for (const read of Object.values(readers)) {
    const [event] = read(file, now).values()
    assert.equal(event?.summary, topic)
    assert.ok(event?.description.startsWith(`${agenda}\n\n林佳蓉 邀請您參加排程的 Zoom 會議。\n`), event?.description)
    assert.equal(event?.location, single.join_url)
  }
})

test('every line ends with CRLF and has at most 75 octets of whole characters', () => {
  const file = createCalendar({ ...single, topic: '資訊週會'.repeat(40) }, { now })
  assert.ok(file.endsWith('END:VCALENDAR\r\n'))
  for (const line of file.slice(0, -2).split('\r\n')) {
    assert.doesNotMatch(line, /[\r\n\uFFFD]/)
    assert.ok(new TextEncoder().encode(line).length <= 75, line)
    assert.ok(line.isWellFormed(), line)
  }
})

test('people are invited by name, and an alarm is set', () => {
  const file = createCalendar(single, {
    now,
    method: 'REQUEST',
    sequence: 2,
    organizer: { email: 'host@example.org', name: 'Lin; Chia-Jung "CJ"' },
    attendees: [{ email: 'ada@example.org' }],
    alarmMinutes: 10,
  })
  const unfolded = file.replaceAll('\r\n ', '')
  assert.ok(unfolded.includes('\r\nMETHOD:REQUEST\r\n'))
  assert.ok(unfolded.includes('\r\nSEQUENCE:2\r\n'))
  assert.ok(unfolded.includes(`\r\nORGANIZER;CN="Lin; Chia-Jung 'CJ'":mailto:host@example.org\r\n`))
  assert.ok(
    unfolded.includes('\r\nATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:ada@example.org\r\n'),
  )
  assert.ok(unfolded.includes('\r\nTRIGGER:-PT10M\r\n'))
})

test('a cancelled meeting says so, under the same name', () => {
  const file = createCalendar(single, { now, method: 'CANCEL', sequence: 1, organizer: { email: 'host@example.org' } })
  assert.match(file, /STATUS:CANCELLED/)
  assert.doesNotMatch(file, /zoom\.us|DESCRIPTION|LOCATION/)
  assert.match(file, /UID:zoom-meeting-93580004321\r\n/)
})

test('without the passcode, nothing in the file opens the meeting', () => {
  const file = createCalendar(single, { now, passcode: false }).replaceAll('\r\n ', '')
  assert.doesNotMatch(file, /demo-3|c2Rhbng/)
})

test('the same meeting at the same instant gives the same file', () => {
  assert.equal(createCalendar(single, { now }), createCalendar(single, { now: new Date(now) }))
})

const organizer = { email: 'host@example.org' }
const refusals: [string, InvitationMeeting | InvitationMeeting[], Omit<CalendarOptions, 'now'>, string][] = [
  ['a series without fixed times', { ...single, type: 3 }, {}, 'type'],
  ['a meeting without a start', (({ start_time: _, ...rest }) => rest)(single), {}, 'start_time'],
  ['a series of which no date is left', { ...single, type: 8, occurrences: [] }, {}, 'occurrences'],
  ['a meeting without a length', (({ duration: _, ...rest }) => rest)(single), {}, 'duration'],
  ['no meeting at all', [], {}, 'meetings'],
  ['one name for two meetings', [single, single], { uid: 'a' }, 'uid'],
  ['a name that breaks the line', single, { uid: 'a\r\nX:1' }, 'uid'],
  ['a sequence below zero', single, { sequence: -1 }, 'sequence'],
  ['an alarm of half a minute', single, { alarmMinutes: 0.5 }, 'alarmMinutes'],
  ['a method without an organizer', single, { method: 'PUBLISH' }, 'organizer'],
  ['an invitation of nobody', single, { method: 'REQUEST', organizer }, 'attendees'],
  ['a publication to somebody', single, { method: 'PUBLISH', organizer, attendees: [organizer] }, 'attendees'],
  ['an address that breaks the line', single, { organizer: { email: 'a@b\r\nX:1' } }, 'organizer.email'],
]
for (const [what, meetings, options, field] of refusals)
  test(`${what} is refused by name`, () => {
    assert.throws(
      () => createCalendar(meetings, { ...options, now }),
      (error) => error instanceof ZoomError && error.code === 'invalid_input' && error.details.field === field,
    )
  })

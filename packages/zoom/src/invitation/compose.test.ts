import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { ZoomError } from '../errors.ts'
import type { Meeting } from '../generated/types/schemas.ts'
import { composeInvitation, type InvitationOptions } from './compose.ts'
import { type Language, languages } from './language.ts'
import type { InvitationMeeting } from './meeting.ts'
import { singleLine } from './single-line.ts'

interface Golden {
  readonly about: string
  readonly meeting: InvitationMeeting
  readonly options: InvitationOptions
  readonly expected: Record<Language, string[]>
}

const goldenFiles = globSync('fixtures/zoom/invitations/*.json').sort()
const goldens = goldenFiles.map((file) => ({
  name: basename(file, '.json'),
  golden: JSON.parse(readFileSync(file, 'utf8')) as Golden,
}))

const single = {
  id: 93580004321,
  type: 2,
  topic: 'Review',
  start_time: '2026-12-28T06:00:00Z',
  duration: 60,
  timezone: 'Asia/Taipei',
  join_url: 'https://zoom.us/j/93580004321?pwd=c2Rhbng.1',
  password: 'demo-3',
} as const satisfies InvitationMeeting

describe('the invitations of the fixtures', () => {
  for (const { name, golden } of goldens)
    for (const language of languages)
      test(`${name} in ${language}`, () => {
        const text = composeInvitation(golden.meeting, { ...golden.options, language })
        assert.deepEqual(text.split('\n'), golden.expected[language])
      })
})

test('a meeting as Zoom answers it can be handed over as it is', () => {
  const answered = (): Meeting => ({
    ...single,
    uuid: 'u==',
    host_id: 'h',
    status: 'waiting',
    created_at: '2026-11-22T12:00:00Z',
    settings: {},
    start_url: 'https://zoom.us/s/1',
  })
  const accepted: InvitationMeeting = answered()
  assert.match(composeInvitation(accepted), /Review/)
})

test('the start link and every other secret of the meeting stay out', () => {
  const meeting = {
    ...single,
    start_url: 'https://zoom.us/s/93580004321?zak=START-SECRET',
    h323_password: 'H323-SECRET',
    encrypted_password: 'ENCRYPTED-SECRET',
    dynamic_host_key: 'HOST-SECRET',
  }
  for (const language of languages) assert.doesNotMatch(composeInvitation(meeting, { language }), /SECRET/)
})

test('without the passcode nothing that opens the meeting is left, and the rest of the link stays', () => {
  const meeting = {
    ...single,
    join_url: 'https://zoom.us/j/93580004321?a=1&pwd=c2Rhbng.1#x',
    pstn_password: '771201',
    settings: { global_dial_in_numbers: [{ number: '+1 555' }] },
  }
  const text = composeInvitation(meeting, { passcode: false })
  assert.doesNotMatch(text, /demo-3|c2Rhbng|771201|Passcode/)
  assert.ok(text.includes('https://zoom.us/j/93580004321?a=1#x'))
  assert.match(composeInvitation(meeting), /Passcode for the phone: 771201/)
})

test('an instant meeting that nobody has started has no time to tell', () => {
  const { start_time: _, ...unstarted } = single
  assert.doesNotMatch(composeInvitation({ ...unstarted, type: 1 }), /Time/)
})

test('a series that is shown without its dates gets them computed, with the clock change', () => {
  const text = composeInvitation({
    ...single,
    type: 8,
    timezone: 'Europe/Berlin',
    start_time: '2026-10-19T07:00:00Z',
    recurrence: { type: 2, weekly_days: '2', end_times: 2 },
  })
  assert.match(
    text,
    /until October 26, 2026, 2 meetings\n {4}Mon, Oct 19, .*9:00 AM \(GMT\+2\)\n {4}.*9:00 AM \(GMT\+1\)/,
  )
})

test('an endless series without its dates tells the rule and the first date', () => {
  const text = composeInvitation({ ...single, type: 8, recurrence: { type: 1, end_times: 0 } })
  assert.match(text, /Taipei \(GMT\+8\)\n {4}Every day, without an end date\n\n/)
})

test('a reader whose clock shows the same is not told twice', () => {
  const text = composeInvitation(single, { viewerTimeZone: 'Asia/Manila' })
  assert.doesNotMatch(text, /Your time/)
})

const refusals: [string, InvitationMeeting, InvitationOptions, string][] = [
  ['a language that is not ours', single, { language: 'fr' as Language }, 'language'],
  ['a zone that no clock knows', { ...single, timezone: 'Asial/Taipei' }, {}, 'timezone'],
  ['a reader in such a zone', single, { viewerTimeZone: 'GMT+8 Taipei' }, 'viewerTimeZone'],
  ['a start without Z', { ...single, start_time: '2026-12-28T06:00:00' }, {}, 'start_time'],
  ['a join link that is none', { ...single, join_url: 'javascript:alert(1)' }, {}, 'join_url'],
  ['a calendar link that runs over the line', single, { icsUrl: 'https://a.test/\nMeeting ID: 1' }, 'icsUrl'],
  ['a number that is no meeting', { ...single, id: 42 }, {}, 'meetingId'],
]
for (const [what, meeting, options, field] of refusals)
  test(`${what} is refused by name`, () => {
    assert.throws(
      () => composeInvitation(meeting, options),
      (error) => error instanceof ZoomError && error.code === 'invalid_input' && error.details.field === field,
    )
  })

test('no topic, host name or passcode can add a line or turn the direction of the text', () => {
  const anyText = fc.string({ unit: 'binary' })
  fc.assert(
    fc.property(anyText, anyText, anyText, fc.constantFrom(...languages), (topic, hostName, password, language) => {
      const lines = composeInvitation({ ...single, topic, password }, { hostName, language }).split(
        /[\n\v\f\r\u0085\u2028\u2029]/,
      )
      assert.equal(lines.length, singleLine(password) === '' ? 9 : 10)
      assert.doesNotMatch(lines.join(''), /[\p{Cc}\u202A-\u202E\u2066-\u2069]/u)
    }),
  )
})

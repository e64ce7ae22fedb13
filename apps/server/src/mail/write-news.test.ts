import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { languages } from '@convene/booking/languages'
import { englishLetters } from '../../../../scripts/glossary.ts'
import { type Sample, sampleDesk, sampleMeeting, sampleParts, single, weekly } from '../../test/mail-samples.ts'
import { formatHtml } from './html.ts'
import type { NewsKind } from './news.ts'
import type { ReceiverRole } from './receiver.ts'
import { formatText } from './text.ts'
import { writeNews } from './write-news.ts'
import { writeSignInLink } from './write-sign-in-link.ts'

const everyMail: readonly (readonly [NewsKind, ReceiverRole])[] = [
  ['booking_confirmed', 'organiser'],
  ['booking_confirmed', 'person'],
  ['booking_changed', 'organiser'],
  ['booking_changed', 'person'],
  ['booking_changed', 'joined'],
  ['booking_changed', 'left'],
  ['booking_cancelled', 'organiser'],
  ['booking_cancelled', 'person'],
  ['booking_confirmed', 'named'],
  ['booking_changed', 'deputy'],
  ['booking_cancelled', 'deputy'],
  ['deputies_changed', 'named'],
  ['deputies_changed', 'dismissed'],
  ['approval_asked', 'manager'],
  ['approval_decided', 'organiser'],
  ['overrun', 'organiser'],
  ['overrun', 'next_organiser'],
  ['overrun', 'admin'],
]
const withoutKen = { booking: { people: [] } }

function write(sample: Sample): { subject: string; text: string; html: string; ics: string | undefined } {
  const parts = sampleParts(sample.as === 'left' ? { ...withoutKen, ...sample } : sample)
  const mail = writeNews(parts, sampleDesk)
  assert.ok(mail, `${sample.kind} to ${sample.as}`)
  const { content, attachments } = mail
  return {
    subject: content.subject,
    text: formatText(content),
    html: formatHtml(content),
    ics: attachments[0]?.content,
  }
}

const latinWords = (text: string): string[] => englishLetters(text.replace(/https?:\S+/g, ''))
/** Names, and what the same sign means everywhere. */
const everywhere = new Set(['Zoom', 'GMT', 'ID', 'Springfield', 'desk', 'example', 'org', 'ken', 'kz', 'tt', 'Taipei'])

describe('every mail of the desk', () => {
  for (const language of languages)
    it(`is written in ${language}, without words of English that do not belong there`, () => {
      for (const [kind, as] of everyMail)
        for (const wish of [single, weekly]) {
          const english = write({ kind, as, language: 'en', wish })
          const known = new Set([...latinWords(english.subject), ...latinWords(english.text)])
          const { subject, text, html } = write({ kind, as, language, wish })
          assert.doesNotMatch(`${subject}\n${text}\n${html}`, /undefined|\[object|NaN/)
          if (language === 'en') continue
          const kept = [...latinWords(subject), ...latinWords(text)].filter(
            (word) => known.has(word) && !everywhere.has(word),
          )
          assert.deepEqual(kept, [], `${kind} to ${as}:\n${text}`)
        }
    })

  it('says the same in text and in HTML', () => {
    for (const [kind, as] of everyMail) {
      const { text, html } = write({ kind, as, language: 'en', wish: weekly })
      const words = html.slice(html.indexOf('<body>')).replace(/<[^>]*>/g, ' ')
      const withoutLinks = text.replace(/^\s*https?:.*$/gm, '')
      for (const word of withoutLinks.match(/[\p{L}\d]+/gu) ?? [])
        assert.ok(words.includes(word), `${kind} to ${as}: ${word}`)
    }
  })
})

describe('link, passcode, invitation and calendar file', () => {
  const own: readonly (readonly [NewsKind, ReceiverRole])[] = [
    ['booking_confirmed', 'organiser'],
    ['booking_confirmed', 'person'],
    ['booking_changed', 'organiser'],
    ['booking_changed', 'person'],
    ['booking_changed', 'joined'],
  ]
  for (const [kind, as] of everyMail) {
    const isOwn = own.some(([one, other]) => one === kind && other === as)
    it(`are ${isOwn ? '' : 'not '}in the mail ${kind} to ${as}`, () => {
      const { subject, text, html, ics } = write({ kind, as, language: 'en' })
      for (const body of [text, html]) {
        assert.equal(body.includes('pwd=c2Rhbng'), isOwn)
        assert.equal(body.includes(sampleMeeting.password), isOwn)
      }
      assert.equal(ics?.includes('METHOD:PUBLISH') === true, isOwn)
      assert.doesNotMatch(subject, /zoom\.us|kz7/)
    })
  }

  it('a meeting that is off, for all or for one, leaves their calendars by its UID', () => {
    for (const [kind, as] of [
      ['booking_cancelled', 'organiser'],
      ['booking_cancelled', 'person'],
      ['booking_changed', 'left'],
    ] as const) {
      const { ics = '' } = write({ kind, as, language: 'en', wish: weekly })
      for (const line of ['METHOD:CANCEL', 'STATUS:CANCELLED', 'UID:b-1@desk.example.org', 'SEQUENCE:1'])
        assert.ok(ics.includes(`\r\n${line}\r\n`), line)
      assert.doesNotMatch(ics, /zoom\.us|kz7/)
    }
  })

  it('an organiser alone gets a text to send on', () => {
    const invitation = /林美玲 invites you to a scheduled Zoom meeting/
    assert.match(write({ kind: 'booking_confirmed', as: 'organiser', language: 'en' }).text, invitation)
    assert.doesNotMatch(write({ kind: 'booking_confirmed', as: 'person', language: 'en' }).text, invitation)
  })

  it('who is invited anew by a change is invited, not told of a change', () => {
    const { subject, text } = write({ kind: 'booking_changed', as: 'joined', language: 'en' })
    assert.match(subject, /^Booked: /)
    assert.match(text, /林美玲 invites you to a Zoom meeting\./)
  })

  it('where the meeting moves to another host, the old link is not told again', () => {
    for (const state of ['reserved', 'confirmed'] as const) {
      const booking = { state }
      const changes = { meeting: undefined }
      const { text } = write({ kind: 'booking_changed', as: 'person', language: 'en', booking, changes })
      assert.match(text, /The link follows in another mail\./)
      assert.doesNotMatch(text, /zoom\.us/)
    }
  })

  it('people are not shown who else is invited', () => {
    assert.doesNotMatch(write({ kind: 'booking_confirmed', as: 'person', language: 'en' }).text, /Ayşe|ayse/)
  })

  it('the organiser of the next meeting learns nothing of the one that goes on', () => {
    const { subject, text } = write({ kind: 'overrun', as: 'next_organiser', language: 'en' })
    assert.doesNotMatch(subject + text, /物理討論會/)
  })

  it('the organiser of the next meeting reads what the rules allow', () => {
    const text = (nextMayEnd: boolean) =>
      write({ kind: 'overrun', as: 'next_organiser', language: 'en', changes: { nextMayEnd } }).text
    assert.match(
      text(true),
      /You can end that meeting: .*\n\nLook at the booking:\nhttps:\/\/desk\.example\.org\/bookings\/b-2/,
    )
    assert.doesNotMatch(text(false), /You can end/)
  })

  it('a deputy reads when and on which host, and neither agenda nor people', () => {
    const { text } = write({ kind: 'booking_confirmed', as: 'named', language: 'en' })
    assert.match(text, /Host: 7 號/)
    assert.match(text, /desk\.example\.org\/bookings\/b-1/)
    assert.doesNotMatch(text, /第一章|Ayşe/)
  })
})

describe('nothing is told', () => {
  const rows: [string, Sample][] = [
    [
      'of a change that another one has overtaken',
      { kind: 'booking_changed', as: 'person', language: 'en', news: { sequence: 0 } },
    ],
    [
      'of a change before there was a link',
      { kind: 'booking_changed', as: 'person', language: 'en', changes: { isPublished: false } },
    ],
    [
      'of a link when the booking was cancelled',
      { kind: 'booking_confirmed', as: 'person', language: 'en', booking: { state: 'cancelled' } },
    ],
    [
      'to people of a cancelled booking that they never heard of',
      { kind: 'booking_cancelled', as: 'person', language: 'en', changes: { isPublished: false } },
    ],
    [
      'to a manager of a request that was decided',
      { kind: 'approval_asked', as: 'manager', language: 'en', booking: { state: 'reserved' } },
    ],
    [
      'to deputies where nobody starts a meeting by a link',
      { kind: 'booking_confirmed', as: 'named', language: 'en', changes: { opening: 'without_host' } },
    ],
    [
      'to deputies before there is a meeting',
      { kind: 'deputies_changed', as: 'named', language: 'en', changes: { isPublished: false } },
    ],
    [
      'to a deputy of a change that another one has overtaken',
      { kind: 'booking_changed', as: 'deputy', language: 'en', news: { sequence: 0 } },
    ],
    [
      'to a deputy who was named of a meeting that was cancelled',
      { kind: 'deputies_changed', as: 'named', language: 'en', booking: { state: 'cancelled' } },
    ],
    [
      'to somebody who was taken off the list and is on it again',
      { kind: 'booking_changed', as: 'left', language: 'en' },
    ],
  ]
  for (const [what, sample] of rows) it(what, () => assert.equal(writeNews(sampleParts(sample), sampleDesk), undefined))
})

describe('times', () => {
  it('of a single meeting stand with their zone, and with those of the reader', () => {
    const { text, subject } = write({
      kind: 'booking_confirmed',
      as: 'person',
      language: 'en',
      timeZone: 'Europe/Berlin',
    })
    assert.equal(subject, 'Booked: 物理討論會, Fri, Dec 18, 2026, 6:00 PM')
    assert.match(text, /When:\n {2}Fri, Dec 18, 2026, 6:00 PM – 7:30 PM\n {2}Taiwan Standard Time \(GMT\+8\)/)
    assert.match(text, /Your time:\n {2}Fri, Dec 18, 2026, 11:00 AM – 12:30 PM\n {2}Central European Time \(GMT\+1\)/)
  })

  it('of a reader whose clocks show the same are told once', () => {
    const { text } = write({ kind: 'booking_confirmed', as: 'person', language: 'en', timeZone: 'Asia/Singapore' })
    assert.doesNotMatch(text, /Your time/)
  })

  it('of a series are its next twelve dates, and how many more there are', () => {
    const { text } = write({
      kind: 'booking_confirmed',
      as: 'person',
      language: 'en',
      wish: weekly,
      timeZone: 'America/New_York',
    })
    assert.match(text, /Every week on Friday, until March 26, 2027, 14 meetings/)
    assert.match(text, /Fri, Dec 18, 2026, 6:00 PM – 7:30 PM \(your time: 5:00 AM\)/)
    assert.doesNotMatch(text, /Dec 25/)
    assert.match(text, /… and 2 more dates/)
  })

  it('of a series that is at the same time of the reader at each date are told once', () => {
    const { text } = write({
      kind: 'booking_confirmed',
      as: 'person',
      language: 'en',
      wish: weekly,
      timeZone: 'Asia/Tokyo',
    })
    assert.match(text, /Your time:\n {2}7:00 PM\n {2}Japan Standard Time \(GMT\+9\)/)
    assert.doesNotMatch(text, /your time:/)
  })
})

describe('what people typed', () => {
  const nasty = {
    title: 'Hi\r\nBcc: eve@example.net\u202e <img src=x onerror=alert(1)>',
    agenda: '<script>alert(1)</script>\n"&\'',
  }

  it('begins no header', () => {
    const { subject } = write({ kind: 'booking_confirmed', as: 'person', language: 'en', booking: nasty })
    assert.match(subject, /^Booked: Hi Bcc: eve@example\.net <img src=x onerror=alert\(1\)>, Fri/)
  })

  it('is no HTML', () => {
    for (const [kind, as] of everyMail) {
      const { html } = write({ kind, as, language: 'en', booking: as === 'left' ? { ...nasty, people: [] } : nasty })
      assert.doesNotMatch(html, /<img|<script/)
    }
    const { html } = write({ kind: 'booking_confirmed', as: 'person', language: 'en', booking: nasty })
    assert.match(html, /&lt;script&gt;alert\(1\)&lt;\/script&gt;<br>&quot;&amp;&#39;/)
  })

  it('is loaded from nowhere', () => {
    for (const [kind, as] of everyMail) {
      const { html } = write({ kind, as, language: 'en' })
      assert.doesNotMatch(html, /src=|url\(|@import|<link/)
    }
  })
})

describe('a sign-in link', () => {
  const member = {
    id: 'a',
    email: 'ayse@example.org',
    name: 'Ayşe Yılmaz',
    role: 'member',
    timeZone: 'Europe/Istanbul',
  } as const
  const link = { url: 'https://desk.example.org/sign-in#token=secret', expiresAt: Date.parse('2026-12-01T09:15Z') }

  it('says how long it works, by the clocks of its reader', () => {
    const { content } = writeSignInLink(
      { ...link, member: { ...member, language: 'tr', needsApproval: false, isActive: true } },
      sampleDesk,
    )
    assert.match(formatText(content), /Son geçerlilik: 12:15, .* \(GMT\+3\)/)
    assert.match(formatText(content), /#token=secret/)
    assert.doesNotMatch(content.subject, /token|secret/)
  })
})

import { dialInLine } from './dial-in.ts'
import { glossaries } from './glossary.ts'
import { joinLink, requireWebLink } from './join-link.ts'
import { type Language, requireLanguage } from './language.ts'
import type { InvitationMeeting } from './meeting.ts'
import { formatMeetingId } from './meeting-id.ts'
import { singleLine } from './single-line.ts'
import { timeLines } from './time-lines.ts'
import { fill } from './wording.ts'

/** What an invitation says beside the meeting itself. */
export interface InvitationOptions {
  /** Default `en`. */
  readonly language?: Language | undefined
  /** Who invites, as people write that name: it is never split or turned round. */
  readonly hostName?: string | undefined
  /** The reader's zone (IANA id): each time is told on its clock too, where that differs. */
  readonly viewerTimeZone?: string | undefined
  /** Where the reader finds an iCalendar file of the meeting. */
  readonly icsUrl?: string | undefined
  /** False leaves the passcode out, also of the join link, for texts that strangers may read. Default true. */
  readonly passcode?: boolean | undefined
}

/**
 * The invitation of a meeting, to be read by people, in the order of Zoom's own text (docs/zoom-facts.md §7): who invites,
 * topic, time, every date of a series, join link, meeting number, passcode, telephone numbers. Lines end with `\n`; the
 * last has no end. It never holds the start link.
 *
 * @throws {ZoomError} `invalid_input` for a language, zone, time or link that cannot be read.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict'
 * import { composeInvitation } from '@convene/zoom/invitation'
 *
 * const meeting = {
 *   id: 93580004321,
 *   type: 2,
 *   topic: '資訊週會',
 *   start_time: '2021-12-28T06:00:00Z',
 *   timezone: 'Asia/Taipei',
 *   join_url: 'https://zoom.us/j/93580004321?pwd=c2Rhbng',
 *   password: 'demo-3',
 * }
 * const text = composeInvitation(meeting, { language: 'zh-TW', hostName: 'Chia-Jung Lin' })
 * assert.ok(text.includes('時間：2021年12月28日 14:00 台北'))
 * ```
 */
export function composeInvitation(meeting: InvitationMeeting, options: InvitationOptions = {}): string {
  const language = requireLanguage(options.language ?? 'en')
  const words = glossaries[language]
  const host = singleLine(options.hostName ?? '')
  const labelled = (label: string, value: string) => fill(words.labelled, { label, value })
  const withPasscode = options.passcode !== false
  const passcode = withPasscode ? singleLine(meeting.password ?? '') : ''
  const phonePasscode = withPasscode ? singleLine(meeting.pstn_password ?? '') : ''
  const numbers = (meeting.settings?.global_dial_in_numbers ?? []).filter(({ number }) => number)
  const blocks = [
    [host === '' ? words.invited : fill(words.invitedBy, { host })],
    [
      labelled(words.topic, singleLine(meeting.topic ?? '') || words.zoomMeeting),
      ...timeLines(meeting, language, options.viewerTimeZone),
      ...(options.icsUrl === undefined ? [] : [words.addToCalendar, requireWebLink('icsUrl', options.icsUrl)]),
    ],
    [words.join, joinLink(meeting.join_url, withPasscode)],
    [
      labelled(words.meetingId, formatMeetingId(meeting.id)),
      ...(passcode === '' ? [] : [labelled(words.passcode, passcode)]),
    ],
    numbers.length === 0
      ? []
      : [
          words.dialIn,
          ...numbers.map((number) => dialInLine(number, language)),
          ...(phonePasscode === '' ? [] : [labelled(words.dialInPasscode, phonePasscode)]),
        ],
  ]
  return blocks
    .filter((block) => block.length > 0)
    .map((block) => block.join('\n'))
    .join('\n\n')
}

import { dialInNumbers } from './dial-in.ts'
import type { Meeting, User } from './entities.ts'
import { english } from './invitation-english.ts'
import type { InvitationLanguage } from './invitation-language.ts'
import { traditionalChinese } from './invitation-traditional-chinese.ts'
import { timingOf } from './meeting-kind.ts'
import { formatMeetingId, icsUrl, joinId, joinUrl } from './meeting-links.ts'
import { wallTime } from './time.ts'
import { computableTimeZone } from './time-zone.ts'

const languages: Readonly<Record<string, InvitationLanguage>> = { 'zh-TW': traditionalChinese }
const indent = '        '

/** The text that Zoom makes for a meeting, in the host's language where we have it, else in English (docs/zoom-facts.md §7). */
export function composeInvitation(meeting: Meeting, host: User, baseUrl: string): string {
  const words = languages[host.language] ?? english
  const blocks = [
    [words.inviting(host.displayName)],
    [words.topic(meeting.topic), ...timeLines(meeting, words, baseUrl)],
    [words.join, joinUrl(baseUrl, meeting, host)],
    idLines(joinId(meeting, host), words, meeting.password),
    ...dialInBlocks(meeting, joinId(meeting, host), words, baseUrl),
  ]
  return `${blocks.map((lines) => `${lines.join('\r\n')}\r\n`).join('\r\n')}\r\n`
}

/** The address of room systems. */
export function sipLinks(meeting: Meeting, host: User): string[] {
  return [`${joinId(meeting, host)}@zoomcrc.com`]
}

function timeLines(meeting: Meeting, words: InvitationLanguage, baseUrl: string): string[] {
  if (timingOf(meeting) === 'anytime') return [words.anytime]
  if (meeting.startAt === undefined) return []
  const wall = (at: number) => wallTime(at, computableTimeZone(meeting.timeZone))
  const dates = (meeting.occurrences ?? [])
    .filter(({ status }) => status === 'available')
    .map(({ startAt }) => startAt)
    .sort((a, b) => a - b)
    .map(wall)
  const first = words.time(dates[0] ?? wall(meeting.startAt), words.zoneName(meeting.timeZone))
  const last = dates.at(-1)
  if (!meeting.recurrence || last === undefined) return [first]
  return [
    first,
    indent + words.summary(meeting.recurrence, last, dates.length),
    ...dates.map((date) => indent + words.date(date)),
    words.download,
    words.calendar(meeting.recurrence, icsUrl(baseUrl, meeting)),
  ]
}

function idLines(id: number, words: InvitationLanguage, passcode: string): string[] {
  return [words.meetingId(formatMeetingId(id)), ...(passcode === '' ? [] : [words.passcode(passcode)])]
}

/** Only where the meeting has numbers to dial. */
function dialInBlocks(meeting: Meeting, id: number, words: InvitationLanguage, baseUrl: string): string[][] {
  const numbers = dialInNumbers(meeting.settings)
  if (numbers.length === 0) return []
  const place = ({ country, city }: { country: string; city: string }) => `${country} (${city})`
  const passcode = meeting.openToPhones ? '' : meeting.numericPassword
  const code = passcode && `,,,,*${passcode}#`
  return [
    [words.oneTap, ...numbers.slice(0, 2).map((one) => `${one.number.replace(' ', '')},,${id}#${code} ${place(one)}`)],
    [
      words.dialIn,
      ...numbers.map((one) => `${indent}${one.number} ${place(one)}`),
      ...idLines(id, words, passcode),
      words.localNumbers(`${baseUrl}/u/${meeting.id.toString(36)}`),
    ],
  ]
}

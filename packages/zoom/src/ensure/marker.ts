import { base64Url } from '../auth/base64url.ts'
import type { Ambient } from '../http/ambient.ts'
import type { Attempt, MeetingRecord } from './record.ts'

type Hmac = Pick<Ambient, 'hmacSha256'>

/** What stands in front of every marker. */
const name = 'convene:'
const tagLength = 11
const macLength = 14

/** What a marker says. Whether it is true is known only when the whole text was made again and is the same. */
export interface ParsedMarker {
  readonly tag: string
  readonly attempt: number
}

/** 64 bits of chance as 11 characters. */
export function tagFromBytes(bytes: Uint8Array<ArrayBuffer>): string {
  return base64Url(bytes.subarray(0, 8))
}

/**
 * The first line of the agenda of a meeting of ours, at most 40 characters: the record, the attempt, and a MAC over both and over
 * what was sent. Nobody without the journal's secret can make one.
 */
export async function markerOf(
  { hmacSha256 }: Hmac,
  secret: string,
  record: Pick<MeetingRecord, 'tag'>,
  attempt: Pick<Attempt, 'number' | 'hash'>,
): Promise<string> {
  const head = `${name}${record.tag}.${attempt.number}.`
  const mac = await hmacSha256(secret, `marker ${head}${attempt.hash}`)
  return head + base64Url(mac).slice(0, macLength)
}

const form = new RegExp(`^${name}([\\w-]{${tagLength}})\\.([1-9]\\d{0,4})\\.[\\w-]{${macLength}}$`)

/** Reads the marker of an agenda; `undefined` where its first line is none. */
export function parseMarker(agenda: string | undefined): ParsedMarker | undefined {
  const [, tag, attempt] = form.exec(firstLine(agenda)) ?? []
  return tag === undefined ? undefined : { tag, attempt: Number(attempt) }
}

/** Whether an agenda begins with this marker. */
export function hasMarker(agenda: string | undefined, marker: string): boolean {
  return firstLine(agenda) === marker
}

/** The agenda as Zoom is sent it. */
export function withMarker(marker: string, agenda: unknown): string {
  return typeof agenda === 'string' && agenda !== '' ? `${marker}\n${agenda}` : marker
}

/** How many characters an agenda may have beside a marker. Zoom takes 2,000 (docs/zoom-facts.md §5.3). */
export const longestAgenda: number = 2000 - 41

/** The agenda as people see it: without the marker. */
export function agendaWithoutMarker(agenda: string): string {
  if (parseMarker(agenda) === undefined) return agenda
  const end = agenda.indexOf('\n')
  return end < 0 ? '' : agenda.slice(end + 1)
}

function firstLine(agenda = ''): string {
  const end = agenda.indexOf('\n')
  return (end < 0 ? agenda : agenda.slice(0, end)).trim()
}

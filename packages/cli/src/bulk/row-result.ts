import type { MeetingStatus } from '@convene/zoom/ensure'
import { formatCsv, type Separator } from './csv.ts'
import type { NamedRow } from './name-rows.ts'

/** What became of a row. */
export interface RowResult {
  readonly row: NamedRow
  /** `waiting`: not made yet; the next run goes on with it. */
  readonly state: 'made' | 'refused' | 'undecided' | 'deleted' | 'waiting'
  readonly id?: number | undefined
  readonly joinUrl?: string | undefined
  readonly passcode?: string | undefined
  /** What happened, and what to do; empty for a meeting that was made. */
  readonly note: string
}

/** Reads what safe creation says of a row; without a status nothing was tried yet. */
export function rowResult(row: NamedRow, status: MeetingStatus | undefined): RowResult {
  const note = status?.sentence ?? 'The meeting is not made yet.'
  const { id, join_url, password } = status?.meeting ?? {}
  switch (status?.state) {
    case 'published':
    case 'changing':
      return { row, state: 'made', id, joinUrl: join_url, passcode: password, note: '' }
    case 'refused':
    case 'undecided':
      return { row, state: status.state, note }
    case 'gone':
      return { row, state: 'deleted', note }
    default:
      return { row, state: 'waiting', note }
  }
}

/** A result as one line of JSON, with Zoom's names. */
export function jsonOfResult({ row, state, id, joinUrl, passcode, note }: RowResult): Record<string, unknown> {
  const { line, key, host, meeting } = row
  const { topic, start_time, timezone } = meeting
  return {
    line,
    ...(key !== undefined && { key }),
    host,
    topic,
    start_time,
    timezone,
    state,
    ...(id !== undefined && { id, join_url: joinUrl, password: passcode }),
    ...(note !== '' && { note }),
  }
}

const columns = [
  'line',
  'key',
  'host',
  'topic',
  'start',
  'time_zone',
  'state',
  'meeting_id',
  'join_link',
  'passcode',
  'note',
]

/** All results as a CSV file, in the order of the lines. It holds join links and passcodes, and no link that signs a host in. */
export function csvOfResults(results: readonly RowResult[], separator: Separator): string {
  const inOrder = [...results].sort((a, b) => a.row.line - b.row.line)
  const rows = inOrder.map(({ row, state, id, joinUrl, passcode, note }) =>
    [
      row.line,
      row.key,
      row.host,
      row.meeting.topic,
      String(row.meeting.start_time ?? '').replace(/^(.+)T(\d\d:\d\d):00$/, '$1 $2'),
      row.meeting.timezone,
      state,
      id,
      joinUrl,
      passcode,
      note,
    ].map((cell) => String(cell ?? '')),
  )
  return formatCsv([columns, ...rows], separator)
}

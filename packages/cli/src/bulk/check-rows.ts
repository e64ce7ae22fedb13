import { checkMeetingToKeep } from '@convene/zoom/ensure'
import type { MeetingRow } from './meeting-row.ts'
import { type Mistake, textOf } from './mistake.ts'
import { zoomErrorOf } from './zoom-error.ts'

/** Columns by the client's fields: people are told the name that they typed. */
const columns: readonly (readonly [field: RegExp, column: string])[] = [
  [/^start_time$/, 'start'],
  [/^time_?zone$/i, 'time_zone'],
  [/^password$/, 'passcode'],
  [/^recurrence\.(until|end_date_time)$/, 'until'],
  [/^recurrence\.(count|end_times)$/, 'times'],
  [/^recurrence\b.*/, 'repeat'],
  [/^settings\.waiting_room$/, 'waiting_room'],
]

/** Checks each row as it is checked again before it is sent; `now` (ms since 1970) decides which starts are past. */
export function checkRows(rows: readonly MeetingRow[], now: number, isCsv: boolean): Mistake[] {
  const mistakes: Mistake[] = []
  for (const { line, host, meeting } of rows)
    try {
      // Who is signed in is known only when Zoom was asked.
      checkMeetingToKeep(host === 'me' ? 'somebody' : host, meeting, now)
    } catch (error) {
      const { field, value, remedy } = zoomErrorOf(error)
      const name = isCsv ? (columns.find(([pattern]) => pattern.test(field))?.[1] ?? field) : field
      const shown = value === undefined || field === 'password' ? undefined : textOf(value)
      mistakes.push({ line, field: name, value: shown, message: remedy })
    }
  return mistakes
}

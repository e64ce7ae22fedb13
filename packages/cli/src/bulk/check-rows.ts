import { meetings } from '@convene/zoom/meetings'
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

/** Checks each row as the client does before it sends anything; `now` decides which starts are past. */
export async function checkRows(rows: readonly MeetingRow[], now: () => number, isCsv: boolean): Promise<Mistake[]> {
  const sent = new Error('would be sent')
  const { create } = meetings({ requester: { request: () => Promise.reject(sent) }, now })
  const mistakes: Mistake[] = []
  for (const { line, host, meeting } of rows)
    try {
      await create({ ...meeting, userId: host })
    } catch (error) {
      if (error === sent) continue
      const { field = '', value, remedy } = zoomErrorOf(error)
      const name = isCsv ? (columns.find(([pattern]) => pattern.test(field))?.[1] ?? field) : field
      const shown = value === undefined || field === 'password' ? undefined : textOf(value)
      mistakes.push({ line, field: name === 'userId' ? 'host' : name, value: shown, message: remedy })
    }
  return mistakes
}

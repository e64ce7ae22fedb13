import { addDays, dateInZone } from '../input/date.ts'
import { columnNames } from './columns.ts'
import { formatCsv, type Separator } from './csv.ts'
import { decodeText } from './decode-text.ts'
import { readCsvRows } from './read-csv-rows.ts'

/** A file to start from, whose examples lie in the weeks after `now` (ms since 1970), so that they pass the check. */
export function csvTemplate(now: number, separator: Separator): string {
  const rows = examplesFrom(now)
  const shown = columnNames.filter((name) => name !== 'key')
  return formatCsv([shown, ...rows.map((row) => shown.map((name) => row[name] ?? ''))], separator)
}

type Example = Readonly<Partial<Record<(typeof columnNames)[number], string>>>

function examplesFrom(now: number): readonly Example[] {
  const today = dateInZone(now, 'Asia/Taipei')
  return [
    {
      host: 'mei@example.com',
      topic: 'Information evening',
      start: `${addDays(today, 14)} 18:00`,
      time_zone: 'Asia/Taipei',
      duration: '60',
      agenda: 'Welcome, and your questions',
      waiting_room: 'yes',
    },
    {
      host: 'kenji@example.com',
      topic: 'Interview, second round',
      start: `${addDays(today, 15)} 09:30`,
      time_zone: 'Europe/Berlin',
      duration: '1h30m',
    },
    {
      host: 'mei@example.com',
      topic: 'Reading group',
      start: `${addDays(today, 16)} 19:00`,
      time_zone: 'Asia/Taipei',
      duration: '90',
      repeat: '2 weeks on tue,thu',
      times: '6',
    },
  ]
}

/** The same as JSON Lines, with Zoom's fields. */
export function jsonTemplate(now: number): string {
  const { rows } = readCsvRows(decodeText('template', Buffer.from(csvTemplate(now, ','))), {})
  return rows.map(({ host, meeting }) => `${JSON.stringify({ host, ...meeting })}\n`).join('')
}

import { parse } from 'csv-parse/sync'
import type { Mistake } from './mistake.ts'

/** The byte order mark by which spreadsheets see that a CSV file is UTF-8. */
const byteOrderMark = '\ufeff'

export type Separator = ',' | ';'

/** One record: its cells, and the line on which it begins. */
export interface CsvRecord {
  readonly line: number
  readonly cells: readonly string[]
}

/** What a CSV text holds. Records of empty cells are left out; a mistake of the quotes ends the reading. */
export interface CsvTable {
  readonly separator: Separator
  readonly records: readonly CsvRecord[]
  readonly mistakes: readonly Mistake[]
}

const ofQuotes: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED:
    'A quote opens in this row and never closes. Quotes inside a quoted cell are doubled: "say ""hi""".',
  CSV_INVALID_CLOSING_QUOTE:
    'After the closing quote of a cell comes the separator. Quotes inside a quoted cell are doubled: "say ""hi""".',
  INVALID_OPENING_QUOTE: 'A cell with a quote in it is quoted as a whole, and its quotes are doubled: "say ""hi""".',
}

/** Reads CSV (RFC 4180) whose line breaks are `\n`. The separator is the one that its header has more of. */
export function parseCsv(text: string): CsvTable {
  const separator = separatorOf(text)
  const records: CsvRecord[] = []
  let endLine = 0
  try {
    parse(text, {
      delimiter: separator,
      record_delimiter: '\n',
      relax_column_count: true,
      on_record(cells: string[], { lines }) {
        // A record is told with its last line; each line break in a cell is one line more.
        const breaks = cells.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0)
        if (cells.some((cell) => cell.trim() !== '')) records.push({ line: lines - breaks, cells })
        endLine = lines
        return null
      },
    })
    return { separator, records, mistakes: [] }
  } catch (error) {
    const message = error instanceof Error && 'code' in error ? ofQuotes[String(error.code)] : undefined
    if (message === undefined) throw error
    return { separator, records, mistakes: [{ line: endLine + 1, field: '', message }] }
  }
}

function separatorOf(text: string): Separator {
  const header = /^[^\S\n]*\n*([^\n]*)/.exec(text)?.[1] ?? ''
  const unquoted = header.replaceAll(/"[^"]*"/g, '')
  return unquoted.split(';').length > unquoted.split(',').length ? ';' : ','
}

/** Writes records as spreadsheets read them: with a byte order mark, lines that end in CRLF, and quotes where they are needed. */
export function formatCsv(records: readonly (readonly string[])[], separator: Separator = ','): string {
  const cell = (text: string) => (/[",;\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  return byteOrderMark + records.map((cells) => `${cells.map(cell).join(separator)}\r\n`).join('')
}

import { type Column, parseHeader } from './columns.ts'
import { type CsvRecord, parseCsv, type Separator } from './csv.ts'
import type { MeetingRow, RowDefaults } from './meeting-row.ts'
import type { Mistake } from './mistake.ts'
import { type Cells, readCells } from './read-cells.ts'

/** The meetings that a CSV text asks for, and everything that is wrong in it. */
export function readCsvRows(
  text: string,
  defaults: RowDefaults,
): { readonly rows: readonly MeetingRow[]; readonly mistakes: readonly Mistake[]; readonly separator: Separator } {
  const { separator, records, mistakes: ofQuotes } = parseCsv(text)
  const [first, ...others] = records
  if (!first) return { rows: [], mistakes: ofQuotes, separator }
  const { columns, mistakes: ofHeader } = parseHeader(first.line, first.cells)
  // With a header that cannot be read each row would repeat the same mistake.
  if (ofHeader.length > 0) return { rows: [], mistakes: ofHeader, separator }
  const mistakes = [...ofQuotes]
  const rows: MeetingRow[] = []
  for (const record of others) {
    const read = cellsOf(record, columns, separator)
    if ('message' in read) {
      mistakes.push(read)
      continue
    }
    const row = readCells(record.line, read, defaults, (mistake) => mistakes.push(mistake))
    if (row) rows.push(row)
  }
  return { rows, mistakes, separator }
}

/** The cells of a row by their columns; a row that spreadsheets cut short has empty ones at its end. */
function cellsOf(
  { line, cells }: CsvRecord,
  columns: readonly (Column | undefined)[],
  separator: Separator,
): Cells | Mistake {
  const named = new Map<Column, string>()
  for (const [index, cell] of cells.entries()) {
    const text = cell.trim()
    if (text === '') continue
    const column = columns[index]
    if (column === undefined)
      return {
        line,
        field: '',
        message:
          index < columns.length
            ? `Cell ${index + 1} stands under no name: give its column a name in the header, or empty it.`
            : `It has more cells than the header: text with "${separator}" in it stands in quotes.`,
      }
    named.set(column, text)
  }
  return named
}

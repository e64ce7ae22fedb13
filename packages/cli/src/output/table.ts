import { cutToWidth, oneLine, padToWidth, textWidth } from './text-width.ts'

/** One column; `cut` says that its text may be shortened on a narrow terminal. */
export interface Column<Row> {
  readonly header: string
  readonly cell: (row: Row) => string | number | undefined
  readonly cut?: boolean
}

/** Where a table is shown: columns of the terminal, or `undefined` for a file or a pipe. */
export interface TableOptions {
  readonly columns: number | undefined
  /** Marks the header line. */
  readonly header?: (text: string) => string
}

const gap = '  '
const leastCut = 10

/** Lines of a table: aligned on a terminal, record by record on a narrow one, with tabs for other programs. */
export function formatTable<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  options: TableOptions,
): string[] {
  const headers = columns.map((column) => column.header)
  const cells = rows.map((row) => columns.map((column) => oneLine(String(column.cell(row) ?? ''))))
  if (options.columns === undefined) return [headers, ...cells].map((line) => line.join('\t'))

  const mark = options.header ?? ((text: string) => text)
  const widths = columns.map((_, i) => Math.max(...[headers, ...cells].map((line) => textWidth(line[i] ?? ''))))
  let excess = widths.reduce((sum, width) => sum + width, gap.length * (widths.length - 1)) - options.columns
  for (const [i, column] of columns.entries()) {
    const width = widths[i] ?? 0
    if (excess <= 0 || !column.cut || width <= leastCut) continue
    widths[i] = Math.max(leastCut, width - excess)
    excess -= width - widths[i]
  }
  if (excess > 0) return formatBlocks(headers, cells, mark)

  const align = (line: readonly string[]) =>
    line
      .map((text, i) => padToWidth(cutToWidth(text, widths[i] ?? 0), widths[i] ?? 0))
      .join(gap)
      .trimEnd()
  return [mark(align(headers)), ...cells.map(align)]
}

/** Each row as a block of lines, for terminals too narrow for the table. */
function formatBlocks(
  headers: readonly string[],
  cells: readonly string[][],
  mark: (text: string) => string,
): string[] {
  return cells.flatMap((line, row) => [
    ...(row > 0 ? [''] : []),
    ...formatRecord(
      headers.map((header, i) => [header, line[i] ?? ''] as const),
      mark,
    ),
  ])
}

/** Lines of names and values, values aligned; a value of several lines stays indented, an empty one is left out. */
export function formatRecord(
  entries: readonly (readonly [name: string, value: string | number | undefined])[],
  mark: (text: string) => string = (text) => text,
): string[] {
  const shown = entries.filter(([, value]) => value !== undefined && value !== '')
  const width = Math.max(0, ...shown.map(([name]) => textWidth(name)))
  return shown.flatMap(([name, value]) =>
    String(value)
      .split('\n')
      .map((text, i) => `${i === 0 ? mark(padToWidth(name, width)) : ' '.repeat(width)}${gap}${oneLine(text)}`),
  )
}

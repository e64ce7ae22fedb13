import { cutToWidth, oneLine, padToWidth, textWidth } from './text-width.ts'

/** One column. On a narrow terminal a `spare` one is left out, and then the text of a `cut` one shortened. */
export interface Column<Row> {
  readonly header: string
  readonly cell: (row: Row) => string | number | undefined
  readonly cut?: boolean
  readonly spare?: boolean
}

/** Where a table is shown: columns of the terminal, or `undefined` for a file or a pipe. */
export interface TableOptions {
  readonly columns: number | undefined
  /** Marks the header line. */
  readonly header?: (text: string) => string
}

const gap = '  '
/** How far a text is cut: while every column is there, and after the spare ones have gone. */
const leastCut = { whole: 24, spared: 10 }

/** Lines of a table: aligned on a terminal, record by record on a narrow one, with tabs for other programs. */
export function formatTable<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  options: TableOptions,
): string[] {
  const lines = [
    columns.map(({ header }) => header),
    ...rows.map((row) => columns.map((column) => oneLine(String(column.cell(row) ?? '')))),
  ]
  if (options.columns === undefined) return lines.map((line) => line.join('\t'))
  const mark = options.header ?? ((text: string) => text)
  const kept = lines.map((line) => line.filter((_, i) => !columns[i]?.spare))
  const table =
    alignTable(lines, columns, options.columns, leastCut.whole) ??
    alignTable(
      kept,
      columns.filter(({ spare }) => !spare),
      options.columns,
      leastCut.spared,
    )
  if (table === undefined) return formatBlocks(lines, mark)
  const [header = '', ...body] = table
  return [mark(header), ...body]
}

/** Lines no wider than `columns`; `undefined` where cutting to `leastWidth` is not enough. */
function alignTable(
  lines: readonly string[][],
  shown: readonly { readonly cut?: boolean }[],
  columns: number,
  leastWidth: number,
): string[] | undefined {
  const widths = shown.map((_, i) => Math.max(...lines.map((line) => textWidth(line[i] ?? ''))))
  let excess = widths.reduce((sum, width) => sum + width, gap.length * (widths.length - 1)) - columns
  for (const [i, { cut }] of shown.entries()) {
    const width = widths[i] ?? 0
    if (excess <= 0 || !cut || width <= leastWidth) continue
    widths[i] = Math.max(leastWidth, width - excess)
    excess -= width - widths[i]
  }
  if (excess > 0) return undefined
  return lines.map((line) =>
    line
      .map((text, i) => padToWidth(cutToWidth(text, widths[i] ?? 0), widths[i] ?? 0))
      .join(gap)
      .trimEnd(),
  )
}

/** Each row as a block of lines, for terminals too narrow for the table. */
function formatBlocks([headers = [], ...cells]: readonly string[][], mark: (text: string) => string): string[] {
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

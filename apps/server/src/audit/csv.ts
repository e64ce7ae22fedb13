/** One line of CSV (RFC 4180), with the end of the line. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`
}

/** By which Excel knows that the file is in UTF-8. */
export const byteOrderMark = '\uFEFF'

/**
 * A cell that no spreadsheet takes for a formula: where a text begins like one, an apostrophe stands before it. A tab or a line break at
 * the beginning hides the sign from people, but not from a spreadsheet.
 */
function csvCell(text: string): string {
  const harmless = /^[\s]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/.test(text) ? `'${text}` : text
  return /[",\r\n]|^\s|\s$/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}

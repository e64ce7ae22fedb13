import { nearest } from '../nearest.ts'
import type { Mistake } from './mistake.ts'

/** The columns of a CSV file of meetings, in the order of the template. */
export const columnNames = [
  'key',
  'host',
  'topic',
  'start',
  'time_zone',
  'duration',
  'agenda',
  'passcode',
  'repeat',
  'until',
  'times',
  'waiting_room',
] as const

export type ColumnName = (typeof columnNames)[number]

/** A column: one of the names above, or one of Zoom's settings (`settings.mute_upon_entry`). */
export type Column = ColumnName | `settings.${string}`

/** Other names of the same: the options of the command, and Zoom's fields. */
const otherNames: Readonly<Record<string, ColumnName>> = {
  user: 'host',
  start_time: 'start',
  for: 'duration',
  password: 'passcode',
  every: 'repeat',
}

/** What was read of a header: a column for each cell, `undefined` over a cell that is empty. */
export interface Header {
  readonly columns: readonly (Column | undefined)[]
  readonly mistakes: readonly Mistake[]
}

/** Reads the header; case, blanks, `_` and `-` mean nothing in it. */
export function parseHeader(line: number, cells: readonly string[]): Header {
  const mistakes: Mistake[] = []
  const refuse = (value: string, message: string) => void mistakes.push({ line, field: 'column', value, message })
  const columns = cells.map((cell) => {
    const text = cell.trim()
    if (text === '') return undefined
    const column = columnOf(text)
    if (column === undefined) refuse(text, unknownColumn(text))
    return column
  })
  for (const [index, column] of columns.entries())
    if (column !== undefined && columns.indexOf(column) < index)
      refuse(cells[index] ?? '', 'This column is there twice: take one of them out.')
  return { columns, mistakes }
}

function columnOf(text: string): Column | undefined {
  const setting = /^settings\s*\.\s*([a-z]\w*)$/i.exec(text)?.[1]
  if (setting !== undefined) return `settings.${setting.toLowerCase()}`
  const plain = plainName(text)
  const known = columnNames.find((name) => plainName(name) === plain)
  return known ?? Object.entries(otherNames).find(([name]) => plainName(name) === plain)?.[1]
}

function unknownColumn(text: string): string {
  const meant = nearest(plainName(text), [...columnNames, ...Object.keys(otherNames)])
  const suggestion = meant === undefined ? '' : ` Did you mean ${meant}?`
  return `There is no such column.${suggestion} There are: ${columnNames.join(', ')}; and settings.NAME for Zoom's settings.`
}

const plainName = (text: string) => text.toLowerCase().replaceAll(/[\s_-]/g, '')

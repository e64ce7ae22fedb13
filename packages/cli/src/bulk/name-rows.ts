import { contentsOf, type MeetingRow } from './meeting-row.ts'

/** A row with the name under which the journal keeps it. */
export interface NamedRow extends MeetingRow {
  readonly name: string
}

/**
 * Gives each row a name that lasts: its contents, and how many equal rows stand before it. So rows can be put in, taken out and
 * sorted, and those that were made are known again; a row that is edited is another one.
 */
export function nameRows(rows: readonly MeetingRow[]): NamedRow[] {
  const seen = new Map<string, number>()
  return rows.map((row) => {
    const contents = contentsOf(row)
    const number = (seen.get(contents) ?? 0) + 1
    seen.set(contents, number)
    return { ...row, name: `${contents} ${number}` }
  })
}

/** The lines of rows that say the same, in groups. */
export function sameRows(rows: readonly MeetingRow[]): (readonly number[])[] {
  const groups = Map.groupBy(rows, contentsOf)
  return [...groups.values()].filter(({ length }) => length > 1).map((group) => group.map(({ line }) => line))
}

import { createHash } from 'node:crypto'
import type { MeetingToKeep } from '@convene/zoom/ensure'

/** A meeting that a row of the file asks for. */
export interface MeetingRow {
  /** The line on which it begins. */
  readonly line: number
  /** What its column `key` says; such a row keeps its name whatever else is in the file. */
  readonly key: string | undefined
  /** The host, by id or e-mail address; `me` is the one who is signed in. */
  readonly host: string
  readonly meeting: MeetingToKeep
}

/** What stands in for the cells that a file leaves empty. */
export interface RowDefaults {
  readonly host?: string | undefined
  readonly timeZone?: string | undefined
}

/** E-mail addresses are the same in any case; ids are not. */
export const hostFromText = (text: string): string => (text.includes('@') ? text.toLowerCase() : text)

/** A hash of what a row says, whatever the order and the spelling of the columns. */
export function contentsOf({ key, host, meeting }: MeetingRow): string {
  // E-mail addresses are the same in any case; ids are not.
  const name = host.includes('@') ? host.toLowerCase() : host
  return createHash('sha256')
    .update(canonicalJson({ key, host: name, meeting }))
    .digest('base64url')
}

/** JSON with the names of every object in order. */
function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
}

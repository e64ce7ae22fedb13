import { CommandError } from '../errors.ts'
import type { Separator } from './csv.ts'
import { decodeText } from './decode-text.ts'
import type { MeetingRow, RowDefaults } from './meeting-row.ts'
import type { Mistake } from './mistake.ts'
import { readCsvRows } from './read-csv-rows.ts'
import { readJsonRows } from './read-json-rows.ts'

/** What a file of meetings holds. */
export interface MeetingFile {
  readonly rows: readonly MeetingRow[]
  readonly mistakes: readonly Mistake[]
  /** What stands between the cells of a CSV file. */
  readonly separator?: Separator
}

/**
 * Reads a file of meetings, CSV or JSON Lines by its name, else by its first sign.
 *
 * @throws `CommandError` when it is not text, or holds no meeting at all.
 */
export function readRows(file: string, bytes: Uint8Array, defaults: RowDefaults = {}): MeetingFile {
  const text = decodeText(file, bytes)
  const isJson = /\.(jsonl|ndjson)$/i.test(file) || (!/\.csv$/i.test(file) && /^\s*[{[]/.test(text))
  const read = isJson ? readJsonRows(text, defaults) : readCsvRows(text, defaults)
  if (read.rows.length > 0 || read.mistakes.length > 0) return withKeysOnce(read)
  throw new CommandError('wrong_file', `${file} holds no meeting.`, {
    remedy: 'A file to start from: convene meetings template --output meetings.csv',
  })
}

/** A key names one row. */
function withKeysOnce(file: MeetingFile): MeetingFile {
  const lines = new Map<string, number>()
  const mistakes = [...file.mistakes]
  for (const { line, key } of file.rows) {
    if (key === undefined) continue
    const first = lines.get(key)
    if (first === undefined) lines.set(key, line)
    else
      mistakes.push({
        line,
        field: 'key',
        value: key,
        message: `Line ${first} has the same key: one key stands for one meeting, so give this row another one.`,
      })
  }
  return { ...file, mistakes }
}

import { readFile } from 'node:fs/promises'
import { buffer } from 'node:stream/consumers'
import { CommandError } from '../errors.ts'
import type { Surroundings } from '../surroundings.ts'
import type { BulkOptions } from './bulk-options.ts'
import { checkRows } from './check-rows.ts'
import type { MeetingRow } from './meeting-row.ts'
import { mistakesError } from './mistake.ts'
import { type MeetingFile, readRows } from './read-rows.ts'

/** Reads the file that the options name; `-` is standard input. */
export async function readMeetingFile(
  { from, user, timeZone }: Pick<BulkOptions, 'from' | 'user' | 'timeZone'>,
  { stdin }: Pick<Surroundings, 'stdin'>,
): Promise<MeetingFile> {
  const bytes = from === '-' ? await buffer(stdin) : await readBytes(from)
  return readRows(from === '-' ? 'standard input' : from, bytes, { host: user, timeZone })
}

/** Refuses a file with mistakes, telling all of them; of those that the client would find, only in `rows`. */
export function requireNoMistakes(from: string, file: MeetingFile, rows: readonly MeetingRow[], now: number): void {
  const mistakes = [...file.mistakes, ...checkRows(rows, now, file.separator !== undefined)]
  if (mistakes.length > 0) throw mistakesError(from === '-' ? 'Standard input' : from, mistakes)
}

async function readBytes(from: string): Promise<Uint8Array> {
  try {
    return await readFile(from)
  } catch (cause) {
    throw new CommandError(
      'unreadable_file',
      `--from ${from}: the file cannot be read (${(cause as Error).message}).`,
      {
        remedy: 'A file to start from: convene meetings template --output meetings.csv',
        cause,
      },
    )
  }
}

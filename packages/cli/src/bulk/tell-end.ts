import { rename, writeFile } from 'node:fs/promises'
import type { CommandContext } from '../commands/command.ts'
import { CommandError } from '../errors.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import { oneLine } from '../output/text-width.ts'
import type { BulkFiles } from './bulk-options.ts'
import { timeOf } from './create-rows.ts'
import type { Separator } from './csv.ts'
import { csvOfResults, type RowResult } from './row-result.ts'
import type { RanRows } from './run-rows.ts'

export interface EndOfRun extends RanRows {
  readonly files: BulkFiles
  readonly separator: Separator
}

/** So many rows that went wrong are named on the screen; the file of results has them all. */
const mostNamed = 20

/** Writes the file of results and says what became of the rows, what to do about those that went wrong, and how to go on. */
export async function tellEnd(
  context: CommandContext,
  { results, files, separator, isStopped, lookAgainAt }: EndOfRun,
): Promise<void> {
  const { output, surroundings, exitWith } = context
  await writeResults(files.out, csvOfResults(results, separator))
  const of = (...states: RowResult['state'][]) => results.filter(({ state }) => states.includes(state))
  const made = of('made').length
  const wrong = of('refused', 'undecided', 'deleted')
  const waiting = of('waiting').length
  const say = output.json ? output.notice : output.line
  say(`${made} of ${results.length} made. Links and passcodes: ${files.out} (only you may read it).`)
  if (wrong.length > 0) {
    say(`${wrong.length} not:`)
    for (const { row, note } of wrong.slice(0, mostNamed))
      say(`  ${oneLine(`line ${row.line}, "${row.meeting.topic}": ${note}`)}`)
    if (wrong.length > mostNamed) say(`  and ${wrong.length - mostNamed} more in ${files.out}`)
    say('Mend these rows, or what Zoom says is missing, and run the command again: it makes only what is not made yet.')
  }
  if (waiting > 0) {
    say(`${waiting} ${waiting === 1 ? 'is' : 'are'} not made yet. To go on, run the command again:`)
    say(`  convene ${surroundings.argv.map(quoted).join(' ')}`)
  } else if (lookAgainAt !== undefined) {
    say('Answers of Zoom were lost on the way, and what was asked may still take effect late, as a meeting too many.')
    say(`Run the command again after ${timeOf(lookAgainAt, surroundings.now())}: it looks, and deletes that one.`)
  }
  exitWith(exitCodeOf({ waiting, isStopped, isWrong: of('refused', 'undecided').length > 0 }))
}

function exitCodeOf({
  waiting,
  isStopped,
  isWrong,
}: {
  waiting: number
  isStopped: boolean
  isWrong: boolean
}): ExitCode {
  if (waiting > 0) return isStopped ? exitCodes.interrupted : exitCodes.rateLimited
  return isWrong ? exitCodes.refused : exitCodes.ok
}

const quoted = (word: string) => (/^[\w./:@=,-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`)

/** Whole or not at all, and its owner's alone, since it holds passcodes. */
async function writeResults(path: string, text: string): Promise<void> {
  const beside = `${path}.part`
  try {
    await writeFile(beside, text, { mode: 0o600 })
    await rename(beside, path)
  } catch (cause) {
    throw new CommandError('unreadable_file', `${path} cannot be written (${(cause as Error).message}).`, {
      remedy:
        'Close it where it is open, or name another file with --out, and run the command again: it makes no meeting twice, and writes the file.',
      cause,
    })
  }
}

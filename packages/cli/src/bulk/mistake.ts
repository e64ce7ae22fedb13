import { CommandError } from '../errors.ts'
import { oneLine } from '../output/text-width.ts'

/** Something that is wrong in a file of meetings. */
export interface Mistake {
  /** The line of the file on which its row begins; the first is 1. */
  readonly line: number
  /** The column or field; empty where the line itself is wrong. */
  readonly field: string
  /** What stands there; absent where nothing does or where it may be a secret. */
  readonly value?: string | undefined
  /** What is wrong, and what to do. */
  readonly message: string
}

/** `line 7, start "17.12.2026": The date must be …` */
export function formatMistake({ line, field, value, message }: Mistake): string {
  const what = field === '' ? '' : `, ${field}${value === undefined ? '' : ` "${shorten(value)}"`}`
  return oneLine(`line ${line}${what}: ${message}`)
}

/** All that is wrong in a file, as one failure. */
export function mistakesError(file: string, mistakes: readonly Mistake[]): CommandError {
  const inOrder = [...mistakes].sort((a, b) => a.line - b.line)
  const count = inOrder.length === 1 ? 'one mistake' : `${inOrder.length} mistakes`
  const lines = inOrder.map((mistake) => `  ${formatMistake(mistake)}`)
  return new CommandError('wrong_file', `${file} has ${count}:\n${lines.join('\n')}`, {
    remedy: 'Nothing was sent. Mend the file and run the command again.',
    facts: { mistakes: inOrder },
  })
}

/** A value of JSON as it is shown. */
export const textOf = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text
}

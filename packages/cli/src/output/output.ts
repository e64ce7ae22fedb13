import { type Column, formatRecord, formatTable } from './table.ts'

/** A stream that text is written to, and what is known of the terminal behind it. */
export interface TextStream {
  write(text: string): unknown
  readonly isTTY?: boolean | undefined
  readonly columns?: number | undefined
}

/**
 * Everything the command says. With `--json` standard output carries exactly one JSON value and every sentence goes to
 * standard error; without, people's text goes to standard output.
 */
export interface Output {
  readonly json: boolean
  /** Says which Zoom answers: the first line, on standard error where standard output is for a program or a file. */
  which(text: string, raw?: boolean): void
  /** The answer: `value` as JSON, or what `text` writes. */
  answer(value: unknown, text: () => void): void
  line(text?: string): void
  table<Row>(rows: readonly Row[], columns: readonly Column<Row>[]): void
  record(entries: readonly (readonly [name: string, value: string | number | undefined])[]): void
  /** Text exactly as it is: an invitation, a calendar file. */
  raw(text: string): void
  /** A sentence beside the answer, on standard error. */
  notice(text: string): void
  bold(text: string): string
  dim(text: string): string
}

export interface OutputOptions {
  readonly stdout: TextStream
  readonly stderr: TextStream
  readonly json: boolean
  /** For `NO_COLOR` (no-color.org) and `TERM=dumb`. */
  readonly env: Readonly<Record<string, string | undefined>>
}

/** Makes the output of one run. */
export function createOutput({ stdout, stderr, json, env }: OutputOptions): Output {
  const columns = stdout.isTTY ? (stdout.columns ?? 80) : undefined
  const colour = stdout.isTTY === true && !env.NO_COLOR && env.TERM !== 'dumb'
  const style = (on: number, off: number) => (text: string) => (colour ? `\u001b[${on}m${text}\u001b[${off}m` : text)
  const bold = style(1, 22)
  const dim = style(2, 22)
  const line = (text = '') => void stdout.write(`${text}\n`)
  const notice = (text: string) => void stderr.write(`${text}\n`)
  return {
    json,
    which: (text, raw = false) => (json || raw ? notice(text) : line(dim(text))),
    answer(value, text) {
      if (json) stdout.write(`${JSON.stringify(value, null, 2)}\n`)
      else text()
    },
    line,
    table: (rows, shown) => {
      for (const text of formatTable(rows, shown, { columns, header: bold })) line(text)
    },
    record: (entries) => {
      for (const text of formatRecord(entries, dim)) line(text)
    },
    raw: (text) => void stdout.write(text.endsWith('\n') ? text : `${text}\n`),
    notice,
    bold,
    dim,
  }
}

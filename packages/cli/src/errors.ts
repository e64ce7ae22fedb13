import { type ExitCode, exitCodes } from './exit-codes.ts'

/** Every failure of the command's own; failures of Zoom come as the client's `ZoomError`. */
export type CommandErrorCode =
  | 'wrong_command_line'
  | 'wrong_value'
  | 'no_zoom_chosen'
  | 'not_confirmed'
  | 'no_profile'
  | 'unreadable_file'
  | 'wrong_file'
  | 'sign_in_refused'
  | 'emulator_unavailable'
  | 'desk_refused'

export interface CommandErrorOptions {
  /** What to do now, as a sentence or as a command line that can be copied. */
  readonly remedy?: string
  readonly exitCode?: ExitCode
  /** More about it, for `--json`. */
  readonly facts?: Readonly<Record<string, unknown>>
  readonly cause?: unknown
}

/** A failure that a person can mend; `message` names the thing and the value, `remedy` what to do. */
export class CommandError extends Error {
  readonly code: CommandErrorCode
  readonly remedy: string | undefined
  readonly exitCode: ExitCode
  readonly facts: Readonly<Record<string, unknown>>

  constructor(code: CommandErrorCode, message: string, options: CommandErrorOptions = {}) {
    super(message, { cause: options.cause })
    this.name = 'CommandError'
    this.code = code
    this.remedy = options.remedy
    this.exitCode = options.exitCode ?? exitCodes.usage
    this.facts = options.facts ?? {}
  }
}

/** A value that cannot be used: what is wrong with it, and forms that work. */
export class WrongValueError extends CommandError {
  readonly problem: string
  readonly example: string

  constructor(name: string, value: string, problem: string, example: string) {
    super('wrong_value', `${name} "${value}": ${problem}.`, { remedy: `Write, for example: ${example}` })
    this.problem = problem
    this.example = example
  }
}

/** The value of an option that cannot be used: names both, says what is wrong, and shows a form that works. */
export function wrongValue(option: string, value: string, problem: string, example: string): WrongValueError {
  return new WrongValueError(option, value, problem, example)
}

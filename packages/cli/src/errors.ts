import { type ExitCode, exitCodes } from './exit-codes.ts'

/** Every failure of the command's own; failures of Zoom come as the client's `ZoomError`. */
export type CommandErrorCode =
  | 'wrong_command_line'
  | 'wrong_value'
  | 'no_zoom_chosen'
  | 'not_confirmed'
  | 'no_profile'
  | 'unreadable_file'
  | 'sign_in_refused'
  | 'emulator_unavailable'

export interface CommandErrorOptions {
  /** What to do now, as a sentence or as a command line that can be copied. */
  readonly remedy?: string
  readonly exitCode?: ExitCode
  readonly cause?: unknown
}

/** A failure that a person can mend; `message` names the thing and the value, `remedy` what to do. */
export class CommandError extends Error {
  readonly code: CommandErrorCode
  readonly remedy: string | undefined
  readonly exitCode: ExitCode

  constructor(code: CommandErrorCode, message: string, options: CommandErrorOptions = {}) {
    super(message, { cause: options.cause })
    this.name = 'CommandError'
    this.code = code
    this.remedy = options.remedy
    this.exitCode = options.exitCode ?? exitCodes.usage
  }
}

/** The value of an option that cannot be used: names both, says what is wrong, and shows a form that works. */
export function wrongValue(option: string, value: string, problem: string, example: string): CommandError {
  return new CommandError('wrong_value', `${option} "${value}": ${problem}.`, {
    remedy: `Write, for example: ${example}`,
  })
}

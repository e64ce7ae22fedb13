import type { Command } from 'commander'
import type { ExitCode } from '../exit-codes.ts'
import type { Output } from '../output/output.ts'
import type { Surroundings } from '../surroundings.ts'
import type { ZoomChoiceOptions } from '../zoom/choose-zoom.ts'

/** The options that every command takes. */
export interface GlobalOptions extends ZoomChoiceOptions {
  readonly json?: boolean | undefined
}

/** What a command works with. */
export interface CommandContext {
  readonly surroundings: Surroundings
  readonly output: Output
  readonly options: GlobalOptions
  /** Ends the run with this exit code although its answer was given. */
  exitWith(code: ExitCode): void
}

/** Adds a command's arguments, options and action. `context` is known once the command line was read. */
export type DefineCommand = (command: Command, context: () => CommandContext) => void

/** One command of the table; its file is loaded only when it is wanted. */
export interface CommandEntry {
  /** The words that call it: `meetings create`. */
  readonly words: string
  readonly summary: string
  /** A command line that works when it is copied. */
  readonly example: string
  load(): Promise<{ readonly define: DefineCommand }>
}

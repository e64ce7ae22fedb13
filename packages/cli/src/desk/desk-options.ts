import type { Command } from 'commander'

/** The options of every command about the desk that runs with its settings. */
export interface DeskOptions {
  readonly envFile?: string
}

export function withSettings(command: Command): Command {
  return command.option('--env-file <file>', 'settings, one NAME=value a line (default: desk.env where there is one)')
}

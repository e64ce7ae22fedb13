import type { Command } from 'commander'
import type { BulkOptions } from '../bulk/bulk-options.ts'
import { CommandError } from '../errors.ts'
import type { MeetingOptions } from './meeting-options.ts'

/** The options of `meetings create` that belong to `--from`. */
export interface FileOptions {
  readonly from?: string
  readonly out?: string
  readonly journal?: string
  readonly plan?: string
  readonly share?: string
  readonly wait?: boolean
  readonly yes?: boolean
}

/** Adds the options for a whole file of meetings. */
export function addFileOptions(command: Command): Command {
  return command
    .optionsGroup('A file of meetings:')
    .option('--from <file>', 'make the meetings of a CSV or JSON Lines file (- is standard input)')
    .option('--out <file>', 'where links and passcodes are written (default: FILE.results.csv)')
    .option('--journal <file>', 'where it keeps what was made (default: FILE.convene)')
    .option('--plan <plan>', 'free, pro or business, for the limits of the account (default: pro)')
    .option('--share <part>', 'which part of the limits it may use, such as 0.5 (default: 1)')
    .option('--no-wait', 'end at a limit of the day instead of waiting for the next one')
    .option('-y, --yes', 'do not ask')
}

const forOneMeeting = {
  topic: '--topic',
  start: '--start',
  every: '--every',
  until: '--until',
  times: '--times',
  for: '--for',
  duration: '--duration',
  agenda: '--agenda',
  waitingRoom: '--waiting-room',
  scheduleFor: '--schedule-for',
  passcodeStdin: '--passcode-stdin',
  set: '--set',
  showStartLink: '--show-start-link',
} as const

const forFiles = { out: '--out', journal: '--journal', plan: '--plan', share: '--share', yes: '--yes' } as const

/** The options of a run from a file; nothing without `--from`. What belongs to the other way of creating is refused. */
export function readFileOptions(
  options: MeetingOptions & FileOptions & Pick<BulkOptions, 'user'>,
): BulkOptions | undefined {
  const { from } = options
  const others: Readonly<Record<string, string>> = from === undefined ? forFiles : forOneMeeting
  const given = Object.entries(options).find(([name, value]) => Object.hasOwn(others, name) && value !== undefined)
  const option = from === undefined && options.wait === false ? '--no-wait' : given && others[given[0]]
  if (option !== undefined)
    throw new CommandError(
      'wrong_command_line',
      from === undefined
        ? `${option} belongs to --from, which is missing.`
        : `${option} is for one meeting; with --from each row says it.`,
      {
        remedy:
          from === undefined
            ? 'For example: convene meetings create --from meetings.csv --local'
            : 'Leave it out, and write it into the file.',
      },
    )
  return from === undefined ? undefined : { ...options, from }
}

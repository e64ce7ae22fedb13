import { Command, CommanderError, Help, type Option } from 'commander'
import type { CommandContext, CommandEntry, GlobalOptions } from './commands/command.ts'
import { commandTable, nouns } from './commands/table.ts'
import { CommandError } from './errors.ts'
import { type ExitCode, exitCodeHelp, exitCodes } from './exit-codes.ts'
import { nearest } from './nearest.ts'
import { createOutput } from './output/output.ts'
import type { Surroundings } from './surroundings.ts'

const about = `Zoom meetings from the shell, on a real account or on an emulated Zoom on this machine.
Convene is not affiliated with or endorsed by Zoom.`

const firstSteps = `Which Zoom:
  --local           an emulated Zoom on this machine: no account, nothing leaves it
  --profile NAME    the account that \`convene auth login --profile NAME\` signed in
  --real            the account of ZOOM_ACCOUNT_ID, ZOOM_CLIENT_ID and ZOOM_CLIENT_SECRET, or the one signed in

First steps:
  convene meetings create "Weekly" --start "tomorrow 18:00" --for 60 --local
  convene meetings list --local
  convene meetings create --help

${exitCodeHelp}`

/** Reads the command line, runs the command it names and gives its exit code; rejects with what went wrong. */
export async function runProgram(surroundings: Surroundings, version: string): Promise<ExitCode> {
  const argv = withHelpLast(surroundings.argv)
  let current: CommandEntry | undefined
  let exitCode: ExitCode = exitCodes.ok
  const program: Command = new Command('convene')
    .description(about)
    .version(version, '--version', 'show the version')
    .helpOption('-h, --help', 'show this help')
    .helpCommand(false)
    .option('--local', 'use the emulated Zoom on this machine')
    .option('--profile <name>', 'use the account signed in under this name')
    .option('--real', 'use the real account of the environment or of the sign-in')
    .option('--json', 'write the answer as JSON to standard output')
    .addHelpText('after', `\n${firstSteps}`)
    .configureHelp({
      showGlobalOptions: true,
      subcommandTerm: (command) => command.name(),
      // Those of `convene emulator`, which starts one, are not those of the commands below it.
      visibleGlobalOptions: (command) => (command.parent ? new Help().visibleOptions(program).filter(isGlobal) : []),
    })
    .configureOutput({
      writeOut: (text) => surroundings.stdout.write(text),
      writeErr: (text) => surroundings.stderr.write(text),
      // Reported with every other error, in one form.
      outputError: () => {},
    })
    .exitOverride()

  const context = (): CommandContext => {
    const options = program.opts<GlobalOptions>()
    const { stdout, stderr, env } = surroundings
    const output = createOutput({ stdout, stderr, env, json: options.json === true })
    const exitWith = (code: ExitCode) => {
      exitCode = code
    }
    return { surroundings, options, output, exitWith }
  }
  const groups = new Map<string, Command>([['', program]])
  for (const [noun, summary] of Object.entries(nouns))
    groups.set(noun, program.command(noun).description(summary).helpCommand(false))
  const entries = new Map<Command, CommandEntry>()
  for (const entry of commandTable) {
    const [name = '', noun = ''] = entry.words.split(' ').reverse()
    const leaf = groups.get(noun)?.command(name).description(entry.summary).helpCommand(false)
    leaf?.addHelpText('after', `\nExample:\n  ${entry.example}`)
    if (!leaf) continue
    entries.set(leaf, entry)
    // A command of one word can have others below it, whose options are their own.
    if (noun === '') groups.set(name, leaf.enablePositionalOptions())
  }
  for (const group of groups.values())
    group.hook('preSubcommand', async (_, leaf) => {
      const entry = entries.get(leaf)
      if (!entry) return
      current = entry
      const { define } = await entry.load()
      define(leaf, context)
    })
  try {
    await program.parseAsync(argv, { from: 'user' })
    return exitCode
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    if (error.exitCode === 0) return exitCodes.ok
    throw fromCommander(error, current, argv)
  }
}

/** The help of a command has its own `--help`, and no version. */
function isGlobal({ long }: Option): boolean {
  return long !== '--help' && long !== '--version'
}

/** `convene help meetings create` is `convene meetings create --help`, and so is `convene meetings help`. */
function withHelpLast(argv: readonly string[]): string[] {
  const [first = '', second] = argv
  if (first === 'help') return [...argv.slice(1), '--help']
  return Object.hasOwn(nouns, first) && second === 'help' ? [first, ...argv.slice(2), '--help'] : [...argv]
}

function fromCommander(error: CommanderError, entry: CommandEntry | undefined, argv: readonly string[]): CommandError {
  // The help was shown already: a command group or nothing at all was called.
  if (error.code === 'commander.help') return new CommandError('wrong_command_line', '')
  const text = error.message.replace(/^error: /, '')
  const message = `${text.charAt(0).toUpperCase()}${text.slice(1)}`.replace(/\n\((Did you mean .*)\)$/s, '. $1')
  const quotes = error.code === 'commander.excessArguments' ? 'Text with blanks stands in quotes. ' : ''
  const noun = argv.find((word) => Object.hasOwn(nouns, word))
  const below = entry && error.code === 'commander.excessArguments' ? commandsBelow(entry) : []
  if (entry && below.length > 0) {
    const word = argv.slice(argv.indexOf(entry.words) + 1).find((one) => !one.startsWith('-')) ?? ''
    // `convene emulator start` is what people type first.
    const meant = word === 'start' ? '' : nearest(word, below)
    return new CommandError('wrong_command_line', `There is no command "${entry.words} ${word}".`, {
      remedy:
        meant === undefined
          ? `There are: ${below.join(', ')}`
          : `Did you mean: convene ${entry.words} ${meant}`.trimEnd(),
    })
  }
  const remedy = entry
    ? `${quotes}For example: ${entry.example}\nAll options: convene ${entry.words} --help`
    : `All commands: convene ${noun === undefined ? '' : `${noun} `}--help`
  return new CommandError('wrong_command_line', /[.?]$/.test(message) ? message : `${message}.`, { remedy })
}

/** The last words of the commands below one: `reset` of `emulator reset`. */
function commandsBelow({ words }: CommandEntry): string[] {
  return commandTable.flatMap((entry) =>
    entry.words.startsWith(`${words} `) ? [entry.words.slice(words.length + 1)] : [],
  )
}

import { CommandError, wrongValue } from '../errors.ts'
import { readJsonFile } from '../input/json-file.ts'
import { parseTimeSpan } from '../input/time-span.ts'
import { parseWord } from '../input/word.ts'
import { findEmulatorControl, withAccount } from '../local/emulator-control.ts'
import type { DefineCommand } from './command.ts'

interface FaultOptions {
  readonly account?: string
  readonly file?: string
  readonly id?: string
  readonly user?: string
  readonly skip?: string
  readonly count?: string
  readonly chance?: string
  readonly delay?: string
  readonly effect?: string
  readonly late?: string
  readonly status?: string
  readonly body?: string
  readonly cut?: string | true
  readonly malformed?: boolean
  readonly listLag?: string
}

interface Fault {
  readonly id: string
  readonly operation: string
  readonly matched: number
  readonly struck: number
}

const actions = ['add', 'list', 'remove', 'clear'] as const

export const define: DefineCommand = (command, context) => {
  withAccount(command)
    .argument('[what]', 'list (default), add, remove or clear')
    .argument(
      '[operation]',
      'add: which calls ("POST /users/{userId}/meetings", "GET *", "heavy", "*"); remove: the id',
    )
    .option('--file <file>', 'add: the rule as JSON')
    .option('--id <id>', 'a name for the rule')
    .option('--user <user>', 'only calls about this user')
    .option('--skip <n>', 'let so many pass first')
    .option('--count <n>', 'strike so often (default: always)')
    .option('--chance <0..1>', 'strike as often as this')
    .option('--delay <time>', 'wait first: 500ms, 2s')
    .option('--status <n>', 'answer so instead of doing it')
    .option('--body <text>', 'the body of that answer')
    .option('--cut [bytes]', 'cut the connection, without an answer or after so many bytes of it')
    .option('--effect <when>', 'with --status or --cut: none (default), done or late')
    .option('--late <time>', 'with --effect late: how much later')
    .option('--malformed', 'break the JSON of the answer')
    .option('--list-lag <time>', 'keep what was made out of lists for so long')
    .action(async (text: string | undefined, operation: string | undefined, options: FaultOptions) => {
      const { output } = context()
      const action = parseWord('emulator faults', text ?? 'list', actions)
      if (action !== 'list' && action !== 'clear' && operation === undefined && options.file === undefined)
        throw new CommandError('wrong_command_line', `emulator faults ${action} needs to know which.`, {
          remedy:
            action === 'add'
              ? 'For example: convene emulator faults add "POST /users/{userId}/meetings" --status 503 --count 2'
              : 'For example: convene emulator faults remove fault-1',
        })
      const rule = action === 'add' ? await readRule(operation, options) : {}
      const { call } = await findEmulatorControl(context(), options.account)
      if (action === 'add') {
        const fault = await call<Fault>('POST', '/faults', rule)
        return output.answer(fault, () => output.line(`${fault.id} is in force for ${fault.operation}.`))
      }
      if (action === 'list') {
        const { faults } = await call<{ faults: readonly Fault[] }>('GET', '/faults')
        return output.answer(faults, () => {
          if (faults.length === 0) return output.line('Nothing is made to go wrong.')
          output.table(faults, [
            { header: 'Id', cell: ({ id }) => id },
            { header: 'Calls', cell: ({ operation }) => operation },
            { header: 'What happens', cell: describe, cut: true },
            { header: 'Met', cell: ({ matched }) => matched },
            { header: 'Struck', cell: ({ struck }) => struck },
          ])
        })
      }
      await call('DELETE', action === 'clear' ? '/faults' : `/faults/${encodeURIComponent(operation ?? '')}`)
      output.answer({ removed: operation ?? 'all' }, () => output.line('Removed.'))
    })
}

/** The rule in the words of its fields: `count 2, status 503`. */
function describe({ id: _id, operation: _operation, matched: _matched, struck: _struck, ...rule }: Fault): string {
  return Object.entries(rule)
    .map(([name, value]) => `${name} ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join(', ')
}

/** The rule as the emulator takes it; it knows best what fits together. */
async function readRule(operation: string | undefined, options: FaultOptions): Promise<object> {
  const { id, user, effect, body, malformed, cut } = options
  const rule = {
    operation,
    id,
    user,
    effect,
    body,
    malformed,
    cut: cut === undefined || cut === true ? cut : number('--cut', cut),
    skip: number('--skip', options.skip),
    count: number('--count', options.count),
    chance: number('--chance', options.chance),
    status: number('--status', options.status),
    delay_ms: span('--delay', options.delay),
    late_ms: span('--late', options.late),
    list_lag_ms: span('--list-lag', options.listLag),
  }
  const file = options.file === undefined ? {} : await readJsonFile(options.file)
  return { ...file, ...Object.fromEntries(Object.entries(rule).filter(([, value]) => value !== undefined)) }
}

function number(option: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  if (/^\d+(\.\d+)?$/.test(text)) return Number(text)
  throw wrongValue(option, text, 'no number', `${option} 1`)
}

function span(option: string, text: string | undefined): number | undefined {
  return text === undefined ? undefined : parseTimeSpan(option, text)
}

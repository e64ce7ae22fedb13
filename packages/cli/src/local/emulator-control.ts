import type { Command } from 'commander'
import type { CommandContext } from '../commands/command.ts'
import { CommandError } from '../errors.ts'
import { exitCodes } from '../exit-codes.ts'
import { isLoopback } from '../zoom/choose-zoom.ts'
import { localFolder } from './local-folder.ts'
import { findRunningEmulator } from './running-emulator.ts'

/** The control of the emulator that runs. */
export interface EmulatorControl {
  readonly url: string
  /** One call below `/_emulator`, with its answer; a refusal is a `CommandError`. */
  call<Answer>(method: 'GET' | 'POST' | 'DELETE', path: string, body?: object): Promise<Answer>
}

/** Adds the option by which a command means an isolated account. */
export function withAccount(command: Command): Command {
  return command.option('--account <name>', 'an isolated account of the emulator')
}

/**
 * Finds the emulator of `ZOOM_API_URL`, where that is on this machine, else the one that `convene emulator` keeps running.
 *
 * @param account an isolated account, or `null` for the emulator itself; by default what `ZOOM_API_URL` means.
 */
export async function findEmulatorControl(
  { surroundings, options }: CommandContext,
  account?: string | null,
): Promise<EmulatorControl> {
  const { env, cwd } = surroundings
  const named = options.local ? undefined : env.ZOOM_API_URL?.replace(/\/v2\/?$/, '')
  const isHere = named !== undefined && isLoopback(named)
  const base = isHere ? named : (await findRunningEmulator(localFolder(cwd), surroundings))?.url
  if (base === undefined)
    throw new CommandError('emulator_unavailable', 'No emulated Zoom is running here.', {
      remedy:
        'Start one in another terminal: convene emulator\nOr set ZOOM_API_URL to the address of one on this machine.',
      exitCode: exitCodes.refused,
    })
  const itself = base.replace(/\/@[^/]*$/, '')
  const url = account === undefined ? base : account === null ? itself : `${itself}/@${encodeURIComponent(account)}`
  return {
    url,
    async call<Answer>(method: string, path: string, body?: object) {
      const headers = { 'x-convene': '1', ...(method === 'POST' && { 'content-type': 'application/json' }) }
      const text = method === 'POST' ? JSON.stringify(body ?? {}) : undefined
      let answer: Awaited<ReturnType<typeof surroundings.send>>
      try {
        answer = await surroundings.send(method, `${url}/_emulator${path}`, headers, text)
      } catch (cause) {
        throw new CommandError('emulator_unavailable', `No emulated Zoom answers at ${url}.`, {
          remedy: 'Start one: convene emulator',
          exitCode: exitCodes.refused,
          cause,
        })
      }
      const said = (await answer.text()) ?? ''
      if (answer.status >= 400) throw refusal(answer.status, said)
      return (said === '' ? undefined : JSON.parse(said)) as Answer
    },
  }
}

interface Refusal {
  readonly message?: string
  readonly errors?: readonly { readonly field: string; readonly message: string }[]
}

function refusal(status: number, text: string): CommandError {
  const { message = `The emulator answered ${status}.`, errors }: Refusal = readRefusal(text)
  const lines = errors?.map(({ field, message }) => (field === '' ? message : `${optionOf(field)}: ${message}`))
  return new CommandError('wrong_value', lines ? lines.join('\n') : message, {
    exitCode: status === 404 ? exitCodes.notFound : exitCodes.usage,
  })
}

function readRefusal(text: string): Refusal {
  try {
    return JSON.parse(text)
  } catch {
    return {}
  }
}

/** The field as it is typed: `delay_ms` is `--delay`; what stands in a file keeps its name. */
function optionOf(field: string): string {
  return /[.[]|^operation$|^name$/.test(field) ? field : `--${field.replace(/_ms$/, '').replaceAll('_', '-')}`
}

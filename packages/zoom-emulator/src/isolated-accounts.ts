import type { AccountControl, IsolatedAccountOptions } from './control/control.ts'
import { EmulatorError } from './domain/emulator-error.ts'
import { readInput } from './domain/input-reader.ts'
import { isolatedSeed } from './domain/isolated-seed.ts'
import type { EmulatedZoom } from './emulated-zoom.ts'
import type { IncomingRequest } from './http/incoming-request.ts'
import { ZoomApiError } from './http/zoom-error.ts'
import type { EmulatorOptions } from './options.ts'
import { readSeedInput } from './read-seed-input.ts'
import type { IsolatedAccount, RunningEmulator } from './running-emulator.ts'

/** Each has an application and a store of its own: a test suite that forgets to end its accounts shall not fill the memory. */
const mostAccounts = 1_000

export interface IsolatedAccountsParts {
  /** Opens the emulated Zoom of a name. */
  open(name: string, options: EmulatorOptions): Promise<EmulatedZoom>
  /** Gives the handle on it; `close` ends it. */
  run(name: string, zoom: EmulatedZoom, close: () => void): RunningEmulator
  /** A name that nobody asked for. */
  freeName(): string
}

/** The isolated accounts of an emulator. */
export interface IsolatedAccounts extends AccountControl {
  /** Answers a request whose path begins with `/@name`. */
  fetch(request: IncomingRequest, path: string): Response | Promise<Response>
  stop(): void
}

export function createIsolatedAccounts({ open, run, freeName }: IsolatedAccountsParts): IsolatedAccounts {
  const isolated = new Map<string, { readonly zoom: EmulatedZoom; readonly account: IsolatedAccount }>()
  const remove = (name: string) => {
    const found = isolated.get(name)
    found?.zoom.stop()
    found?.zoom.close()
    return isolated.delete(name)
  }
  return {
    async create(input = {}) {
      const { name = freeName(), ...options } = parseOptions(input)
      if (isolated.has(name))
        throw new EmulatorError(
          'input_invalid',
          `name: there is an isolated account "${name}" already; choose another name or remove it first`,
        )
      if (isolated.size >= mostAccounts)
        throw new EmulatorError(
          'input_invalid',
          `name: there are ${mostAccounts} isolated accounts already; remove those that nobody uses`,
        )
      const zoom = await open(name, {
        ...options,
        seed: isolatedSeed(name, readSeedInput(options.seed ?? {})) as object,
      })
      const account = { ...run(name, zoom, () => void remove(name)), name }
      isolated.set(name, { zoom, account })
      return account
    },
    list: () => Array.from(isolated.values(), ({ account }) => account),
    remove,
    fetch(request, path) {
      const name = /^\/@([^/]*)/.exec(path)?.[1] ?? ''
      const found = isolated.get(name)
      if (found) return found.zoom.app.fetch(request)
      const names = [...isolated.keys()].slice(-10).join(', ')
      const known = names === '' ? 'there is no other' : `there are ${names}`
      const refusal = new ZoomApiError(
        404,
        2300,
        `There is no isolated account ${JSON.stringify(name)} here; ${known}.`,
      )
      return Response.json(refusal.toBody(), { status: 404 })
    },
    stop() {
      for (const name of isolated.keys()) remove(name)
    },
  }
}

function parseOptions(input: unknown): IsolatedAccountOptions {
  const reader = readInput(input, 'account', ['name', 'seed', 'switches', 'randomSeed', 'random_seed'])
  const name = reader.text('name')
  if (name !== undefined && !/^[a-z0-9][a-z0-9-]{0,31}$/.test(name))
    reader.mistake('name', `${JSON.stringify(name)} is not 1 to 32 small letters, digits and hyphens`)
  const seed = reader.value('seed') as IsolatedAccountOptions['seed']
  const switches = reader.object('switches')
  const randomSeed = reader.whole('random_seed', 0) ?? reader.whole('randomSeed', 0)
  reader.finish()
  return {
    ...(name !== undefined && { name }),
    ...(seed !== undefined && { seed }),
    ...(switches && { switches }),
    ...(randomSeed !== undefined && { randomSeed }),
  }
}

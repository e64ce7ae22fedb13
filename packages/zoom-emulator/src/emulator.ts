import type { App } from './app.ts'
import type { AccountControl } from './control/control.ts'
import { EmulatorError } from './domain/emulator-error.ts'
import { createIds } from './domain/ids.ts'
import { type Ambient, type EmulatedZoom, openEmulatedZoom } from './emulated-zoom.ts'
import { isLoopback, nameInLinks } from './http/addresses.ts'
import { createDateHeader } from './http/date-header.ts'
import { type IncomingRequest, pathOf } from './http/incoming-request.ts'
import { fetchInProcess } from './in-process/fetch.ts'
import { createIsolatedAccounts } from './isolated-accounts.ts'
import { type Listening, listen } from './listen.ts'
import type { EmulatorOptions } from './options.ts'
import type { RunningEmulator } from './running-emulator.ts'

/** Opens the emulated Zoom itself, and listens for it and for the isolated accounts that are added later. */
export async function openEmulator(options: EmulatorOptions, ambient: Ambient): Promise<RunningEmulator> {
  const ids = createIds(ambient.randomBytes)
  let url = addressOfNobody
  // Not for isolated accounts: its file, its seed and its ids.
  const { data: _data, seed: _seed, randomSeed: _randomSeed, ...shared } = options
  const isolated = createIsolatedAccounts({
    open: (name, own) =>
      openEmulatedZoom(
        { ...shared, ...own, switches: { ...shared.switches, ...own.switches } },
        { baseUrl: () => `${url}/@${name}`, prefix: `/@${name}`, accounts: noAccounts },
        ambient,
      ),
    run: (name, zoom, close) => runningFrom(zoom, `${url}/@${name}`, async () => close()),
    freeName: () => ids.pick('abcdefghjkmnpqrstuvwxyz23456789', 12),
  })
  const zoom = await openEmulatedZoom(options, { baseUrl: () => url, prefix: '', accounts: isolated }, ambient)
  const route = (request: IncomingRequest): Response | Promise<Response> => {
    const path = pathOf(request)
    return path.startsWith('/@') ? isolated.fetch(request, path) : zoom.app.fetch(request)
  }
  const listening = await open(options, zoom, route, ambient)
  if (listening) url = `http://${nameInLinks(options.host ?? loopback)}:${listening.port}`
  const close = async () => {
    isolated.stop()
    zoom.stop()
    await listening?.close()
    zoom.close()
  }
  const notices = [...zoom.notices, ...(listening ? exposure(options.host ?? loopback) : [])]
  return runningFrom({ ...zoom, notices, app: { ...zoom.app, fetch: route } }, url, close)
}

const loopback = '127.0.0.1'
/** The port of "discard", which the Fetch standard bars: what is sent there by mistake reaches nobody. */
const addressOfNobody = `http://${loopback}:9`

/** The socket, unless there shall be none. */
async function open(
  { listen: isWanted = true, host, port, portFallback = false }: EmulatorOptions,
  zoom: EmulatedZoom,
  route: App['fetch'],
  { after }: Ambient,
): Promise<Listening | undefined> {
  try {
    if (isWanted) {
      const date = createDateHeader(zoom.control.clock)
      return await listen(route, zoom.trackingId, date, {
        host: host ?? loopback,
        port: port ?? 0,
        portFallback,
        after,
      })
    }
    if (host === undefined && port === undefined) return undefined
    const name = port === undefined ? 'host' : 'port'
    throw new EmulatorError('input_invalid', `${name}: with "listen: false" there is no socket; leave one of them out`)
  } catch (error) {
    zoom.close()
    throw error
  }
}

function exposure(host: string): readonly string[] {
  if (isLoopback(host)) return []
  return [`The emulator listens on ${host}: other machines can reach it, and it has no real passwords.`]
}

/** An isolated account holds no others. */
const noAccounts: AccountControl = {
  create: () =>
    Promise.reject(
      new EmulatorError(
        'input_invalid',
        'account: an isolated account makes no others; ask the emulator that it is in',
      ),
    ),
  list: () => [],
  remove: () => false,
}

/** What a caller holds of an emulated Zoom. */
function runningFrom(zoom: EmulatedZoom, url: string, end: () => Promise<void>): RunningEmulator {
  const { app, control, notices, trackingId } = zoom
  const date = createDateHeader(control.clock)
  const headers = () => ({ 'x-zm-trackingid': trackingId(), date: date() })
  const parts = { base: url, answerTo: app.fetch, headers }
  let ended: Promise<void> | undefined
  const close = () => {
    ended ??= end()
    return ended
  }
  return {
    url,
    fetch: (input, init) => fetchInProcess(parts, input, init),
    get env() {
      return zoom.env()
    },
    clock: control.clock,
    control,
    notices,
    close,
    [Symbol.asyncDispose]: close,
  }
}

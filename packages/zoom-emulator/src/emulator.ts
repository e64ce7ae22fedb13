import { getPath } from 'hono/utils/url'
import type { App } from './app.ts'
import type { AccountControl } from './control/control.ts'
import { EmulatorError } from './domain/emulator-error.ts'
import { createIds } from './domain/ids.ts'
import { type Ambient, type EmulatedZoom, openEmulatedZoom } from './emulated-zoom.ts'
import { ConnectionCut, fetchCut } from './faults/connection-cut.ts'
import { isLoopback, nameInLinks } from './http/addresses.ts'
import { createDateHeader } from './http/date-header.ts'
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
  const route = (request: Request): Response | Promise<Response> => {
    const path = getPath(request)
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
  let ended: Promise<void> | undefined
  const close = () => {
    ended ??= end()
    return ended
  }
  return {
    url,
    async fetch(input, init) {
      const target = typeof input === 'string' && input.startsWith('/') ? url + input : input
      const request = target instanceof Request ? new Request(target, init) : new Request(new URL(target, url), init)
      const signal = init?.signal ?? (target instanceof Request ? target.signal : undefined)
      const response = await fetchInProcess(request, signal, app.fetch)
      response.headers.set('x-zm-trackingid', trackingId())
      response.headers.set('date', date())
      return response
    },
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

/** Answers as a `fetch` with a socket would: a cut connection and an aborted signal reject. */
async function fetchInProcess(
  request: Request,
  signal: AbortSignal | null | undefined,
  answerTo: (request: Request) => Response | Promise<Response>,
): Promise<Response> {
  signal?.throwIfAborted()
  try {
    const answer = answerTo(request)
    return await (signal ? Promise.race([answer, rejectedBy(signal)]) : answer)
  } catch (error) {
    if (error instanceof ConnectionCut) return fetchCut(error)
    throw error
  }
}

function rejectedBy(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason), { once: true }))
}

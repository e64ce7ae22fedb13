import { getPath } from 'hono/utils/url'
import type { AccountControl } from './control/control.ts'
import { EmulatorError } from './domain/emulator-error.ts'
import { createIds } from './domain/ids.ts'
import { type Ambient, type EmulatedZoom, openEmulatedZoom } from './emulated-zoom.ts'
import { ConnectionCut, fetchCut } from './faults/connection-cut.ts'
import { isLoopback, nameInLinks } from './http/addresses.ts'
import { createDateHeader } from './http/date-header.ts'
import { createIsolatedAccounts } from './isolated-accounts.ts'
import { listen } from './listen.ts'
import type { EmulatorOptions } from './options.ts'
import type { RunningEmulator } from './running-emulator.ts'

/** Opens the emulated Zoom itself, and listens for it and for the isolated accounts that are added later. */
export async function openEmulator(options: EmulatorOptions, ambient: Ambient): Promise<RunningEmulator> {
  const ids = createIds(ambient.randomBytes)
  const trackingId = createTrackingIds(ids.secret(12))
  let url = ''
  // Not for isolated accounts: its file, its seed and its ids.
  const { data: _data, seed: _seed, randomSeed: _randomSeed, ...shared } = options
  const host = options.host ?? '127.0.0.1'
  const isolated = createIsolatedAccounts({
    open: (name, own) =>
      openEmulatedZoom(
        { ...shared, ...own, switches: { ...shared.switches, ...own.switches } },
        { baseUrl: () => `${url}/@${name}`, prefix: `/@${name}`, accounts: noAccounts },
        ambient,
      ),
    run: (name, zoom, close) => runningFrom(zoom, `${url}/@${name}`, trackingId, async () => close()),
    freeName: () => ids.pick('abcdefghjkmnpqrstuvwxyz23456789', 12),
  })
  const zoom = await openEmulatedZoom(options, { baseUrl: () => url, prefix: '', accounts: isolated }, ambient)
  const route = (request: Request): Response | Promise<Response> => {
    const path = getPath(request)
    return path.startsWith('/@') ? isolated.fetch(request, path) : zoom.app.fetch(request)
  }
  let listening: Awaited<ReturnType<typeof listen>>
  try {
    const { port = 0, portFallback = false } = options
    const date = createDateHeader(zoom.control.clock)
    listening = await listen(route, trackingId, date, { host, port, portFallback, after: ambient.after })
  } catch (error) {
    zoom.close()
    throw error
  }
  url = `http://${nameInLinks(host)}:${listening.port}`
  const notices = isLoopback(host)
    ? zoom.notices
    : [...zoom.notices, `The emulator listens on ${host}: other machines can reach it, and it has no real passwords.`]
  const close = async () => {
    isolated.stop()
    zoom.stop()
    await listening.close()
    zoom.close()
  }
  return runningFrom({ ...zoom, notices, app: { ...zoom.app, fetch: route } }, url, trackingId, close)
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
function runningFrom(
  zoom: EmulatedZoom,
  url: string,
  trackingId: () => string,
  end: () => Promise<void>,
): RunningEmulator {
  const { app, control, notices } = zoom
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

/** One a request, so made by counting: a random one would cost more than many an answer. */
function createTrackingIds(prefix: string): () => string {
  let count = 0
  return () => `v=2.0;clid=emulated;rid=${prefix}-${++count}`
}

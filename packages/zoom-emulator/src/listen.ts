import { createServer, ServerResponse } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { EmulatorError } from './domain/emulator-error.ts'
import { ConnectionCut } from './faults/connection-cut.ts'

/** A listening server and how to stop it. */
export interface Listening {
  readonly port: number
  /** Takes no new connection, lets running requests end, and resolves. */
  close(): Promise<void>
}

export interface ListenOptions {
  readonly host: string
  /** 0: any free port. */
  readonly port: number
  /** Where `port` is taken: the next free one of the following twenty. */
  readonly portFallback: boolean
  /** Calls back after `ms` milliseconds unless the returned function is called first. */
  readonly after: (ms: number, callback: () => void) => () => void
}

/** How many ports after the wanted one are tried. */
const fallbackPorts = 20
/** How long a request may still run after `close`, in ms. */
const graceMs = 2_000

/**
 * Listens, and writes each answer of `answerTo` with a tracking id and the date of the emulator's clock.
 *
 * @throws EmulatorError `port_in_use`, or `address_unavailable` with the reason of the operating system.
 */
export async function listen(
  answerTo: (request: Request) => Response | Promise<Response>,
  trackingId: () => string,
  date: () => string,
  options: ListenOptions,
): Promise<Listening> {
  const answer = getRequestListener(
    (request, { outgoing }) => {
      const made = answerTo(request)
      if (!(made instanceof Promise)) return made
      return made.catch((error: unknown) => {
        if (error instanceof ConnectionCut && outgoing instanceof ServerResponse) cut(error, outgoing)
        throw error
      })
    },
    // Without an answer of its own, nothing more is written.
    { errorHandler: (error) => (error instanceof ConnectionCut ? undefined : new Response(null, { status: 500 })) },
  )
  const server = createServer((request, response) => {
    response.setHeader('x-zm-trackingid', trackingId())
    response.setHeader('date', date())
    void answer(request, response)
  })
  const bind = (port: number) =>
    new Promise<void>((resolve, reject) => {
      server.once('error', reject)
      server.listen(port, options.host, () => {
        server.off('error', reject)
        resolve()
      })
    })
  const lastPort =
    options.portFallback && options.port > 0 ? Math.min(options.port + fallbackPorts, 65_535) : options.port
  for (let port = options.port; ; port++) {
    try {
      await bind(port)
      break
    } catch (error) {
      server.removeAllListeners('error')
      if (!isInUse(error)) throw addressUnavailable(options.host, port, error)
      if (port >= lastPort) throw portInUse(options.port, lastPort, error)
    }
  }
  const address = server.address()
  return {
    port: typeof address === 'object' && address !== null ? address.port : options.port,
    close: () =>
      new Promise((resolve, reject) => {
        const cancel = options.after(graceMs, () => server.closeAllConnections())
        server.close((error) => {
          cancel()
          if (error) reject(error)
          else resolve()
        })
        // A connection that is between two requests now would keep the server for its keep-alive time.
        server.on('request', (_request, response) => response.once('close', () => server.closeIdleConnections()))
        server.closeIdleConnections()
      }),
  }
}

/** Ends the connection that a fault has cut, after the part of the answer that still goes out. */
function cut({ begun }: ConnectionCut, outgoing: ServerResponse): void {
  const { socket } = outgoing
  if (!begun) return void socket?.destroy()
  const { status, headers, length, body } = begun
  outgoing.writeHead(status, { ...headers, 'content-length': String(length) })
  outgoing.flushHeaders()
  outgoing.write(body, () => socket?.destroy())
}

function isInUse(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
}

function addressUnavailable(host: string, port: number, cause: unknown): EmulatorError {
  const reason = cause instanceof Error ? cause.message : String(cause)
  const remedy = 'take an address of this machine (127.0.0.1, 0.0.0.0) and a port from 1024 on, or 0 for any free one'
  return new EmulatorError('address_unavailable', `Cannot listen on ${host}, port ${port} (${reason}): ${remedy}.`, {
    cause,
  })
}

function portInUse(port: number, lastPort: number, cause: unknown): EmulatorError {
  const ports = lastPort > port ? `Ports ${port} to ${lastPort} are` : `Port ${port} is`
  const remedy = 'stop what uses it, name another port, or 0 for any free one'
  return new EmulatorError('port_in_use', `${ports} in use: ${remedy}.`, { cause })
}
